import { lazy, type ComponentType } from 'react';
import { STAGES } from '../stages/registry';
import type { Stage } from '../stages/stage';
import type { StageId } from '../store/state';

const arrived = new Map<StageId, ComponentType>();

/** Gets the code of what a stage shows. */
export async function loadPanel({ id, load }: Stage): ReturnType<Stage['load']> {
  const code = await load();
  arrived.set(id, code.default);
  return code;
}

const awaited = new Map(STAGES.map((stage) => [stage.id, lazy(() => loadPanel(stage))]));

/**
 * What a stage shows, ready to be drawn where its code has arrived, else as a component that suspends until it has.
 * The two are different components: who draws one stays with it.
 */
export function panelOf({ id }: Stage): ComponentType {
  const panel = arrived.get(id) ?? awaited.get(id);
  if (!panel) throw new Error(`expected a stage of the registry, got "${id}"`);
  return panel;
}
