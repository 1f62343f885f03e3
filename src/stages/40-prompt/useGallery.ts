import { useState } from 'react';
import { GALLERY } from '../../corpora/gallery';
import { GALLERY_THEMES, type GalleryPreset, type GalleryTheme } from '../../corpora/gallery/preset';
import { isFresh, laneWishes } from '../../store/lanes';
import type { AppState, Generation } from '../../store/state';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { questionOfPreset } from './asked';
import { canOpen, openPreset } from './openPreset';

/** Where the reader is with a question: thinking, waiting for the answers, or looking at them. */
export type QuestionStage = 'asked' | 'writing' | 'shown';

/** What the reader said to the question that is open. */
interface Reply {
  readonly presetId: string;
  /** Which of its answers; null when the reader wanted to see without guessing. */
  readonly guess: number | null;
  /** True once all answers were written: what is changed in the lab afterwards asks nothing again. */
  readonly wasShown: boolean;
}

export interface OpenQuestion {
  readonly preset: GalleryPreset;
  readonly guess: number | null;
  readonly stage: QuestionStage;
  /** The one after it, across themes; none after the last. */
  readonly next: GalleryPreset | null;
}

/** The answers to what the lanes ask now, of those that have one: written or being written. */
function answersNow(state: AppState): readonly Generation[] {
  return laneWishes(state).flatMap((wish) => {
    const answer = state.prompt.generations[wish.laneId];
    return answer && answer.status !== 'cancelled' && isFresh(answer, wish) ? answer : [];
  });
}

/** True when every lane has an answer to what it asks, written to its end. */
export function areAllWritten(state: AppState): boolean {
  const answers = answersNow(state);
  return answers.length === laneWishes(state).length && answers.every(({ status }) => status === 'done');
}

/** True when the answers are coming, although nobody guessed: Generate was pressed, or a link said so. */
export function isBegun(state: AppState): boolean {
  return answersNow(state).length > 0;
}

/** The preset that follows in the gallery, of those that can be opened. */
export function nextPreset(presets: readonly GalleryPreset[], preset: GalleryPreset): GalleryPreset | null {
  return presets[presets.indexOf(preset) + 1] ?? null;
}

function questionOf(
  preset: GalleryPreset,
  reply: Reply | null,
  presets: readonly GalleryPreset[],
): OpenQuestion {
  const stage = reply === null ? 'asked' : reply.wasShown ? 'shown' : 'writing';
  return { preset, guess: reply?.guess ?? null, stage, next: nextPreset(presets, preset) };
}

/** The gallery: presets by theme, and the question that is open. */
export function useGallery() {
  const actions = useActions();
  const { getState } = useAppStoreApi();
  const points = useAppStore((state) => state.checkpoints.points);
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const questionId = useAppStore((state) => state.lesson.question);
  const begun = useAppStore(isBegun);
  const isWritten = useAppStore(areAllWritten);
  const asked = GALLERY.find(({ id }) => id === questionId);
  const [theme, setTheme] = useState<GalleryTheme>(asked?.theme ?? GALLERY_THEMES[0]);
  const [kept, setReply] = useState<Reply | null>(null);
  const reply = kept?.presetId === asked?.id ? kept : null;
  if (asked && !reply && begun) setReply({ presetId: asked.id, guess: null, wasShown: isWritten });
  if (reply && !reply.wasShown && isWritten) setReply({ ...reply, wasShown: true });

  const presets = GALLERY.filter((preset) => canOpen(preset, points));
  return {
    theme,
    setTheme,
    /** Those of the theme. */
    presets: presets.filter((preset) => preset.theme === theme),
    count: presets.length,
    question: asked ? questionOf(asked, reply, presets) : null,
    /** True when a link asks a question that this page does not have. */
    isUnknown: questionId !== null && !asked,
    unavailable,
    open: (preset: GalleryPreset): void => {
      openPreset(actions, getState(), preset);
      setTheme(preset.theme);
      setReply(null);
      actions.askQuestion(preset.id);
    },
    close: () => actions.askQuestion(null),
    /** Takes the reader's guess, null for none, and writes the answers. */
    guess: (option: number | null) => {
      if (!asked) return;
      if (option !== null) actions.predict(questionOfPreset(asked), String(option));
      setReply({ presetId: asked.id, guess: option, wasShown: false });
      actions.generateLanes();
    },
  };
}

export type GalleryView = ReturnType<typeof useGallery>;
