/** The page that `npm run judge` opens: the app's own client, at a name the script can call. */
import { DEFAULT_LIMITS, type JudgeResult, type JudgeTest } from '../../src/protocol/python';
import { createPythonClient } from '../../src/workers/python/client';

declare global {
  interface Window {
    judgeProgram: (source: string, tests: readonly JudgeTest[]) => Promise<JudgeResult>;
  }
}

const client = createPythonClient();
window.judgeProgram = (source, tests) => client.judge({ source, tests, limits: DEFAULT_LIMITS });
