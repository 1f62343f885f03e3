import { launch, type Measured, type Served } from './browsers';
import { IMPLEMENTATIONS, type ByImplementation, type ImplementationName, type ShapeName } from './shapes';

/** Something about each implementation. */
export function byImplementation<T>(of: (name: ImplementationName) => T): ByImplementation<T> {
  return {
    reference: of('reference'),
    fused: of('fused'),
    wasm: of('wasm'),
    'wasm-reference': of('wasm-reference'),
    'peer-genai': of('peer-genai'),
  };
}

/**
 * Runs every implementation in a browser of its own, all alive at once but one at work at a time: first each is
 * warmed up, then each takes its turn in every round, so that a slow moment of the machine hits all alike.
 */
export async function interleave<Warm, Round>(
  served: Served,
  shape: ShapeName,
  rounds: number,
  tasks: { warmUp(one: Measured): Promise<Warm>; round(one: Measured): Promise<Round> },
): Promise<ByImplementation<{ readonly warm: Warm; readonly rounds: readonly Round[] }>> {
  const browsers: Measured[] = [];
  try {
    const measured = new Map<ImplementationName, { one: Measured; warm: Warm; rounds: Round[] }>();
    for (const name of IMPLEMENTATIONS) {
      const one = await launch(served, name, shape);
      browsers.push(one);
      measured.set(name, { one, warm: await tasks.warmUp(one), rounds: [] });
    }
    for (let round = 0; round < rounds; round++) {
      for (const each of measured.values()) each.rounds.push(await tasks.round(each.one));
    }
    return byImplementation((name) => {
      const found = measured.get(name);
      if (!found) throw new Error(`${name} was not measured`);
      return found;
    });
  } finally {
    await Promise.all(browsers.map(({ browser }) => browser.close()));
  }
}
