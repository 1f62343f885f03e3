/** Why a backend was chosen, in sentences for the reader. */
import type { BackendChoice, Paces } from '../../protocol/training';
import type { Graphics } from './graphics';

/** Sentences without their end. */
const IN_SOFTWARE = 'This browser draws WebGL in software';
export const FAILED_TEST = 'The graphics processor did not get through a short test';
export const DID_NOT_START = 'WebGL did not start in this browser';

/** Two digits that count: 0.84, 8.4, 84. */
function rounded(ms: number): string {
  return ms >= 10 ? ms.toFixed(0) : ms.toFixed(ms >= 1 ? 1 : 2);
}

/** Why WebGL is not used: a sentence without its end, or null when it can be. */
export function objectionTo(graphics: Graphics | null, choice: BackendChoice): string | null {
  if (!graphics) return 'This browser offers no WebGL 2';
  if (!graphics.drawsFloat32) return 'The graphics processor here calculates with half precision only';
  if (graphics.isSoftware && choice === 'auto') return IN_SOFTWARE;
  return null;
}

/** What was measured, when both were. */
function measured({ webgl, wasm }: Paces): string | null {
  if (typeof webgl?.msPerStep !== 'number' || typeof wasm?.msPerStep !== 'number') return null;
  return `a training step of a nano model takes ${rounded(webgl.msPerStep)} ms on the graphics processor and ${rounded(wasm.msPerStep)} ms on WASM`;
}

/** Why WebGL is used. */
export function reasonForWebGL(choice: BackendChoice, { isSoftware }: Graphics, paces: Paces): string {
  if (choice === 'webgl') {
    return isSoftware
      ? 'WebGL, as you chose. This browser draws it in software: WASM would be faster here.'
      : 'The model trains on the graphics processor, as you chose.';
  }
  const numbers = measured(paces);
  return numbers
    ? `A short race decided: ${numbers}.`
    : 'The model trains on the graphics processor; WASM does not start in this browser.';
}

/**
 * Why WASM is used.
 * @param objection to WebGL: a sentence without its end, or null when it lost the race or was not asked for
 */
export function reasonForWasm(choice: BackendChoice, objection: string | null, paces: Paces): string {
  if (objection === null) {
    const numbers = measured(paces);
    return choice === 'auto' && numbers
      ? `A short race decided: ${numbers}.`
      : 'The model trains on WASM, as you chose.';
  }
  const isObvious = choice === 'auto' && objection === IN_SOFTWARE;
  return `${objection}, so the model trains on WASM${isObvious ? ', which is faster here; no race was needed' : ''}.`;
}

/** Why plain JavaScript is used. */
export function reasonForCpu(choice: BackendChoice): string {
  return choice === 'cpu'
    ? 'The model trains in plain JavaScript, as you chose; it is the slowest way.'
    : 'Neither WebGL nor WASM can be used in this browser, so the model trains in plain JavaScript, slowly.';
}
