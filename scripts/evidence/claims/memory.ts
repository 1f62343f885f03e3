/** Claim 9: memory or new? How many passing programs have a body that stood in no training snippet. */
import { drawQuestions } from '../../../src/corpora/code/questions';
import { functionBody } from '../../../src/engine/evaluate/functionBody';
import type { PresetName } from '../../../src/engine/config';
import { snippetsRead } from '../../../src/workers/training/nearestSnippets';
import { lastPoint } from '../../training/job';
import { shareOverSeeds, type Figures } from '../figure';
import { livesOf, type Lab } from '../lab';
import { SPLITS } from './passing';

const PRESETS: readonly PresetName[] = ['small', 'shipped'];
const QUESTIONS = 200;

/** The form in which two functions are the same but for names. */
const bodyKey = (program: string): string => functionBody(program).unnamed.join('\u0000');

/** Every body that a run read, names aside. There are hundreds of thousands: others get their turn in between. */
async function bodiesRead(seed: number, preset: PresetName): Promise<Set<string>> {
  const bodies = new Set<string>();
  let read = 0;
  for (const snippet of snippetsRead({ preset, seed })) {
    bodies.add(bodyKey(snippet));
    read += 1;
    if (read % 500 === 0) await new Promise((resume) => setImmediate(resume));
  }
  return bodies;
}

/** Of the passing programs of each split, the share whose body was never read, not even under other names. */
export async function memory(lab: Lab): Promise<Figures> {
  const figures: Record<string, Figures[string]> = {};
  for (const preset of PRESETS) {
    const lives = await livesOf(lab, preset);
    const read = new Map<number, Set<string>>();
    for (const { seed } of lives) read.set(seed, await bodiesRead(seed, preset));
    for (const { split, name } of SPLITS) {
      const questions = drawQuestions('evidence', split, QUESTIONS);
      const counts: { seed: number; successes: number; total: number }[] = [];
      for (const { seed, fineTuned } of lives) {
        const answers = await lab.examiner.examine(lastPoint(fineTuned), questions);
        const passed = answers.filter(({ verdict }) => verdict === 'passed');
        const fresh = passed.filter(({ source }) => read.get(seed)?.has(bodyKey(source)) === false);
        if (passed.length > 0) counts.push({ seed, successes: fresh.length, total: passed.length });
      }
      if (counts.length > 0) figures[`${preset}.${name}.newBody`] = shareOverSeeds(counts);
    }
  }
  return figures;
}
