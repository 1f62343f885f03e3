import { LOSS, SHARE } from '../src/ui/charts/measures';
import { StepChart } from '../src/ui/charts/StepChart';
import type { StepSeries } from '../src/ui/charts/stepSeries';
import { Figure } from '../src/ui/prose/Figure';
import { Reveal } from '../src/ui/run/Reveal';
import { RunControls } from '../src/ui/run/RunControls';
import { RunProgress } from '../src/ui/run/RunProgress';
import type { RunStatus } from '../src/ui/run/runStatus';
import { SampleStrip } from '../src/ui/run/SampleStrip';
import { ModelStrip } from '../src/ui/strip/ModelStrip';
import type { TimelinePoint } from '../src/ui/strip/Timeline';
import { Sheet, State } from './Sheet';

const STATUSES: readonly RunStatus[] = [
  'idle',
  'starting',
  'running',
  'pausing',
  'paused',
  'stopping',
  'stopped',
  'finished',
  'recovering',
  'failed',
];
const nothing = (): void => undefined;

/** A curve that falls like a loss, or rises like a share. */
const curve = (from: number, to: number): StepSeries['points'] =>
  Array.from({ length: 30 }, (_, i) => ({ step: i * 10, value: to + (from - to) * Math.exp(-i / 6) }));

const LINES: readonly StepSeries[] = [
  { kind: 'prose', label: 'Held-out stories', points: curve(6, 1) },
  { kind: 'code', label: 'Held-out code', points: curve(7, 0.4) },
  { kind: 'prose', label: 'Held-out stories', recorded: true, points: curve(6, 1.2) },
];
const SHARES: readonly StepSeries[] = [
  { kind: 'parses', label: 'parses', points: curve(0, 95) },
  { kind: 'runs', label: 'runs', points: curve(0, 80) },
  { kind: 'passes', label: 'passes', points: curve(0, 50) },
];

const POINTS: readonly TimelinePoint[] = [
  { id: 'u', name: 'Untrained', phase: 'untrained', step: 0, live: false },
  { id: 'p', name: 'Pretrained, step 300', phase: 'pretrained', step: 300, live: false },
  { id: 'f', name: 'Fine-tuned, step 700', phase: 'fineTuned', step: 700, live: false },
  { id: 'l', name: 'In training', phase: 'fineTuned', step: null, live: true },
];

/** Training, its controls and its curves. */
export function Runs() {
  return (
    <Sheet title="Runs">
      {STATUSES.map((status) => (
        <State key={status} name={`run: ${status}`}>
          <RunControls
            status={status}
            step={status === 'idle' ? 0 : 40}
            restoredAtStep={status === 'paused' ? 30 : null}
            preparing={status === 'starting' ? { ready: 12, total: 69 } : null}
            failure={status === 'failed' ? 'The engine answered something that is no number.' : null}
            obstacle={null}
            busyElsewhere={false}
            onIntend={nothing}
          />
          {status !== 'idle' && (
            <RunProgress
              status={status}
              step={40}
              totalSteps={300}
              tokensPerSecond={12_000}
              secondsLeft={status === 'running' ? 90 : null}
              bytesSeen={1_200_000}
            />
          )}
        </State>
      ))}
      <State name="chart: nothing yet, lines, shares">
        <StepChart
          measure={LOSS}
          series={[]}
          baselines={[]}
          totalSteps={300}
          emptyText="Nothing was measured yet."
        />
        <Figure title="Loss" caption="A caption says what to look for." explanation={<p>How to read it.</p>}>
          <StepChart
            measure={LOSS}
            series={LINES}
            baselines={[{ label: 'letter counts', value: 4.2 }]}
            totalSteps={300}
            marker={{ step: 120, label: 'step 120' }}
            emptyText=""
          />
        </Figure>
        <StepChart measure={SHARE} series={SHARES} baselines={[]} totalSteps={300} emptyText="" />
      </State>
      <State name="samples: none, some">
        <SampleStrip samples={[]}>{() => null}</SampleStrip>
        <SampleStrip samples={[{ step: 0 }, { step: 40 }]}>
          {({ step }) => <p>Written at {step}.</p>}
        </SampleStrip>
      </State>
      <State name="reveal: with a guess, without">
        <Reveal question="What comes?" guess="The first" next={{ label: 'On', onGo: nothing }}>
          <p>The first it was.</p>
        </Reveal>
        <Reveal question="What comes?" guess={null} next={{ label: 'On', onGo: nothing }}>
          <p>The first it was.</p>
        </Reveal>
      </State>
      <State name="strip: loading, a model and a run elsewhere" wide>
        {[null, { text: 'Fine-tune: 40 of 300', href: '#' }].map((run, i) => (
          <ModelStrip
            key={i}
            facts={
              i === 0
                ? null
                : {
                    name: 'Fine-tuned · step 700',
                    detail: '9.6 MB read',
                    proseBitsPerByte: 1.1,
                    codeBitsPerByte: 0.3,
                    sample: 'return result',
                  }
            }
            status="The models are loading."
            points={POINTS}
            currentId="f"
            onPick={nothing}
            lives={[{ id: 'small', owner: 'shipped', label: 'small' }]}
            life="small"
            onLife={nothing}
            run={run}
            onOpenRun={nothing}
          />
        ))}
      </State>
    </Sheet>
  );
}
