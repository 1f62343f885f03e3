import type { Stage } from './stage';

const modules = import.meta.glob<{ default: Stage }>('./*/stage.tsx', { eager: true });

/** Every stage found on disk, in the order of the folders' numbers. */
export const STAGES: readonly Stage[] = Object.entries(modules)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([, module]) => module.default);
