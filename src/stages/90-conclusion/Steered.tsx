import { text } from '../../content/narrative';
import { count } from '../../content/numbers';
import type { HistoryLane } from '../../store/historyState';
import { AnswerVerdict } from '../../ui/code/AnswerVerdict';
import { PythonCode } from '../../ui/code/PythonCode';
import { Button } from '../../ui/controls/Button';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import { shownText } from '../../ui/tokens/shownText';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import { Tag } from './Tag';

/** More answers than this are told by their number. */
const SHOWN = 2;

function Answer({
  lane: { prompt, text: written, model, settings, verdict },
}: {
  readonly lane: HistoryLane;
}) {
  return (
    <div>
      <PythonCode prompt={prompt} code={shownText(written)} />
      <p className={styles.fine}>
        {text(words, 'steer.answer', {
          model: model.label,
          settings: text(words, 'steer.settings', {
            temperature: settings.temperature,
            seed: String(settings.seed),
          }),
        })}
      </p>
      {verdict && <AnswerVerdict verdict={verdict} />}
    </div>
  );
}

/** Third: what was asked of it on this visit. */
export function Steered() {
  const { goTo } = useActions();
  const entries = useAppStore((state) => state.history.entries);
  const [latest] = entries;
  const answers = entries.reduce((sum, { lanes }) => sum + lanes.length, 0);
  return (
    <StageSection
      title={text(words, 'steer.heading')}
      story={
        <>
          <Prose of={words} at="steer.story" />
          {latest && <p>{text(words, 'steer.count', { count: count(answers) })}</p>}
        </>
      }
    >
      {latest ? (
        <Figure
          title={text(words, 'steer.figure')}
          explanation={<Prose of={words} at="steer.explanation" />}
          aside={<Tag isOwn />}
        >
          <div className={styles.pair}>
            {latest.lanes.slice(0, SHOWN).map((lane) => (
              <Answer key={lane.requestId} lane={lane} />
            ))}
          </div>
        </Figure>
      ) : (
        <div className={styles.missing}>
          <p>{text(words, 'steer.empty')}</p>
          <Button onClick={() => goTo('prompt')}>{text(words, 'ask')}</Button>
        </div>
      )}
    </StageSection>
  );
}
