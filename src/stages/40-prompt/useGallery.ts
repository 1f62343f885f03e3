import { useState } from 'react';
import { GALLERY } from '../../corpora/gallery';
import { GALLERY_THEMES, type GalleryPreset, type GalleryTheme } from '../../corpora/gallery/preset';
import { laneWishes } from '../../store/lanes';
import type { AppState } from '../../store/state';
import { useActions, useAppStore, useAppStoreApi } from '../appStore';
import { canOpen, openPreset } from './openPreset';

/** Where the reader is with a question: thinking, waiting for the answers, or looking at them. */
export type QuestionStage = 'asked' | 'writing' | 'shown';

/** A question that is open. */
interface Opened {
  readonly preset: GalleryPreset;
  /** Which of its answers; null when the reader wanted to see without guessing; absent before that. */
  readonly guess?: number | null;
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

/** True when every lane has an answer that was written to its end. */
export function areAllWritten(state: AppState): boolean {
  return laneWishes(state).every(({ laneId }) => state.prompt.generations[laneId]?.status === 'done');
}

/** The preset that follows in the gallery, of those that can be opened. */
export function nextPreset(presets: readonly GalleryPreset[], preset: GalleryPreset): GalleryPreset | null {
  return presets[presets.indexOf(preset) + 1] ?? null;
}

function questionOf({ preset, guess, wasShown }: Opened, presets: readonly GalleryPreset[]): OpenQuestion {
  const stage = guess === undefined ? 'asked' : wasShown ? 'shown' : 'writing';
  return { preset, guess: guess ?? null, stage, next: nextPreset(presets, preset) };
}

/** The gallery: presets by theme, and the question that is open. */
export function useGallery(onOpen: (preset: GalleryPreset) => void) {
  const actions = useActions();
  const { getState } = useAppStoreApi();
  const points = useAppStore((state) => state.checkpoints.points);
  const unavailable = useAppStore((state) => state.engine.status === 'unavailable');
  const isWritten = useAppStore(areAllWritten);
  const [theme, setTheme] = useState<GalleryTheme>(GALLERY_THEMES[0]);
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened?.guess !== undefined && !opened.wasShown && isWritten) setOpened({ ...opened, wasShown: true });

  const presets = GALLERY.filter((preset) => canOpen(preset, points));
  const open = (preset: GalleryPreset): void => {
    openPreset(actions, getState(), preset);
    setTheme(preset.theme);
    setOpened({ preset, wasShown: false });
    onOpen(preset);
  };
  return {
    theme,
    setTheme,
    /** Those of the theme. */
    presets: presets.filter((preset) => preset.theme === theme),
    count: presets.length,
    question: opened && questionOf(opened, presets),
    unavailable,
    open,
    close: () => setOpened(null),
    /** Takes the reader's guess, null for none, and writes the answers. */
    guess: (option: number | null) => {
      if (!opened) return;
      actions.generateLanes();
      setOpened({ ...opened, guess: option });
    },
  };
}

export type GalleryView = ReturnType<typeof useGallery>;
