import { text } from '../../content/narrative';
import { Overlay } from './Overlay';
import styles from './Overlay.module.css';
import words from './presenter.en.md';

const KEYS = [
  'next',
  'back',
  'blank',
  'freeze',
  'spotlight',
  'story',
  'code',
  'speaker',
  'escape',
  'keys',
  'stop',
  'again',
  'free',
] as const;

/** What each key does. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Overlay title={text(words, 'keys.title')} onClose={onClose}>
      <table className={styles.keys}>
        <tbody>
          {KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">{text(words, `key.${key}.keys`)}</th>
              <td>{text(words, `key.${key}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Overlay>
  );
}
