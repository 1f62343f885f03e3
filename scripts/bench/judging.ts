/** How fast the judge is: programs one after the other in one worker, as the page gives them to it. */
import { withJudge } from '../judge/openJudge';
import { median } from './statistics';

const PROGRAMS = 600;

/** Programs of six tests that the judge gets through in a second: the median of the rounds. */
export function measureJudging(rounds: number): Promise<number> {
  return withJudge(async (page) => {
    const speeds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const speed = await page.evaluate(async (count) => {
        const tests = [0, 1, 2, 3, 5, 10].map((n) => ({
          call: `f(${n})`,
          expected: `sum([x * x for x in range(${n}) if x % 2 == 0])`,
        }));
        // No two programs are the same text, so that none can be remembered.
        const programs = Array.from(
          { length: count },
          (_, i) =>
            `def f(n):\n    """Sum ${i}."""\n    return sum(x ** 2 for x in range(n) if x % 2 == 0)\n`,
        );
        await window.judgeProgram('print("ready")', []);
        const started = performance.now();
        const results = await Promise.all(programs.map((source) => window.judgeProgram(source, tests)));
        const seconds = (performance.now() - started) / 1000;
        const wrong = results.find(({ verdict }) => verdict !== 'passed');
        if (wrong)
          throw new Error(
            `expected every program to pass, got ${wrong.verdict}: ${wrong.message ?? JSON.stringify(wrong.reason)}`,
          );
        return count / seconds;
      }, PROGRAMS);
      speeds.push(speed);
    }
    return Math.round(median(speeds));
  });
}
