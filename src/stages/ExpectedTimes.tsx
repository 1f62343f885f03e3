import { sizeName } from '../content/modelNames';
import { text } from '../content/narrative';
import { PRESETS } from '../engine/config';
import { timedMs } from '../store/selectors';
import { roughMs } from '../ui/run/quantity';
import { spokenTime } from '../ui/run/spokenTime';
import words from '../ui/run/words.en.md';
import { useAppStore } from './appStore';
import styles from './ExpectedTimes.module.css';
import { SIZES } from './sizes';
import { useExpectedTime } from './useExpectedTime';

/** How long each phase of each size should take on the engine in use; nothing while its speed is not known. */
export function ExpectedTimes() {
  const measured = useAppStore(timedMs);
  const expectedTime = useExpectedTime();
  if (measured === null || expectedTime === null) return null;
  return (
    <table className={styles.times}>
      <caption>{text(words, 'times', { ms: roughMs(measured) })}</caption>
      <thead>
        <tr>
          <th scope="col">{text(words, 'times.size')}</th>
          <th scope="col">{text(words, 'times.pretrain')}</th>
          <th scope="col">{text(words, 'times.fineTune')}</th>
        </tr>
      </thead>
      <tbody>
        {SIZES.map((size) => (
          <tr key={size}>
            <th scope="row">{sizeName(size)}</th>
            <td>{spokenTime(expectedTime(size, PRESETS[size].pretrainSteps))}</td>
            <td>{spokenTime(expectedTime(size, PRESETS[size].fineTuneSteps))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
