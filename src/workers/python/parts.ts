/** Loads what the frame needs; kept apart so that nothing of it is fetched before a program is to be judged. */
import wasmUrl from '@micropython/micropython-webassembly-pyscript/micropython.wasm?url';
import code from 'virtual:python-worker';
import type { SandboxParts } from './frame';

/** @throws Error when the interpreter cannot be fetched */
export async function loadParts(): Promise<SandboxParts> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`expected the Python interpreter, got status ${response.status}`);
  return { code, wasm: await response.arrayBuffer() };
}
