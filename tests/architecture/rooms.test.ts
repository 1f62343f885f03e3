import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches, type SourceFile } from './check';
import { ROOMS } from './rules';
import { ROOT, sourceFiles } from './sources';

const planted = (path: string, text: string): SourceFile[] => [{ path, text }];

describe('the rooms of src', () => {
  it('reads a plausible number of files', () => {
    expect(sourceFiles().length).toBeGreaterThan(60);
  });

  it('holds every import and every forbidden word to the table', () => {
    expect(breaches(sourceFiles())).toEqual([]);
  });

  it('has a room for every folder, and a folder for every room', () => {
    const folders = readdirSync(join(ROOT, 'src'));
    const rooms = new Set(ROOMS.map((room) => room.path.split('/')[0]));
    expect([...folders].sort()).toEqual([...rooms].sort());
  });

  it('is drawn in docs/architecture.md with the same rooms', () => {
    const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const drawn = [...text.matchAll(/^\| `src\/([a-z]+)`/gm)].map((match) => match[1]);
    expect(drawn.sort()).toEqual([...readdirSync(join(ROOT, 'src'))].sort());
  });
});

describe('a planted breach', () => {
  it.each([
    [
      'a stage that imports another',
      'stages/20-pretrain/Panel.tsx',
      "import { a } from '../30-fine-tune/useFineTune';",
    ],
    [
      'a stage that imports the worker',
      'stages/20-pretrain/Panel.tsx',
      "import '../../workers/training/session';",
    ],
    [
      'a stage that imports a tensor chapter',
      'stages/20-pretrain/x.ts',
      "import { forward } from '../../engine/model/gpt';",
    ],
    [
      'a stage that imports TensorFlow.js',
      'stages/20-pretrain/x.ts',
      "import * as tf from '@tensorflow/tfjs-core';",
    ],
    ['an engine that touches the DOM', 'engine/model/gpt.ts', "document.querySelector('canvas');"],
    ['an engine that imports React', 'engine/model/gpt.ts', "import { useState } from 'react';"],
    ['an engine with ambient randomness', 'engine/model/init.ts', 'const x = Math.random();'],
    ['a store that reads the clock', 'store/runs.ts', 'const now = Date.now();'],
    ['a tensor-free chapter that pulls in tensors', 'engine/tokenizer/train.ts', "import '../model/gpt';"],
    [
      'a protocol with code from the engine',
      'protocol/training.ts',
      "import { PRESETS } from '../engine/config';",
    ],
    ['an unlisted room that imports anything', 'misc/thing.ts', "import { a } from '../engine/config';"],
    ['an unlisted package', 'ui/charts/StepChart.tsx', "import moment from 'moment';"],
    ['a dynamic import of another room', 'ui/charts/StepChart.tsx', "await import('../../store/selectors');"],
    ['a computed import', 'ui/charts/StepChart.tsx', 'await import(name);'],
    ['a re-export of another room', 'content/glossary.ts', "export { x } from '../store/state';"],
    ['a client that imports the worker', 'workers/training/client.ts', "import './session';"],
    ['a worker that waits for a frame', 'workers/training/session.ts', 'await tf.nextFrame();'],
  ])('%s is caught', (_, path, text) => {
    expect(breaches(planted(path, text))).toHaveLength(1);
  });

  it.each([
    [
      'a type across the boundary',
      'protocol/training.ts',
      "import type { GPTConfig } from '../engine/config';",
    ],
    ['a word in a comment', 'engine/config.ts', '// document.title is not used here\nexport const a = 1;'],
    [
      'a stage with its own files',
      'stages/20-pretrain/Panel.tsx',
      "import { usePretrain } from './usePretrain';",
    ],
    [
      'a tensor-free chapter on the page',
      'stages/10-tokenize/x.ts',
      "import { train } from '../../engine/tokenizer/train';",
    ],
  ])('%s is let through', (_, path, text) => {
    expect(breaches(planted(path, text))).toEqual([]);
  });
});
