import { useEffect, useState } from 'react';
import type { PhaseOfLife } from '../../content/modelNames';
import { EXAMPLE_PROMPTS } from '../../corpora/examplePrompts';
import { shippedFinal, UNTRAINED_ID } from '../../store/points';
import type { AppState, Generation, SavedPoint } from '../../store/state';
import { useActions, useAppStore } from '../appStore';

/** The prompts this stage offers, by their id among the examples. */
export const CHOICES = ['factorial', 'is-even', 'reverse-string', 'story'] as const;
export type ChoiceId = (typeof CHOICES)[number];

/** The three ages shown, in the order they were lived. */
export const AGES: readonly PhaseOfLife[] = ['untrained', 'pretrained', 'fineTuned'];

type Settings = Generation['settings'];

const DRAWN: Settings = { temperature: 0.8, topK: 0, topP: 1, seed: 1, maxNewTokens: 64 };

/**
 * The fine-tuned model takes its likeliest token. The other two draw by chance: at temperature 0 the untrained one
 * repeats itself, and the pretrained one often ends its text at once, having never met a prompt like this.
 */
export const SETTINGS: Readonly<Record<PhaseOfLife, Settings>> = {
  untrained: DRAWN,
  pretrained: DRAWN,
  fineTuned: { ...DRAWN, temperature: 0 },
};

const laneOf = (age: PhaseOfLife): string => `start:${age}`;

const promptOf = (choice: ChoiceId): string =>
  EXAMPLE_PROMPTS.find((example) => example.id === choice)?.prompt ?? '';

/** The ages of one shipped model: its last point, the pretrained weights that came from, and random ones. */
export function agesOf(points: readonly SavedPoint[]): Readonly<Record<PhaseOfLife, SavedPoint | undefined>> {
  return {
    untrained: points.find(({ id }) => id === UNTRAINED_ID),
    pretrained: shippedFinal(points, 'pretrained'),
    fineTuned: shippedFinal(points, 'fineTuned'),
  };
}

export interface Column {
  readonly age: PhaseOfLife;
  readonly point: SavedPoint | undefined;
  readonly answer: Generation | undefined;
}

/** What stands in a lane already needs no second asking, unless it was broken off; a failed one is asked again by hand. */
export function answers(
  generation: Pick<Generation, 'prompt' | 'checkpointId' | 'status'> | undefined,
  prompt: string,
  checkpointId: string,
): boolean {
  if (!generation || generation.prompt !== prompt || generation.checkpointId !== checkpointId) return false;
  return generation.status !== 'cancelled';
}

/** The choice whose answers stand on the page already, after coming back to it. */
function choiceShown({ prompt: { generations } }: AppState): ChoiceId {
  const shown = generations[laneOf('fineTuned')]?.prompt;
  return CHOICES.find((choice) => promptOf(choice) === shown) ?? CHOICES[0];
}

/** Asks the three models as soon as they can be asked, and again when the prompt changes. */
export function useStart() {
  const { generate } = useActions();
  const points = useAppStore((state) => state.checkpoints.points);
  const loading = useAppStore((state) => state.checkpoints.status === 'loading');
  const generations = useAppStore((state) => state.prompt.generations);
  const shown = useAppStore(choiceShown);
  const [choice, setChoice] = useState<ChoiceId>(shown);
  const prompt = promptOf(choice);

  const ages = agesOf(points);
  const columns: readonly Column[] = AGES.map((age) => {
    const point = ages[age];
    const answer = generations[laneOf(age)];
    return { age, point, answer: point && answers(answer, prompt, point.id) ? answer : undefined };
  });
  const ask = (age: PhaseOfLife): void => {
    const point = ages[age];
    if (point)
      void generate({ laneId: laneOf(age), checkpointId: point.id, prompt, settings: SETTINGS[age] });
  };
  const unasked = loading
    ? []
    : columns.filter(({ point, answer }) => point && !answer).map(({ age }) => age);
  const unaskedKey = unasked.join();
  useEffect(() => {
    unasked.forEach(ask);
    // The list is made anew in each render; its words say whether it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [unaskedKey, prompt]);

  return {
    choice,
    setChoice,
    columns,
    loading,
    ask,
    done: columns.every(({ answer }) => answer?.status === 'done'),
  };
}
