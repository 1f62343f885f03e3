import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classChoiceOf, classLink } from '../../../src/app/classLink';
import { pageSketch, PLANS } from '../../../src/app/pageSketch';
import { pageTitle } from '../../../src/app/pageTitle';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import { LINK_HIDABLE, LINK_STAGES } from '../../../src/share/linkState';
import { STAGES } from '../../../src/stages/registry';

const STAGES_ROOM = join(import.meta.dirname, '../../../src/stages');
const STAGE_FOLDERS = readdirSync(STAGES_ROOM).filter((name) => /^\d\d-/.test(name));

const SEEN = encodeLink({
  stage: 'prompt',
  prompt: 'def double(n):',
  temperature: 0.3,
  checkpoint: 'nano-fine-tuned',
  answeredOn: 'wasm',
  run: true,
  present: true,
});

describe('a class link', () => {
  it('begins as the page of the teacher is', () => {
    expect(classChoiceOf(SEEN)).toEqual({ stage: 'prompt', hide: [], run: true });
    expect(classChoiceOf('')).toEqual({ stage: 'start', hide: [], run: false });
  });

  it('keeps prompt, model and settings, and adds what is hidden', () => {
    const link = classLink(SEEN, { stage: 'prompt', hide: ['navigation', 'gallery'], run: true });
    expect(decodeLink(link)).toEqual({
      state: {
        stage: 'prompt',
        prompt: 'def double(n):',
        temperature: 0.3,
        checkpoint: 'nano-fine-tuned',
        answeredOn: 'wasm',
        run: true,
        hide: ['navigation', 'gallery'],
      },
      problems: [],
    });
  });

  it.each([
    ['the class is to guess first', { stage: 'prompt', run: false }],
    ['it opens where no answer is shown', { stage: 'tokenize', run: true }],
  ] as const)('writes no answers when %s, and names no engine that did', (_, choice) => {
    const { state } = decodeLink(classLink(SEEN, { ...choice, hide: [] }));
    expect(state).toEqual({
      stage: choice.stage,
      prompt: 'def double(n):',
      temperature: 0.3,
      checkpoint: 'nano-fine-tuned',
    });
  });

  it('opens a class in the usual way, however the teacher projects', () => {
    expect(decodeLink(classLink(SEEN, { stage: 'start', hide: [], run: false })).state).not.toHaveProperty(
      'present',
    );
  });
});

describe('the sketch of what a class sees', () => {
  it('leaves out what is hidden and nothing else', () => {
    expect(pageSketch('pretrain', [])).toEqual({
      navigation: true,
      strip: true,
      lead: [],
      bench: ['training', 'settings'],
      below: ['curves', 'recorded', 'notes', 'material'],
    });
    expect(pageSketch('pretrain', ['strip', 'settings'])).toMatchObject({
      navigation: true,
      strip: false,
      bench: ['training'],
    });
  });

  it('puts what a stage reads on its bench when nothing is trained', () => {
    expect(pageSketch('fine-tune', ['training'])).toMatchObject({
      bench: ['material'],
      below: ['recorded', 'notes'],
    });
  });

  it('never leaves a bench empty', () => {
    for (const stage of LINK_STAGES) expect(pageSketch(stage, LINK_HIDABLE).bench).not.toEqual([]);
  });

  it.each(STAGE_FOLDERS)('knows every part that %s hides', (folder) => {
    const sources = readdirSync(join(STAGES_ROOM, folder)).filter((name) => name.endsWith('.tsx'));
    const named = sources.flatMap((name) =>
      [
        ...readFileSync(join(STAGES_ROOM, folder, name), 'utf8').matchAll(
          /part="(\w+)"|useHidden\('(\w+)'\)/g,
        ),
      ].map(([, part, hook]) => part ?? hook),
    );
    const stage = STAGES.find(({ id }) => folder.endsWith(id));
    const plan = stage && PLANS[stage.id];
    const sketched = [...(plan?.lead ?? []), ...(plan?.bench ?? []), ...(plan?.below ?? [])].flatMap(
      ({ hiddenBy = [] }) => hiddenBy,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set(sketched));
  });
});

describe('the title of the page', () => {
  const title = (id: (typeof LINK_STAGES)[number], prompt: string): string =>
    pageTitle({ id, title: STAGES.find((stage) => stage.id === id)?.title ?? '' }, prompt);

  it('is the question itself at the start, and begins with the stage elsewhere', () => {
    expect(title('start', 'def f(n):')).toBe('How did ChatGPT learn to code?');
    expect(title('pretrain', 'def f(n):')).toBe('Pretrain · How did ChatGPT learn to code?');
  });

  it('says in Prompt what is asked, without the mark of a comment', () => {
    expect(title('prompt', '\n# return the factorial of n\ndef factorial(n):')).toBe(
      'Prompt: return the factorial of n · How did ChatGPT learn to code?',
    );
  });

  it('is short whatever is asked, and whole characters', () => {
    const long = title('prompt', '🦊'.repeat(2000));
    expect(long).toBe('Prompt · How did ChatGPT learn to code?');
    const words = title('prompt', 'ß🦊'.repeat(2000));
    expect(words.length).toBeLessThan(130);
    expect(words).toContain('ß🦊 …');
  });

  it('names no request where there is none', () => {
    expect(title('prompt', ' \n ###\n')).toBe('Prompt · How did ChatGPT learn to code?');
  });
});
