import { text } from '../../content/narrative';
import type { HistoryEntry } from '../../store/historyState';
import { Button } from '../../ui/controls/Button';
import words from './history.en.md';
import styles from './History.module.css';
import { historyFileName, historyJson, historyText } from './historyText';
import { copyText, saveFile } from '../saveFile';

const WAYS = [
  { extension: 'txt', type: 'text/plain', write: historyText, save: 'saveText', copy: 'copyText' },
  { extension: 'json', type: 'application/json', write: historyJson, save: 'saveJson', copy: 'copyJson' },
] as const;

interface HistoryExportProps {
  readonly label: string;
  readonly entries: readonly HistoryEntry[];
  readonly onTell: (sentence: string) => void;
}

/** Runs as text and as JSON, as a file or on the clipboard. */
export function HistoryExport({ label, entries, onTell }: HistoryExportProps) {
  const copy = async (content: string): Promise<void> => {
    onTell(text(words, (await copyText(content)) ? 'copied' : 'refused'));
  };
  return (
    <div className={styles.export} role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {WAYS.map(({ extension, type, write, save }) => (
        <Button
          key={save}
          tone="plain"
          onClick={() => saveFile(historyFileName(entries, extension), write(entries), type)}
        >
          {text(words, save)}
        </Button>
      ))}
      {WAYS.map(({ write, copy: key }) => (
        <Button key={key} tone="plain" onClick={() => void copy(write(entries))}>
          {text(words, key)}
        </Button>
      ))}
    </div>
  );
}
