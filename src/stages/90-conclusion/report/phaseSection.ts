import { modelNames, sizeName } from '../../../content/modelNames';
import { counted, text } from '../../../content/narrative';
import { byteSize, count, share } from '../../../content/numbers';
import { encodeLink } from '../../../share/encode';
import { linkedModel } from '../../../store/linkExamination';
import { LIVE_ID, liveRun } from '../../../store/points';
import type { AppState } from '../../../store/state';
import { vocabSizeOf } from '../../../store/tokenizerSlice';
import { endsOf, type PhaseName, type Told } from '../told';
import { curvesOf } from './curves';
import { linkBlocks } from './links';
import type { Block, ReportSection } from './report';
import words from './words.en.md';

type Recipe = NonNullable<Told['recipe']>;

/** What a run read. */
function readingText({ corpus }: Recipe): string {
  switch (corpus.kind) {
    case 'stories':
    case 'snippets':
      return text(words, `corpus.${corpus.kind}`);
    case 'ownText': {
      const bytes = byteSize(new TextEncoder().encode(corpus.text).length);
      return text(words, 'corpus.ownText', { name: corpus.name, bytes });
    }
    case 'ownSnippets':
      return corpus.only
        ? counted(words, 'corpus.ownOnly', corpus.snippets.length)
        : text(words, 'corpus.ownSnippets', { count: corpus.snippets.length });
  }
}

function tokenizerText(tokenizer: Told['tokenizer'], { tokenizer: { shipped } }: AppState): string {
  if (!tokenizer || JSON.stringify(tokenizer) === JSON.stringify(shipped))
    return text(words, 'tokenizer.shipped');
  return text(words, 'tokenizer.own', { count: count(vocabSizeOf(tokenizer)) });
}

function startText({ startedFrom }: Recipe, { checkpoints }: AppState): string {
  if (startedFrom === null) return text(words, 'start.fresh');
  return modelNames(checkpoints.points).get(startedFrom) ?? text(words, 'gone');
}

/** All that decides a run: whoever sets the page like this gets the same model. */
function settingsTable(told: Told, state: AppState): Block {
  const { preset, parameterCount, seed, steps, totalSteps, bytesSeen, recipe, tokenizer } = told;
  const value = (key: string, shown: string): readonly string[] => [text(words, key), shown];
  return {
    kind: 'table',
    head: [text(words, 'setting'), text(words, 'value')],
    rows: [
      value('size', sizeName(preset)),
      value('weights', count(parameterCount)),
      value('seed', String(seed)),
      value('steps', text(words, 'stepsOf', { steps: count(steps), total: count(totalSteps) })),
      value('bytes', byteSize(bytesSeen)),
      ...(recipe
        ? [
            value('start', startText(recipe, state)),
            value('corpus', readingText(recipe)),
            value('tokenizer', tokenizerText(tokenizer, state)),
            value('learningRate', String(recipe.learningRate)),
            value('batchSize', count(recipe.batchSize)),
            ...(recipe.phase === 'fineTune' ? [value('replay', share(recipe.replay))] : []),
          ]
        : []),
    ],
  };
}

/** The reader's own snippets: no link carries them, and without them nobody can make the model again. */
function ownSnippets({ recipe }: Told): readonly Block[] {
  if (recipe?.corpus.kind !== 'ownSnippets') return [];
  return [{ kind: 'code', label: text(words, 'snippets'), text: recipe.corpus.snippets.join('\n\n') }];
}

/** Where the run, and the model it made, are found again. */
function phaseLinks({ phase, isOwn, preset, steps, pointId }: Told, state: AppState, page: string) {
  const stage = phase === 'pretrain' ? 'pretrain' : 'fine-tune';
  // A run whose points could not be saved is known while it is in the worker.
  const modelId = pointId ?? (isOwn && liveRun(state) ? LIVE_ID : null);
  const model = modelId === null ? null : linkedModel(state, modelId);
  const run = isOwn
    ? model && encodeLink({ stage, ...model })
    : encodeLink({ stage, recording: { preset, phase, step: steps } });
  // What is said of the first link holds for the second.
  return [
    ...(run === null ? [] : linkBlocks(text(words, isOwn ? 'trainLink' : 'runLink'), page, run)),
    ...(model === null
      ? []
      : linkBlocks(text(words, 'pointLink'), page, encodeLink({ stage: 'prompt', ...model })).slice(0, 1)),
  ];
}

/** One phase of the life that is told. */
export function phaseSection(told: Told, state: AppState, page: string): ReportSection {
  const { phase, isOwn, samples, recipe } = told;
  return {
    heading: text(words, phase),
    blocks: [
      { kind: 'text', text: text(words, isOwn ? 'own' : 'recorded') },
      settingsTable(told, state),
      ...(recipe ? [] : [{ kind: 'text' as const, text: text(words, 'recipe.lost') }]),
      ...ownSnippets(told),
      ...curvesOf(told),
      ...(endsOf(samples) ?? samples.slice(-1)).map((sample) => ({
        kind: 'code' as const,
        label: text(words, 'sample', { step: count(sample.step) }),
        text: sample.prompt + sample.text,
      })),
      ...phaseLinks(told, state, page),
    ],
  };
}

/** A phase of which nothing could be read. */
export function missingSection(phase: PhaseName): ReportSection {
  return { heading: text(words, phase), blocks: [{ kind: 'text', text: text(words, 'leftOut') }] };
}
