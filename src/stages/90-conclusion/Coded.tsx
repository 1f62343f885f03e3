import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { count, decimals } from '../../content/numbers';
import { SHARE } from '../../ui/charts/measures';
import { StepChart } from '../../ui/charts/StepChart';
import type { Baseline, StepSeries } from '../../ui/charts/stepSeries';
import { PythonCode } from '../../ui/code/PythonCode';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { shownText } from '../../ui/tokens/shownText';
import { useActions } from '../appStore';
import { verdictShares } from '../curves';
import words from './narrative.en.md';
import { Tag } from './Tag';
import { endsOf, lossEnds, type Told } from './told';

const NO_BASELINES: readonly Baseline[] = [];
const VERDICTS = ['parses', 'runs', 'passes'] as const;

/** The gain and the price, in numbers of this run. */
function Story({ told }: { readonly told: Told }) {
  const code = lossEnds(told, 'codeBitsPerByte');
  const prose = lossEnds(told, 'proseBitsPerByte');
  const programs = endsOf(told.verdicts);
  const losses = (ends: readonly [number, number] | null) =>
    ends && { from: decimals(ends[0]), to: decimals(ends[1]) };
  return (
    <>
      <Prose
        of={words}
        at={code ? 'code.story' : 'code.storyShort'}
        count={told.steps}
        values={{ ...losses(code) }}
      />
      {programs && (
        <Prose
          of={words}
          at="code.programs"
          values={{
            before: count(programs[0].passes),
            beforeTotal: count(programs[0].total),
            after: count(programs[1].passes),
            afterTotal: count(programs[1].total),
          }}
        />
      )}
      {prose && <Prose of={words} at="code.price" values={{ ...losses(prose) }} />}
    </>
  );
}

/** Second: the same weights read Python. */
export function Coded({ told }: { readonly told: Told }) {
  const { goTo } = useActions();
  const { verdicts, totalSteps, samples, isOwn } = told;
  const series = useMemo<readonly StepSeries[]>(
    () =>
      VERDICTS.map((kind) => ({
        kind,
        label: text(words, `line.${kind}`),
        points: verdictShares(verdicts, kind),
      })),
    [verdicts],
  );
  const sample = samples.at(-1);
  return (
    <StageSection
      title={text(words, 'code.heading')}
      story={
        <>
          <Story told={told} />
          {!isOwn && (
            <p>
              <Button onClick={() => goTo('fine-tune')}>{text(words, 'fineTune')}</Button>
            </p>
          )}
        </>
      }
    >
      {sample && (
        <Figure
          title={text(words, 'code.sample')}
          explanation={<Prose of={words} at="code.sampleExplanation" />}
          aside={<Tag isOwn={isOwn} />}
        >
          <PythonCode prompt={sample.prompt} code={shownText(sample.text)} />
        </Figure>
      )}
      {verdicts.length > 1 && (
        <Figure
          title={text(words, 'code.figure')}
          caption={text(words, 'code.caption')}
          explanation={<Prose of={words} at="code.explanation" />}
          aside={<Tag isOwn={isOwn} />}
        >
          <StepChart
            measure={SHARE}
            series={series}
            baselines={NO_BASELINES}
            totalSteps={totalSteps}
            emptyText={text(words, 'code.empty')}
          />
        </Figure>
      )}
    </StageSection>
  );
}
