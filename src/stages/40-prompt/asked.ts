import { text } from '../../content/narrative';
import { GALLERY } from '../../corpora/gallery';
import type { GalleryPreset } from '../../corpora/gallery/preset';
import type { AppState } from '../../store/state';
import type { Asked } from '../stage';
import words from './gallery.en.md';

/** The id the guess to a preset's question is kept under. */
export const questionOfPreset = ({ id }: Pick<GalleryPreset, 'id'>): string => `gallery.${id}`;

/** One of the answers that a preset offers, in words. */
export const optionOf = ({ id }: Pick<GalleryPreset, 'id'>, option: number): string =>
  text(words, `${id}.${option}`);

/** The questions of the gallery that the reader guessed. What is right was seen when it was written. */
export function askedHere({ lesson }: Pick<AppState, 'lesson'>): readonly Asked[] {
  return GALLERY.flatMap((preset) => {
    const guess = Number(lesson.predictions[questionOfPreset(preset)] ?? NaN);
    if (!Number.isInteger(guess) || guess < 0 || guess >= preset.options) return [];
    return {
      id: questionOfPreset(preset),
      question: text(words, `${preset.id}.question`),
      guess: optionOf(preset, guess),
      result: optionOf(preset, preset.answer),
      verdict: guess === preset.answer ? 'right' : 'wrong',
    };
  });
}
