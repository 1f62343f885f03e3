import { answerTo, changeAnswer } from './answers';
import type { StoreContext } from './context';
import { judgeProgram } from './judging';
import { sourceOfProgram } from './programSource';

/** The tests of all tasks are large: they come when the first program is written. */
const loadTests = () => import('../corpora/code/testsOfPrompt');

/** Lets Python judge an answer that begins with a function; of other texts, or without the tests, nothing is said. */
export function judgeAnswer(context: StoreContext, requestId: string): void {
  judge(context, requestId).catch(() => undefined);
}

async function judge(context: StoreContext, requestId: string): Promise<void> {
  const answer = answerTo(context.get(), requestId);
  if (answer?.status !== 'done' || !answer.prompt.includes('def ')) return;
  const { signatureOf, testsOfPrompt } = await loadTests();
  if (!signatureOf(answer.prompt)) return;
  const tests = testsOfPrompt(answer.prompt);
  const isTested = tests !== null;
  changeAnswer(context, requestId, { verdict: { judgement: null, isTested } });
  const judgement = await judgeProgram(context, sourceOfProgram(answer.prompt, answer.text), tests ?? []);
  changeAnswer(context, requestId, { verdict: { judgement, isTested } });
}
