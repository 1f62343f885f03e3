import type { ComponentType, ReactNode } from 'react';
import { STOPPED } from '../../../src/app/presenter/clock';
import { LOST, setUp, settled, stepped } from '../store/fakes';

/** Pieces of the page by name, each in one state. */
export type Pages = Readonly<Record<string, ComponentType>>;

type Visit = ReturnType<typeof setUp>;

/** States that a visit comes to, each from the one before it or from the start. */
const VISITS: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  'just opened': () => Promise.resolve(),
  booted: (visit) => visit.boot(),
  'training, with an answer': async (visit) => {
    await visit.boot();
    const runId = await visit.startRunning();
    visit.training.emit(runId, stepped(1, 40));
    visit.actions.setPromptText('def f(n):');
    visit.actions.generateLanes();
    await settled();
    const requestId = visit.training.last('generate')?.requestId ?? '';
    const nothing = { promptTokens: [], seenCharacters: 0, truncated: false, vocabulary: [] };
    visit.training.emit('', { type: 'generating', requestId, ...nothing });
    visit.training.emit('', {
      type: 'generated',
      requestId,
      text: '    #passed',
      ended: 'endOfText',
      durationMs: 1,
    });
    await settled();
  },
  'engine lost, trouble told': async (visit) => {
    await visit.boot();
    await visit.startRunning();
    visit.training.emit('', LOST);
    visit.actions.selectCheckpoint('nowhere');
    await visit.actions.startRun('fineTune');
    visit.actions.setPromptText('x'.repeat(100_000));
    await settled();
  },
};

/** Renders with what the store holds now: on a server zustand shows the state it began with. */
async function within(visit: Visit): Promise<(piece: ReactNode) => ComponentType> {
  const { AppStoreContext } = await import('../../../src/stages/appStore');
  const store = { ...visit.store, getInitialState: visit.store.getState };
  return (piece) => () => <AppStoreContext value={store}>{piece}</AppStoreContext>;
}

/** All panels and the frame of the page in every state. Imports them only now: some read their words at once. */
export async function pagesIn(): Promise<Pages> {
  const panels = import.meta.glob<{ default: ComponentType }>('/src/stages/*/Panel.tsx');
  const { STAGES } = await import('../../../src/stages/registry');
  const { Header } = await import('../../../src/app/Header');
  const { Footer } = await import('../../../src/app/Footer');
  const { Notices } = await import('../../../src/app/Notices');
  const { ModelStripHost } = await import('../../../src/app/ModelStripHost');
  const { GlossaryDialog } = await import('../../../src/app/GlossaryDialog');
  const { ShareDialog } = await import('../../../src/app/ShareDialog');
  const { HelpDialog } = await import('../../../src/app/help/HelpDialog');
  const { Stop } = await import('../../../src/app/help/TourStop');
  const { TOUR_STOPS } = await import('../../../src/app/help/tourStops');
  const { KeyList } = await import('../../../src/app/presenter/KeyList');
  const { ClassCode } = await import('../../../src/app/presenter/ClassCode');
  const { PLANS } = await import('../../../src/app/lesson/plans');
  const { SpeakerView } = await import('../../../src/app/speaker/SpeakerView');
  const { Teach } = await import('../../../src/app/teach/Teach');
  const nothing = (): void => undefined;
  const pages: Record<string, ComponentType> = {};
  for (const [state, come] of Object.entries(VISITS)) {
    const visit = setUp();
    await come(visit);
    const shown = await within(visit);
    const pieces: Record<string, ReactNode> = {
      Header: <Header stages={STAGES} current="start" onGo={nothing} />,
      Footer: <Footer />,
      Notices: <Notices />,
      ModelStripHost: <ModelStripHost />,
      GlossaryDialog: <GlossaryDialog onClose={nothing} />,
      HelpDialog: <HelpDialog onTour={nothing} onClose={nothing} />,
      KeyList: <KeyList onClose={nothing} />,
      ClassCode: <ClassCode onClose={nothing} />,
      Teach: <Teach />,
      ShareDialog: <ShareDialog hash={visit.actions.link()} onClose={nothing} />,
    };
    for (const [at, stop] of TOUR_STOPS.entries()) {
      pieces[`Tour ${stop}`] = (
        <Stop {...{ stop, at }} titleId="t" count={6} onMove={nothing} onEnd={nothing} />
      );
    }
    for (const { id, steps } of PLANS) {
      for (const at of steps.keys()) {
        const shown = {
          plan: id,
          titles: [],
          at,
          blank: true,
          frozen: false,
          spotlight: true,
          story: false,
          clock: STOPPED,
        };
        pieces[`Speaker ${id} ${at}`] = <SpeakerView shown={shown} isThere={at % 2 === 0} tell={nothing} />;
      }
    }
    for (const [path, load] of Object.entries(panels)) {
      const { default: Panel } = await load();
      pieces[path.split('/').at(-2) ?? path] = <Panel />;
    }
    for (const [name, piece] of Object.entries(pieces)) pages[`${state} | ${name}`] = shown(piece);
  }
  return pages;
}
