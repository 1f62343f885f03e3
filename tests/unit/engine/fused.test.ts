import { readFileSync } from 'node:fs';
import { describe } from 'vitest';
import { WASM_FILE } from '../../../scripts/assembly.mjs';
import { fusedOnWasm } from '../../../src/engine/fused/wasmRuntime';
import { claimEngine } from '../../reference/engineClaims';
import { claimSameAsReference } from '../../reference/runtimeClaims';
import { startWasm } from './nodeBackends';

const fused = async () => fusedOnWasm(await WebAssembly.compile(readFileSync(WASM_FILE)));

describe('fused', () => {
  claimEngine('wasm', startWasm, 100, fused);
  claimSameAsReference('wasm', startWasm, fused);
});
