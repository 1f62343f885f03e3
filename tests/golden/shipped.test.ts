import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testsFor } from '../../src/corpora/code/task';
import { findTask } from '../../src/corpora/code/tasks';
import { EXAMPLE_PROMPTS } from '../../src/corpora/examplePrompts';
import { proseLexicon } from '../../src/corpora/prose/lexicon';
import { createTokenizer } from '../../src/engine/tokenizer/bytePairTokenizer';
import { realWords as shareOfRealWords } from '../../src/engine/evaluate/realWords';
import { referenceRuntime } from '../../src/engine/model/referenceRuntime';
import { generate, promptTokens } from '../../src/engine/sample/generate';
import { readCheckpoint } from '../../src/engine/train/checkpoint';
import { ROOT } from '../architecture/sources';
import { startInterpreter, type Judge } from '../unit/corpora/interpreter';
import { startWasm } from '../unit/engine/nodeBackends';

const FOLDER = join(ROOT, 'public/checkpoints');
const RECORDINGS = join(ROOT, 'public/recordings');
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, file)));
const list = <T>(file: string): T[] => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as T[];

interface Listed {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly info: {
    readonly parameterCount: number;
    readonly sample: { prompt: string; text: string; realWords: number | null } | null;
  };
}
const listed = list<Listed>('manifest.json');
const recorded = list<{ id: string; sha256: string }>('record.json');

/** What a shipped model writes after a prompt, always taking the likeliest token. */
async function write(file: string, prompt: string): Promise<string> {
  const { config, tokenizer: tokenizerFile, arrays } = readCheckpoint(bytesOf(file));
  const tokenizer = createTokenizer(tokenizerFile);
  const model = referenceRuntime.load(config, arrays);
  const decoder = model.createDecoder();
  const promptIds = promptTokens(tokenizer, prompt);
  const settings = { temperature: 0, topK: 0, topP: 1, seed: 1, maxNewTokens: 64 };
  const ids: number[] = [];
  for await (const { id } of generate({ decoder, config, tokenizer, promptIds, settings })) ids.push(id);
  decoder.dispose();
  model.dispose();
  return tokenizer.decode(ids);
}

describe('the shipped checkpoints', () => {
  it('are those that the bake recorded, byte for byte, and no others', () => {
    expect(listed.length).toBeGreaterThan(2);
    expect(listed.map(({ id }) => id).sort()).toEqual(recorded.map(({ id }) => id).sort());
    for (const { id, file, bytes } of listed) {
      const content = bytesOf(file);
      const hash = createHash('sha256').update(content).digest('hex');
      expect(content.length, id).toBe(bytes);
      expect(hash, id).toBe(recorded.find((entry) => entry.id === id)?.sha256);
    }
  });

  it('list the share of real words that the engine counts in their samples', () => {
    const samples = listed
      .flatMap(({ info }) => info.sample ?? [])
      .filter(({ realWords }) => realWords !== null);
    expect(samples.length).toBeGreaterThan(1);
    for (const { text, realWords } of samples)
      expect(shareOfRealWords(text, proseLexicon()).share).toBe(realWords);
  });

  it('need at most 2 MB for the first page, and 32 MB in all', () => {
    const total = (points: readonly Listed[]): number => points.reduce((sum, { bytes }) => sum + bytes, 0);
    const first = listed.filter(({ id }) => id === 'small-pretrained' || id === 'small-fine-tuned');
    expect(first).toHaveLength(2);
    expect(total(first)).toBeLessThanOrEqual(2_000_000);
    const recordings = readdirSync(RECORDINGS).map((file) => statSync(join(RECORDINGS, file)).size);
    expect(recordings).toHaveLength(3);
    expect(total(listed) + recordings.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(32_000_000);
  });
});

describe('the story that the shipped checkpoints tell', () => {
  const PROMPT = '# return the factorial of n\ndef factorial(n):';
  let judge: Judge;
  beforeAll(async () => {
    await startWasm();
    judge = await startInterpreter();
  });
  const verdict = async (file: string): Promise<string> => {
    const task = findTask(EXAMPLE_PROMPTS.find(({ prompt }) => prompt === PROMPT)?.taskId ?? '');
    if (!task) throw new Error('the examples no longer ask for factorial');
    return judge(PROMPT + (await write(file, PROMPT)), testsFor(task, 'factorial'));
  };

  it('after stories, a request for factorial is not answered with a program that works', async () => {
    expect(await verdict('small-pretrained.safetensors')).not.toBe('pass');
  });

  it('after Python, the same weights write a factorial that passes its tests', async () => {
    expect(await verdict('small-fine-tuned.safetensors')).toBe('pass');
  });

  it('half precision on the wire writes what the full model wrote when it was saved', async () => {
    const point = listed.find(({ id }) => id === 'small-fine-tuned');
    expect(await write('small-fine-tuned.safetensors', point?.info.sample?.prompt ?? '')).toBe(
      point?.info.sample?.text,
    );
  });
});
