import type { StoreContext } from './context';
import type { AppState, Generation } from './state';

/** The answer to this request, if its lane still shows it. */
export function answerTo(state: Pick<AppState, 'prompt'>, requestId: string): Generation | undefined {
  return Object.values(state.prompt.generations).find((generation) => generation.requestId === requestId);
}

/** Shows an answer in its lane, in place of the one before. */
export function putAnswer({ get, patch }: StoreContext, generation: Generation): void {
  const { generations } = get().prompt;
  patch('prompt', { generations: { ...generations, [generation.laneId]: generation } });
}

/** Changes an answer that is still shown. */
export function changeAnswer(context: StoreContext, requestId: string, fields: Partial<Generation>): void {
  const generation = answerTo(context.get(), requestId);
  if (generation) putAnswer(context, { ...generation, ...fields });
}
