import type { Pace, Paces } from '../protocol/training';
import type { StoreContext } from './context';

/** Preference that holds what was measured of this machine. */
const PACES = 'paces';
/** The engine does not wait longer for a storage that does not answer: it measures again. */
const PATIENCE_MS = 1000;

function isPace(value: unknown): value is Pace {
  if (typeof value !== 'object' || value === null) return false;
  if (!('of' in value) || typeof value.of !== 'string' || !('msPerStep' in value)) return false;
  const { msPerStep } = value;
  return msPerStep === null || (typeof msPerStep === 'number' && msPerStep > 0);
}

/** What is damaged or absent reads as never measured. */
export function readPaces(text: string | null): Paces {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const webgl = 'webgl' in value && isPace(value.webgl) ? { webgl: value.webgl } : {};
  const wasm = 'wasm' in value && isPace(value.wasm) ? { wasm: value.wasm } : {};
  return { ...webgl, ...wasm };
}

/** Takes up what was measured on an earlier visit. Never rejects. */
export async function loadPaces({ deps, patch }: StoreContext): Promise<void> {
  const kept = deps.storage.loadPreference(PACES).catch(() => null);
  const late = new Promise<null>((resolve) => deps.setTimer?.(() => resolve(null), PATIENCE_MS));
  patch('engine', { paces: readPaces(await Promise.race([kept, late])) });
}

/** Keeps what was measured for the next visit; where the browser refuses, it is measured again. */
export function keepPaces({ deps }: StoreContext, paces: Paces): void {
  deps.storage.savePreference(PACES, JSON.stringify(paces)).catch(() => undefined);
}
