import { describe, expect, it } from 'vitest';
import { referenceRuntime } from '../../src/engine/model/referenceRuntime';
import type { Runtime } from '../../src/engine/runtime';
import { generate, promptTokens } from '../../src/engine/sample/generate';
import { createTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { readCheckpoint } from '../../src/engine/train/checkpoint';
import { startWasm, startWebGL } from './browserBackends';

const PROMPT = '# return the factorial of n\ndef factorial(n):';

async function greedyTokens(runtime: Runtime, bytes: Uint8Array): Promise<number[]> {
  const { config, tokenizer: file, arrays } = readCheckpoint(bytes);
  const tokenizer = createTokenizer(file);
  const model = runtime.load(config, arrays);
  const decoder = model.createDecoder();
  const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 40 };
  const promptIds = promptTokens(tokenizer, PROMPT);
  const ids: number[] = [];
  for await (const { id } of generate({ decoder, config, tokenizer, promptIds, settings })) ids.push(id);
  decoder.dispose();
  model.dispose();
  return ids;
}

describe('the shipped checkpoint', () => {
  it('writes the same greedy tokens on WebGL and on WASM', async () => {
    const response = await fetch('/checkpoints/small-fine-tuned.safetensors');
    const bytes = new Uint8Array(await response.arrayBuffer());
    await startWasm();
    const onWasm = await greedyTokens(referenceRuntime, bytes);
    await startWebGL();
    expect(onWasm.length).toBeGreaterThan(10);
    expect(await greedyTokens(referenceRuntime, bytes)).toEqual(onWasm);
  });
});
