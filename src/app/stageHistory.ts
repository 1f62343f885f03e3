import { decodeLink } from '../share/decode';
import { encodeLink } from '../share/encode';
import type { LinkState } from '../share/linkState';
import type { AppActions, LessonSlice, StageId } from '../store/state';

/** The part of the window that history needs; tests pass a small one. */
export interface HistoryPage {
  readonly location: { readonly hash: string };
  readonly history: {
    readonly state: unknown;
    pushState(state: unknown, unused: string, url: string): void;
    replaceState(state: unknown, unused: string, url?: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

interface Lesson {
  readonly lesson: Pick<LessonSlice, 'stage' | 'hidden' | 'presenting' | 'plan'>;
}

/** The part of the store that history works with. */
export interface HistoryStore {
  getState(): Lesson & { readonly actions: Pick<AppActions, 'goTo' | 'openLink'> };
  subscribe(listener: (state: Lesson, before: Lesson) => void): () => void;
}

/** The address of a stage with nothing else in it. */
export const stageHref = (stage: StageId): string => encodeLink({ stage });

/** What an address keeps besides the stage, so that a reload shows the page as it was. */
const viewOf = ({
  hidden,
  presenting,
  plan,
}: Lesson['lesson']): Pick<LinkState, 'hide' | 'present' | 'plan'> => ({
  hide: hidden,
  ...(presenting ? { present: true } : {}),
  ...(plan ? { plan } : {}),
});

/** An address with another view; all else it says stays. */
function withView(hash: string, lesson: Lesson['lesson']): string {
  const rest: { -readonly [P in keyof LinkState]: LinkState[P] } = { ...decodeLink(hash).state };
  delete rest.present;
  delete rest.plan;
  return encodeLink({ stage: lesson.stage, ...rest, ...viewOf(lesson) });
}

/** The stage that an entry of the browser's history was made for; null for links that came from outside. */
function stageOf(entry: unknown, stages: readonly StageId[]): StageId | null {
  if (typeof entry !== 'object' || entry === null || !('stage' in entry)) return null;
  return stages.find((stage) => stage === entry.stage) ?? null;
}

/**
 * Keeps the address and the store's stage in step.
 *
 * Each stage change adds an entry to the browser's history, so Back works. An entry we made only changes the stage;
 * a step of a lesson, and an address that came from outside, is opened as a link, with everything it carries. What is
 * hidden stays in the address, whichever stage is open.
 * @returns a function that lets go of the page
 */
export function connectHistory(
  store: HistoryStore,
  stages: readonly StageId[],
  page: HistoryPage,
): () => void {
  const { actions } = store.getState();
  /** Marks the present entry as seen, without changing the address. */
  const mark = (): void => page.history.replaceState({ stage: store.getState().lesson.stage }, '');
  let opening = false;
  const open = (): void => {
    opening = true;
    actions.openLink(page.location.hash);
    opening = false;
    mark();
  };
  const follow = (): void => {
    const { state } = page.history;
    const { hash } = page.location;
    const stage = stageOf(state, stages);
    if (stage && !decodeLink(hash).state.plan) {
      actions.goTo(stage);
      return;
    }
    const { lesson } = store.getState();
    // Going back to a step shows it again, but does not begin to present again.
    if (stage && !lesson.presenting) page.history.replaceState(state, '', withView(hash, lesson));
    open();
  };
  const unsubscribe = store.subscribe(({ lesson }, before) => {
    if (opening) return;
    const { stage, hidden, presenting, plan } = lesson;
    if (stage !== before.lesson.stage && stage !== stageOf(page.history.state, stages)) {
      page.history.pushState({ stage }, '', encodeLink({ stage, ...viewOf(lesson) }));
    } else if (
      hidden !== before.lesson.hidden ||
      presenting !== before.lesson.presenting ||
      plan !== before.lesson.plan
    ) {
      page.history.replaceState(page.history.state, '', withView(page.location.hash, lesson));
    }
  });
  // The store was made with the address the page was opened with.
  mark();
  page.addEventListener('popstate', follow);
  return () => {
    unsubscribe();
    page.removeEventListener('popstate', follow);
  };
}
