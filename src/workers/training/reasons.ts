/** Why a backend was chosen, in sentences for the reader. */
import { text } from '../../content/narrative';
import { count, decimals, ratio } from '../../content/numbers';
import type { BackendChoice, Paces } from '../../protocol/training';
import type { Graphics } from './graphics';
import words from './reasons.en.md';

/** Why WebGL is not used. */
export type Objection = 'noWebGL' | 'halfPrecision' | 'inSoftware' | 'failedTest' | 'didNotStart';

/** Two digits that count: 0.84, 8.4, 84. */
const rounded = (ms: number): string =>
  ms >= 10 ? count(Math.round(ms)) : ms >= 1 ? ratio(ms) : decimals(ms);

/** Why WebGL is not used; null when it can be. */
export function objectionTo(graphics: Graphics | null, choice: BackendChoice): Objection | null {
  if (!graphics) return 'noWebGL';
  if (!graphics.drawsFloat32) return 'halfPrecision';
  if (graphics.isSoftware && choice === 'auto') return 'inSoftware';
  return null;
}

/** What the race measured; null unless both were. */
function raced({ webgl, wasm }: Paces): string | null {
  if (typeof webgl?.msPerStep !== 'number' || typeof wasm?.msPerStep !== 'number') return null;
  return text(words, 'race', { webgl: rounded(webgl.msPerStep), wasm: rounded(wasm.msPerStep) });
}

/** Why WebGL is used. */
export function reasonForWebGL(choice: BackendChoice, { isSoftware }: Graphics, paces: Paces): string {
  if (choice === 'webgl') return text(words, isSoftware ? 'webgl.chosenInSoftware' : 'webgl.chosen');
  return raced(paces) ?? text(words, 'webgl.alone');
}

/**
 * Why WASM is used.
 * @param objection to WebGL; null when it lost the race or was not asked for
 */
export function reasonForWasm(choice: BackendChoice, objection: Objection | null, paces: Paces): string {
  if (objection !== null) {
    const isObvious = choice === 'auto' && objection === 'inSoftware';
    return text(words, isObvious ? 'wasm.obvious' : `wasm.${objection}`);
  }
  return (choice === 'auto' ? raced(paces) : null) ?? text(words, 'wasm.chosen');
}

/** Why plain JavaScript is used. */
export const reasonForCpu = (choice: BackendChoice): string =>
  text(words, choice === 'cpu' ? 'cpu.chosen' : 'cpu.alone');
