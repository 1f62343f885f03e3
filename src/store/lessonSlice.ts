import { text } from '../content/narrative';
import { LINK_HIDABLE } from '../share/linkState';
import type { StoreContext } from './context';
import type { AppActions, LessonSlice, Notice } from './state';
import words from './notices.en.md';

/** More notices than this at once would hide the page; the oldest goes. */
const MAX_NOTICES = 4;

/** Preference that holds the theme. */
const THEME = 'theme';
/** Preference that says that the tour was taken or declined. */
const TOUR = 'tour';
/** Preference that says whether single keys do something. */
const LETTER_KEYS = 'letterKeys';
const THEMES: readonly LessonSlice['theme'][] = ['system', 'light', 'dark'];

export const INITIAL_LESSON: LessonSlice = {
  stage: 'start',
  theme: 'system',
  notices: [],
  predictions: {},
  earlierGuesses: null,
  tourKnown: null,
  letterKeys: true,
  hidden: [],
  presenting: false,
  plan: null,
  question: null,
  recordedAt: null,
};

/** Shows a sentence to the reader, unless the very same is on the screen already. */
export function notify({ get, patch, session }: StoreContext, tone: Notice['tone'], sentence: string): void {
  const { notices } = get().lesson;
  if (notices.some((notice) => notice.text === sentence)) return;
  session.lastNotice += 1;
  patch('lesson', {
    notices: [...notices, { id: session.lastNotice, tone, text: sentence }].slice(-MAX_NOTICES),
  });
}

/** Says once per visit that nothing can be kept. What could not be kept stays in memory. */
export function tellStorageTrouble(context: StoreContext, error: unknown): void {
  if (context.session.storageTroubleTold) return;
  context.session.storageTroubleTold = true;
  const full = typeof error === 'object' && error !== null && 'failure' in error && error.failure === 'full';
  notify(context, 'warning', text(words, full ? 'storage.full' : 'storage.refused'));
}

/** Takes up what the reader chose on an earlier visit. */
export async function loadTheme(context: StoreContext): Promise<void> {
  try {
    const kept = await context.deps.storage.loadPreference(THEME);
    const theme = THEMES.find((candidate) => candidate === kept);
    if (theme && context.get().lesson.theme === 'system') context.patch('lesson', { theme });
  } catch (error) {
    tellStorageTrouble(context, error);
  }
}

/** Finds out whether the tour was offered on an earlier visit. Where nothing can be kept, it is not offered each time. */
export async function loadTourKnown({ deps, get, patch }: StoreContext): Promise<void> {
  const kept = await deps.storage.loadPreference(TOUR).catch(() => 'unknown');
  if (get().lesson.tourKnown === null) patch('lesson', { tourKnown: kept !== null });
}

/** Takes up whether the reader switched single keys off on an earlier visit. */
export async function loadLetterKeys({ deps, patch }: StoreContext): Promise<void> {
  const kept = await deps.storage.loadPreference(LETTER_KEYS).catch(() => null);
  if (kept === 'false') patch('lesson', { letterKeys: false });
}

type LessonActions = Pick<
  AppActions,
  | 'goTo'
  | 'setTheme'
  | 'knowTour'
  | 'setLetterKeys'
  | 'notify'
  | 'dismiss'
  | 'setHidden'
  | 'askQuestion'
  | 'setPresenting'
  | 'lookAtRecording'
>;

export function lessonActions(context: StoreContext): LessonActions {
  const { get, patch, deps } = context;
  return {
    goTo: (stage) => {
      patch('lesson', { stage });
    },
    setTheme: (theme) => {
      patch('lesson', { theme });
      deps.storage.savePreference(THEME, theme).catch((error: unknown) => {
        tellStorageTrouble(context, error);
      });
    },
    knowTour: () => {
      if (get().lesson.tourKnown) return;
      patch('lesson', { tourKnown: true });
      deps.storage.savePreference(TOUR, 'known').catch((error: unknown) => {
        tellStorageTrouble(context, error);
      });
    },
    setLetterKeys: (letterKeys) => {
      patch('lesson', { letterKeys });
      deps.storage.savePreference(LETTER_KEYS, String(letterKeys)).catch((error: unknown) => {
        tellStorageTrouble(context, error);
      });
    },
    askQuestion: (question) => {
      patch('lesson', { question });
    },
    setHidden: (hidden) => {
      patch('lesson', { hidden: LINK_HIDABLE.filter((part) => hidden.includes(part)) });
    },
    setPresenting: (presenting) => {
      patch('lesson', presenting ? { presenting } : { presenting, plan: null });
    },
    lookAtRecording: (recordedAt) => {
      patch('lesson', { recordedAt });
    },
    notify: (tone, sentence) => {
      notify(context, tone, sentence);
    },
    dismiss: (noticeId) => {
      patch('lesson', { notices: get().lesson.notices.filter((notice) => notice.id !== noticeId) });
    },
  };
}
