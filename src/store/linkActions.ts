import { text } from '../content/narrative';
import { count } from '../content/numbers';
import { decodeLink } from '../share/decode';
import { encodeLink } from '../share/encode';
import { MAX_LINK_PROMPT, type LinkState } from '../share/linkState';
import type { StoreContext } from './context';
import { whenReady } from './engineSlice';
import { problemText } from './linkProblems';
import { notify } from './lessonSlice';
import { laneWishes } from './lanes';
import { placeLinkedLanes } from './linkLanes';
import { offerRecipes } from './linkRecipes';
import { linkedExamination, presentState } from './linkExamination';
import { linkedPoint, linkedPrompt, linkedView } from './linkMapping';
import type { AppActions } from './state';
import words from './notices.en.md';

const ENGINE_NAMES = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

/** Says when the answer is computed on another engine than the sender's was. */
function compareEngines(context: StoreContext, { answeredOn }: LinkState): void {
  whenReady(context, () => {
    const { backend } = context.get().engine;
    if (!answeredOn || !backend || backend === answeredOn) return;
    notify(
      context,
      'info',
      text(words, 'link.otherEngine', { theirs: ENGINE_NAMES[answeredOn], ours: ENGINE_NAMES[backend] }),
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
    notify(context, 'warning', text(words, 'link.modelMissing', { missing, used: point.label }));
  }
  const own = link.ownModel ? [{ model: link.ownModel, standIn: point.label }] : [];
  offerRecipes(context, [...own, ...placeLinkedLanes(context, link)]);
  if (!link.run) return;
  compareEngines(context, link);
  for (const wish of laneWishes(get())) void actions.generate(wish);
}

function openLink(
  context: StoreContext,
  actions: Pick<AppActions, 'generate' | 'chooseBackend'>,
  hash: string,
): void {
  const { patch, session } = context;
  const { state, problems } = decodeLink(hash);
  if (problems.length > 0) notify(context, 'warning', problems.map(problemText).join(' '));
  patch('lesson', linkedView(state));
  if (state.backend) actions.chooseBackend(state.backend);
  if (state.examination) patch('evaluation', { settings: linkedExamination(state.examination) });
  const linked = linkedPrompt(state);
  // A step of a lesson shows what it names and no more: the question of another step is over.
  const isStep = state.plan !== undefined && state.stage !== undefined;
  if (linked || isStep) patch('lesson', { question: state.question ?? null });
  if (!linked) return;
  patch('prompt', linked);
  session.pendingLink = state;
  applyPendingLink(context, actions);
}

function link(context: StoreContext): string {
  const state: LinkState = presentState(context.get());
  const lanes = [state, ...(state.lanes ?? [])];
  if (lanes.some(({ prompt = '' }) => prompt.length > MAX_LINK_PROMPT)) {
    notify(context, 'info', text(words, 'link.promptCut', { count: count(MAX_LINK_PROMPT) }));
  }
  if (lanes.some(({ ownModel }) => ownModel)) {
    notify(context, 'info', text(words, 'link.ownModel'));
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
