import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import { funnels, type Funnel } from '../../store/evaluationSelectors';
import { AnswerVerdict } from '../../ui/code/AnswerVerdict';
import { PythonCode } from '../../ui/code/PythonCode';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { wrongProgram } from './report/examinationSection';
import { Tag } from './Tag';

const HURDLES = ['total', 'parses', 'runs', 'passes'] as const;

function Hurdles({ funnel }: { readonly funnel: Funnel }) {
  return (
    <dl className={styles.hurdles}>
      {HURDLES.map((hurdle) => (
        <div key={hurdle}>
          <dt>{text(words, `judge.${hurdle}`)}</dt>
          <dd className={hurdle === 'passes' ? styles.passes : undefined}>
            <span style={{ width: `${(100 * funnel[hurdle]) / Math.max(1, funnel.total)}%` }} />
            {hurdle === 'total'
              ? count(funnel.total)
              : text(words, 'judge.counted', { count: count(funnel[hurdle]), total: count(funnel.total) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Fourth: what Python said. */
export function Judged() {
  const { goTo } = useActions();
  const evaluation = useAppStore((state) => state.evaluation);
  const funnel = useMemo(() => funnels({ evaluation }).find(({ judged }) => judged > 0), [evaluation]);
  const wrong = wrongProgram(evaluation.programs);
  return (
    <StageSection title={text(words, 'judge.heading')} story={<Prose of={words} at="judge.story" />}>
      {funnel ? (
        <>
          <Figure
            title={text(words, 'judge.figure')}
            explanation={<Prose of={words} at="judge.explanation" />}
            aside={<Tag isOwn />}
          >
            <Hurdles funnel={funnel} />
          </Figure>
          {wrong && (
            <Figure
              title={text(words, 'judge.wrong')}
              explanation={<Prose of={words} at="judge.wrongExplanation" />}
              aside={<Tag isOwn />}
            >
              <PythonCode prompt={wrong.prompt} code={wrong.text} />
              <AnswerVerdict verdict={{ judgement: wrong.judgement, isTested: true }} />
            </Figure>
          )}
        </>
      ) : (
        <div className={styles.missing}>
          <Prose of={words} at="judge.empty" />
          <Button onClick={() => goTo('evaluate')}>{text(words, 'examine')}</Button>
        </div>
      )}
    </StageSection>
  );
}
