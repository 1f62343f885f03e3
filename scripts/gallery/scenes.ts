/** Every stage in every state that it has, and how a page is brought there. */
import type { Page } from 'playwright';
import { PLANS } from '../../src/app/lesson/plans';

export type State = 'empty' | 'running' | 'done' | 'error';

export interface Scene {
  /** The stage; for other pages, their name. */
  readonly stage: string;
  readonly state: State | `step${number}`;
  /** What is opened, from the site's address on. */
  readonly link: string;
  /** Files that do not arrive. */
  readonly missing?: RegExp;
  /** Over so soon that every picture needs a page of its own. */
  readonly isShort?: boolean;
  /** Drawn in presenter mode only, or never in it. */
  readonly presenter?: 'only' | 'never';
  /** Goes on from the opened page to the state. @returns a selector of what a class should see, if it is not the top */
  readonly bring?: (page: Page) => Promise<string | undefined>;
}

const at = (stage: string, rest = '') => `#v=2&stage=${stage}&b=wasm${rest}`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const MODELS = /\.safetensors$/;
const WORKER = /worker-[^/]*\.js$/;
const LONG_RUN = 4000;

/** Starts a run of the smallest size. */
async function train(page: Page, stage: string, steps: number): Promise<void> {
  if (stage === 'pretrain') await page.getByRole('radio', { name: /pico/ }).check();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill(String(steps));
  await press(page, 'Start training');
}

const trained = (page: Page) => page.getByText(/^Finished: /).waitFor();

function trainingScenes(stage: 'pretrain' | 'fine-tune'): readonly Scene[] {
  const look = '[aria-labelledby]:has(> h2:text("What it"))';
  return [
    { stage, state: 'empty', link: at(stage) },
    {
      stage,
      state: 'running',
      link: at(stage),
      bring: async (page) => {
        await train(page, stage, LONG_RUN);
        await page
          .getByText(/step [1-9]\d+/i)
          .first()
          .waitFor();
        return look;
      },
    },
    {
      stage,
      state: 'done',
      link: at(stage),
      bring: async (page) => {
        await train(page, stage, 60);
        await trained(page);
        return look;
      },
    },
    {
      stage,
      state: 'error',
      link: at(stage),
      missing: WORKER,
      bring: async (page) => {
        await page.getByText('No engine').first().waitFor({ state: 'attached' });
        return undefined;
      },
    },
  ];
}

const START: readonly Scene[] = [
  {
    stage: 'start',
    state: 'running',
    link: at('start'),
    isShort: true,
    bring: async (page) => {
      await page.getByText('factorial').nth(3).waitFor();
      return undefined;
    },
  },
  {
    stage: 'start',
    state: 'done',
    link: at('start'),
    bring: async (page) => {
      await page
        .getByText(/Cut off|stops here/)
        .nth(2)
        .waitFor();
      await page
        .getByText(/being judged/)
        .first()
        .waitFor({ state: 'hidden' });
      return undefined;
    },
  },
  {
    stage: 'start',
    state: 'error',
    link: at('start'),
    missing: MODELS,
    bring: async (page) => {
      await page
        .getByText(/^No answer/)
        .first()
        .waitFor();
      return undefined;
    },
  },
];

const MERGES = '#merges';
const TOKENIZE: readonly Scene[] = [
  {
    stage: 'tokenize',
    state: 'empty',
    link: at('tokenize'),
    bring: async (page) => {
      await page.getByRole('textbox', { name: 'Your text' }).fill('');
      return undefined;
    },
  },
  {
    stage: 'tokenize',
    state: 'running',
    link: at('tokenize'),
    isShort: true,
    bring: async (page) => {
      await press(page, 'Train a tokenizer');
      await page.getByText(/^Learning from/).waitFor();
      return MERGES;
    },
  },
  {
    stage: 'tokenize',
    state: 'done',
    link: at('tokenize'),
    bring: async (page) => {
      await press(page, 'Train a tokenizer');
      await press(page, 'Learn the rest');
      await page.getByText(/^Done: /).waitFor();
      return MERGES;
    },
  },
  {
    stage: 'tokenize',
    state: 'error',
    link: at('tokenize'),
    missing: /tokenizer\.json$/,
    presenter: 'never',
    bring: async (page) => {
      await page
        .getByText(/did not arrive/)
        .first()
        .waitFor();
      return undefined;
    },
  },
];

const ended = (page: Page) =>
  page
    .getByText(/^It (ended here by itself|reached the length)/)
    .first()
    .waitFor();
const OUTPUT = 'section[aria-label^="Output"]';
const PROMPT: readonly Scene[] = [
  { stage: 'prompt', state: 'empty', link: at('prompt') },
  {
    stage: 'prompt',
    state: 'running',
    link: at('prompt', '&n=400&t=1.5'),
    isShort: true,
    bring: async (page) => {
      await press(page, 'Generate');
      await page.locator(`${OUTPUT} [role="option"]`).nth(4).waitFor();
      return OUTPUT;
    },
  },
  {
    stage: 'prompt',
    state: 'done',
    link: at('prompt'),
    bring: async (page) => {
      await press(page, 'Generate');
      await ended(page);
      return OUTPUT;
    },
  },
  {
    stage: 'prompt',
    state: 'error',
    link: at('prompt'),
    missing: MODELS,
    bring: async (page) => {
      await press(page, 'Generate');
      await page
        .getByText(/^No answer/)
        .first()
        .waitFor();
      return OUTPUT;
    },
  },
];

async function examine(page: Page, key: 'Home' | 'End'): Promise<void> {
  await page.getByRole('slider', { name: 'Tasks of each kind' }).press(key);
  await press(page, 'Run evaluation');
}

const EVALUATE: readonly Scene[] = [
  { stage: 'evaluate', state: 'empty', link: at('evaluate') },
  {
    stage: 'evaluate',
    state: 'running',
    link: at('evaluate'),
    bring: async (page) => {
      await page.getByRole('slider', { name: 'Answers to each task' }).press('End');
      await examine(page, 'End');
      await page.getByText(/^[1-9]\d+ of [\d,]+ programs/).waitFor();
      return 'progress';
    },
  },
  {
    stage: 'evaluate',
    state: 'done',
    link: at('evaluate'),
    bring: async (page) => {
      await examine(page, 'Home');
      await page.getByText(/^Done: all/).waitFor();
      return '[role="grid"]';
    },
  },
  {
    stage: 'evaluate',
    state: 'error',
    link: at('evaluate'),
    missing: MODELS,
    bring: async (page) => {
      await press(page, 'Run evaluation');
      await page.getByRole('status').filter({ hasText: 'shipped model' }).waitFor();
      return undefined;
    },
  },
];

/** Goes to another stage without leaving the page, which keeps what was done. */
const visit = (page: Page, stage: string) =>
  page.getByRole('navigation').getByRole('link', { name: stage, exact: true }).click();

const CONCLUSION: readonly Scene[] = [
  { stage: 'conclusion', state: 'empty', link: at('conclusion') },
  {
    stage: 'conclusion',
    state: 'done',
    link: at('pretrain'),
    bring: async (page) => {
      await train(page, 'pretrain', 60);
      await trained(page);
      await visit(page, 'Fine-tune');
      await train(page, 'fine-tune', 60);
      await trained(page);
      await visit(page, 'Prompt');
      await press(page, 'Generate');
      await ended(page);
      await visit(page, 'Evaluate');
      await examine(page, 'Home');
      await page.getByText(/^Done: all/).waitFor();
      await visit(page, 'Conclusion');
      return undefined;
    },
  },
  { stage: 'conclusion', state: 'error', link: at('conclusion'), missing: /recordings|\.safetensors$/ },
];

const steps = PLANS.at(-1)?.steps ?? [];
const PLAN: readonly Scene[] = [
  ...steps.map((_, step): Scene => ({
    stage: 'plan',
    state: `step${step + 1}`,
    link: `#v=2&b=wasm&present=1&plan=${PLANS.at(-1)?.id}.${step}`,
    presenter: 'only',
  })),
  { stage: 'teach', state: 'done', link: 'teach.html', presenter: 'never' },
];

export const SCENES: readonly Scene[] = [
  ...START,
  ...TOKENIZE,
  ...trainingScenes('pretrain'),
  ...trainingScenes('fine-tune'),
  ...PROMPT,
  ...EVALUATE,
  ...CONCLUSION,
  ...PLAN,
];
