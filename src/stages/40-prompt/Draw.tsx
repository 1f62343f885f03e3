import { memo, useMemo } from 'react';
import { text } from '../../content/narrative';
import { drawn } from '../../content/numbers';
import type { Generation } from '../../store/state';
import { useWidth } from '../../ui/charts/useWidth';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { TokenGlyphs } from '../../ui/tokens/TokenGlyphs';
import styles from './Draw.module.css';
import { chancesOf, landingOf, namedToken, numberAt, rankingOf, type Landing } from './nextToken';
import words from './nextToken.en.md';
import { NextTokenName } from './NextTokenName';
import { partsOfToken } from './spokenTokenText';

interface DrawProps {
  readonly token: Generation['tokens'][number] | undefined;
  /** The text of every token of the model, by id. */
  readonly vocabulary: readonly string[];
  /** As the sliders stand now, the seed among them. */
  readonly settings: Generation['settings'];
  /** True for a token that the answer was told to begin with. */
  readonly isGiven: boolean;
}

/** Tokens narrower than this share of the line are drawn as one stretch with their neighbours. */
const NARROWEST = 0.004;
/** Of the label's type, in CSS pixels at the usual font size. */
const LETTER = 8;
const PADDING = 8;

const percent = (part: number): string => `${part * 100}%`;

interface LineProps extends Pick<DrawProps, 'vocabulary'> {
  readonly landing: Landing;
  /** Where the pointer stands; null when nothing is drawn. */
  readonly u: number | null;
  /** The place in the text: another one drops the pointer anew. */
  readonly index: number;
}

/** The line from 0 to 1, for the eye only: the sentence beside it says the same. */
function Line({ landing, u, index, vocabulary }: LineProps) {
  const [ref, { width, scale }] = useWidth<HTMLDivElement>();
  const labelOf = (id: number | null, wide: number) => {
    if (id === null) return null;
    const parts = partsOfToken(namedToken(id, vocabulary));
    const letters = parts.reduce((sum, { shown }) => sum + [...shown].length, 0);
    return (
      letters > 0 && wide * width >= (letters * LETTER + PADDING) * scale && <TokenGlyphs parts={parts} />
    );
  };
  return (
    <div className={styles.line} aria-hidden="true">
      <div className={styles.sky}>
        {u !== null && (
          <span key={`${index} ${u} ${landing.id}`} className={styles.pointer} style={{ left: percent(u) }} />
        )}
      </div>
      <div ref={ref} className={styles.segments}>
        {landing.segments.map(({ id, from, to }) => (
          <span
            key={from}
            className={styles.segment}
            data-many={id === null ? '' : undefined}
            data-hit={id === landing.id ? '' : undefined}
            style={{ left: percent(from), width: percent(to - from) }}
          >
            {labelOf(id, to - from)}
          </span>
        ))}
      </div>
      <div className={styles.ends}>
        <span>0</span>
        <span>1</span>
      </div>
    </div>
  );
}

interface PlaceProps extends DrawProps {
  readonly token: NonNullable<DrawProps['token']>;
}

function Place({ token, vocabulary, settings, isGiven }: PlaceProps) {
  const u = useMemo(() => numberAt(settings.seed, token.index), [settings.seed, token.index]);
  const landing = useMemo(
    () => landingOf(chancesOf(rankingOf(token.logits), settings), u, NARROWEST),
    [token.logits, settings, u],
  );
  const isGreedy = settings.temperature === 0;
  const lands = isGreedy ? 'notDrawn' : isGiven ? 'wouldLand' : 'lands';
  const landed = namedToken(landing.id, vocabulary);
  return (
    <>
      <Line landing={landing} u={isGreedy ? null : u} index={token.index} vocabulary={vocabulary} />
      <div className={styles.sentences}>
        {isGiven && (
          <p>
            {text(words, 'given')} <NextTokenName token={token} />.
          </p>
        )}
        <p>
          {text(words, lands, { number: drawn(u) })} <NextTokenName token={landed} />.
        </p>
        {!isGiven && landing.id !== token.id && (
          <p>
            {text(words, 'instead')} <NextTokenName token={token} />.
          </p>
        )}
      </div>
    </>
  );
}

/** The seeded draw of one token: the tokens laid end to end, and the number that falls on one of them. */
export const Draw = memo(function Draw(props: DrawProps) {
  const { token } = props;
  return (
    <Figure title={text(words, 'drawTitle')} explanation={<Prose of={words} at="drawExplanation" />}>
      <div className={styles.room}>
        {token ? (
          <Place {...props} token={token} />
        ) : (
          <p className={styles.hint}>{text(words, 'drawHint')}</p>
        )}
      </div>
    </Figure>
  );
});
