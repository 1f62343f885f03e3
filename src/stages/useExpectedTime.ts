import { PRESETS, type PresetName } from '../engine/config';
import { expectedSeconds, stepShapeOf } from '../engine/cost';
import { FIRST_MERGE_ID } from '../engine/tokenizer/tokenizerFile';
import { timedMs } from '../store/selectors';
import { useAppStore } from './appStore';

/** Gives the expected seconds of a run on the engine in use; null while its speed is not known. */
export function useExpectedTime(): ((preset: PresetName, totalSteps: number) => number) | null {
  const measured = useAppStore(timedMs);
  const isGraphics = useAppStore((state) => state.engine.backend === 'webgl');
  const vocabSize = useAppStore((state) => FIRST_MERGE_ID + state.tokenizer.current.merges.length);
  if (measured === null) return null;
  const speed = { timedMs: measured, isGraphics };
  return (preset, totalSteps) => expectedSeconds(speed, stepShapeOf(PRESETS[preset], vocabSize), totalSteps);
}
