import { createStore } from 'zustand/vanilla';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  connectHistory,
  stageHref,
  type HistoryPage,
  type HistoryStore,
} from '../../../src/app/stageHistory';
import { LINK_STAGES } from '../../../src/share/linkState';
import { STAGES as FOLDERS } from '../../../src/stages/registry';
import { decodeLink } from '../../../src/share/decode';
import type { LessonSlice, StageId } from '../../../src/store/state';

const STAGES: readonly StageId[] = LINK_STAGES;

interface Entry {
  state: unknown;
  hash: string;
}

/** A window's history, small: entries, a position, Back, and an address that can be typed. */
class FakePage implements HistoryPage {
  entries: Entry[] = [{ state: null, hash: '' }];
  position = 0;
  private readonly listeners = new Set<() => void>();

  private get entry(): Entry {
    const entry = this.entries[this.position];
    if (!entry) throw new Error(`No history entry at ${this.position}`);
    return entry;
  }
  get location() {
    return { hash: this.entry.hash };
  }
  get history() {
    return {
      state: this.entry.state,
      pushState: (state: unknown, _: string, hash: string) => this.push({ state, hash }),
      replaceState: (state: unknown, _: string, hash = this.entry.hash) => {
        this.entries[this.position] = { state, hash };
      },
    };
  }
  private push(entry: Entry): void {
    this.entries = [...this.entries.slice(0, this.position + 1), entry];
    this.position += 1;
  }
  type(hash: string): void {
    this.push({ state: null, hash });
    this.listeners.forEach((listener) => listener());
  }
  back(): void {
    this.position -= 1;
    this.listeners.forEach((listener) => listener());
  }
  addEventListener(_: 'popstate', listener: () => void): void {
    this.listeners.add(listener);
  }
  removeEventListener(_: 'popstate', listener: () => void): void {
    this.listeners.delete(listener);
  }
}

/** The part of the store that history works with. */
function lessonStore(openLink: (hash: string) => void) {
  return createStore<ReturnType<HistoryStore['getState']>>()((set) => {
    const goTo = (stage: StageId): void => set(({ lesson }) => ({ lesson: { ...lesson, stage } }));
    const open = (hash: string): void => {
      openLink(hash);
      const { stage } = decodeLink(hash).state;
      if (stage) goTo(stage);
    };
    return {
      lesson: { stage: 'start', hidden: [], presenting: false, plan: null },
      actions: { goTo, openLink: open },
    };
  });
}

describe('connectHistory', () => {
  let page: FakePage;
  const openLink = vi.fn<(hash: string) => void>();
  let store: ReturnType<typeof lessonStore>;
  let disconnect: () => void;
  const stage = (): StageId => store.getState().lesson.stage;
  const change = (view: Partial<Pick<LessonSlice, 'hidden' | 'presenting' | 'plan'>>): void =>
    store.setState(({ lesson }) => ({ lesson: { ...lesson, ...view } }));

  beforeEach(() => {
    page = new FakePage();
    openLink.mockClear();
    store = lessonStore(openLink);
    disconnect = connectHistory(store, STAGES, page);
  });

  it('adds one entry for each change of stage', () => {
    store.getState().actions.goTo('pretrain');
    store.getState().actions.goTo('pretrain');
    expect(page.entries.map(({ hash }) => hash)).toEqual(['', stageHref('pretrain')]);
  });

  it('keeps in the address what is hidden, on every stage, until everything is shown', () => {
    const view = (): unknown => {
      const { state } = decodeLink(page.location.hash);
      return { stage: state.stage, hide: state.hide ?? [], present: state.present ?? false };
    };
    change({ hidden: ['navigation', 'notes'], presenting: true });
    expect(view()).toEqual({ stage: 'start', hide: ['navigation', 'notes'], present: true });
    store.getState().actions.goTo('prompt');
    expect(view()).toEqual({ stage: 'prompt', hide: ['navigation', 'notes'], present: true });
    change({ hidden: [], presenting: false, plan: null });
    expect(view()).toEqual({ stage: 'prompt', hide: [], present: false });
    expect(page.entries).toHaveLength(2);
  });

  it('keeps the lesson and its step in the address, on every stage, until the presenter stops', () => {
    const plan = (): unknown => decodeLink(page.location.hash).state.plan ?? null;
    change({ presenting: true, plan: { id: 'short', step: 4 } });
    expect(plan()).toEqual({ id: 'short', step: 4 });
    store.getState().actions.goTo('prompt');
    expect(plan()).toEqual({ id: 'short', step: 4 });
    change({ presenting: false, plan: null });
    expect(plan()).toBeNull();
  });

  it('leaves everything else in the address as it is when the view changes', () => {
    page.type('#v=1&stage=prompt&seed=5');
    change({ hidden: ['strip'] });
    expect(decodeLink(page.location.hash).state).toEqual({ stage: 'prompt', seed: 5, hide: ['strip'] });
    expect(openLink).toHaveBeenCalledTimes(1);
  });

  it('goes back to the stage before, without opening its address as a link', () => {
    store.getState().actions.goTo('pretrain');
    store.getState().actions.goTo('prompt');
    page.back();
    expect(stage()).toBe('pretrain');
    page.back();
    expect(stage()).toBe('start');
    expect(openLink).not.toHaveBeenCalled();
    expect(page.entries).toHaveLength(3);
  });

  const step = (number: number): string => `#v=2&stage=prompt&q=renamed&present=1&plan=short.${number}`;

  it('goes back to the step of a lesson before by opening it, also within one stage', () => {
    change({ presenting: true });
    page.type(step(7));
    page.type(step(8));
    openLink.mockClear();
    page.back();
    expect(openLink.mock.calls).toEqual([[step(7)]]);
    expect(page.entries).toHaveLength(3);
  });

  it('does not begin to present again when a reader goes back to what was presented', () => {
    change({ presenting: true });
    page.type(step(7));
    store.getState().actions.goTo('conclusion');
    change({ presenting: false, plan: null });
    openLink.mockClear();
    page.back();
    expect(openLink.mock.calls).toEqual([['#v=2&stage=prompt&q=renamed']]);
    expect(page.location.hash).toBe('#v=2&stage=prompt&q=renamed');
  });

  it('opens an address that was typed as a link, once', () => {
    page.type('#v=1&stage=prompt&seed=5');
    expect(openLink.mock.calls).toEqual([['#v=1&stage=prompt&seed=5']]);
    expect(stage()).toBe('prompt');
    expect(page.entries.at(-1)?.hash).toBe('#v=1&stage=prompt&seed=5');
    page.back();
    expect(stage()).toBe('start');
    expect(openLink).toHaveBeenCalledTimes(1);
  });

  it('leaves a stage that is not known in an entry of somebody else to the link reader', () => {
    page.history.replaceState({ stage: 'elsewhere' }, '', '#x=1');
    store.getState().actions.goTo('tokenize');
    page.back();
    expect(openLink).toHaveBeenCalledWith('#x=1');
  });

  it('lets go of page and store', () => {
    disconnect();
    store.getState().actions.goTo('prompt');
    page.type('#v=1&stage=tokenize');
    expect(openLink).not.toHaveBeenCalled();
    expect(page.entries.some(({ hash }) => hash === stageHref('prompt'))).toBe(false);
  });
});

describe('the stages a link can name', () => {
  it('are those that have a folder, in the order of the folders', () => {
    expect(FOLDERS.map(({ id }) => id)).toEqual(LINK_STAGES);
  });
});

describe('stageHref', () => {
  it.each(STAGES)('is a link that opens %s and nothing else', (stage) => {
    expect(decodeLink(stageHref(stage))).toEqual({ state: { stage }, problems: [] });
  });
});
