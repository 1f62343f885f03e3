import { decodeLink } from '../share/decode';
import { encodeLink } from '../share/encode';
import { MAX_LINK_PROMPT, type LinkState, type OwnModel } from '../share/linkState';
import type { StoreContext } from './context';
import { editedDraft } from './drafts';
import { whenReady } from './engineSlice';
import { notify } from './lessonSlice';
import { linkedPoint, linkedPrompt, linkStateOf, PROMPT_LANE } from './linkMapping';
import type { AppActions } from './state';

const OWN_WORDS: Readonly<Record<OwnModel['phase'], string>> = {
  untrained: 'a model of their own that had learned nothing yet',
  pretrained: 'a model they pretrained themselves',
  fineTuned: 'a model they fine-tuned themselves',
};

/** Tells of the sender's own model, and sets the panels to as much of its recipe as a link carries. */
function offerRecipe(context: StoreContext, { phase, preset, steps, seed }: OwnModel, standIn: string): void {
  const { get, patch } = context;
  const trained = phase !== 'untrained';
  const numbers = trained ? `size ${preset}, ${steps} steps, seed ${seed}` : `size ${preset}, seed ${seed}`;
  notify(
    context,
    'info',
    `The sender used ${OWN_WORDS[phase]}: ${numbers}. You see the nearest one that comes with the page, "${standIn}". The training panel is set to these numbers; texts, tokens and other settings of theirs do not travel in a link, so what you train can differ.`,
  );
  const { drafts } = get().runs;
  const target = phase === 'fineTuned' ? 'fineTune' : 'pretrain';
  const presetOf = (id: string) =>
    get().checkpoints.points.find((point) => point.id === id)?.info.preset ?? null;
  const change = { preset, seed, ...(trained ? { totalSteps: steps } : {}) };
  patch('runs', { drafts: { ...drafts, [target]: editedDraft(target, drafts[target], change, presetOf) } });
}

const ENGINE_NAMES = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

/** Says when the answer is computed on another engine than the sender's was. */
function compareEngines(context: StoreContext, { answeredOn }: LinkState): void {
  whenReady(context, () => {
    const { backend } = context.get().engine;
    if (!answeredOn || !backend || backend === answeredOn) return;
    notify(
      context,
      'info',
      `The sender's answer was computed on ${ENGINE_NAMES[answeredOn]}, yours on ${ENGINE_NAMES[backend]}: the last digits differ, and where words are drawn by chance that can change one.`,
    );
  });
}

/** Applies the part of a link that needs the list of models; call again once the list is there. */
export function applyPendingLink(context: StoreContext, actions: Pick<AppActions, 'generate'>): void {
  const { get, patch, session } = context;
  const link = session.pendingLink;
  if (!link || get().checkpoints.status === 'loading') return;
  session.pendingLink = null;
  const { point, missing } = linkedPoint(get(), link);
  if (!point) return;
  patch('checkpoints', { currentId: point.id });
  session.linkChoseModel = true;
  if (missing !== null) {
    notify(
      context,
      'warning',
      `The link names the model "${missing}", which is not here; "${point.label}" is used instead.`,
    );
  }
  if (link.ownModel) offerRecipe(context, link.ownModel, point.label);
  if (!link.run) return;
  compareEngines(context, link);
  const { text: prompt, settings } = get().prompt;
  void actions.generate({ laneId: PROMPT_LANE, checkpointId: point.id, prompt, settings });
}

function openLink(
  context: StoreContext,
  actions: Pick<AppActions, 'generate' | 'chooseBackend'>,
  hash: string,
): void {
  const { patch, session } = context;
  const { state, problems } = decodeLink(hash);
  if (problems.length > 0) notify(context, 'warning', problems.join(' '));
  if (state.stage) patch('lesson', { stage: state.stage });
  if (state.backend) actions.chooseBackend(state.backend);
  const linked = linkedPrompt(state);
  if (!linked) return;
  patch('prompt', linked);
  session.pendingLink = state;
  applyPendingLink(context, actions);
}

function link(context: StoreContext): string {
  const state: LinkState = linkStateOf(context.get());
  if ((state.prompt?.length ?? 0) > MAX_LINK_PROMPT) {
    notify(
      context,
      'info',
      `A link can carry a prompt of ${MAX_LINK_PROMPT} characters; it has the end of yours.`,
    );
  }
  if (state.ownModel) {
    notify(
      context,
      'info',
      'Your own model stays on this machine. The link opens the nearest one that comes with the page and tells the size, steps and seed of yours; your texts, tokens and other settings do not travel.',
    );
  }
  return encodeLink(state);
}

type LinkActions = Pick<AppActions, 'link' | 'openLink'>;

export function linkActions(
  context: StoreContext,
  actions: Pick<AppActions, 'generate' | 'chooseBackend'>,
): LinkActions {
  return {
    link: () => link(context),
    openLink: (hash) => {
      openLink(context, actions, hash);
    },
  };
}
