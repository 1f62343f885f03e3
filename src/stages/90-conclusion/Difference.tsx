import { GPT3, HUMAN_FEEDBACK, timesLarger } from '../../content/chatgptFacts';
import { CITATIONS } from '../../content/citations';
import { text } from '../../content/narrative';
import { byteSize, count, inWords } from '../../content/numbers';
import { PRESETS } from '../../engine/config';
import { Figure } from '../../ui/prose/Figure';
import { Prose } from '../../ui/prose/Prose';
import { StageSection } from '../../ui/prose/StageSection';
import words from './narrative.en.md';
import styles from './Panel.module.css';
import type { Told } from './told';

const THINGS = ['weights', 'reading', 'context', 'people', 'tools'] as const;
const SOURCES = ['brown2020', 'ouyang2022'] as const;

/** What the two columns of each row are filled with. */
function valuesOf({ parameterCount, bytesSeen, preset }: Told) {
  return {
    weights: {
      here: { count: inWords(parameterCount) },
      there: { count: inWords(GPT3.parameters), times: inWords(timesLarger(parameterCount)) },
    },
    reading: { here: { bytes: byteSize(bytesSeen) }, there: { tokens: inWords(GPT3.trainingTokens) } },
    context: {
      here: { count: count(PRESETS[preset].shape.blockSize) },
      there: { count: count(GPT3.contextTokens) },
    },
    people: { here: {}, there: { count: count(HUMAN_FEEDBACK.labellers) } },
    tools: { here: {}, there: {} },
  };
}

/** What ChatGPT did otherwise, thing by thing, with sources. */
export function Difference({ told }: { readonly told: Told | null }) {
  if (!told) return null;
  const values = valuesOf(told);
  return (
    <StageSection
      title={text(words, 'difference.heading')}
      story={<Prose of={words} at="difference.story" />}
    >
      <Figure
        title={text(words, 'difference.figure')}
        explanation={<Prose of={words} at="difference.explanation" />}
        caption={text(words, 'difference.sources', {
          sources: SOURCES.map((key) => CITATIONS[key]).join('; '),
        })}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              {(['thing', 'here', 'there'] as const).map((column) => (
                <th key={column} scope="col">
                  {text(words, `difference.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {THINGS.map((thing) => (
              <tr key={thing}>
                <th scope="row">{text(words, `difference.${thing}`)}</th>
                <td>{text(words, `difference.${thing}.here`, values[thing].here)}</td>
                <td>{text(words, `difference.${thing}.there`, values[thing].there)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Figure>
    </StageSection>
  );
}
