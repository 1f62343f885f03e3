import { text } from '../../content/narrative';
import { Button } from '../../ui/controls/Button';
import words from './narrative.en.md';
import styles from './OwnTask.module.css';
import { MAX_TESTS, type OwnTaskView } from './useOwnTask';

const PLAIN_INPUT = { type: 'text', spellCheck: false, autoCapitalize: 'off', autoComplete: 'off' } as const;

/** The reader's tests: a call, and what it must equal. */
export function OwnTests({ view }: { readonly view: OwnTaskView }) {
  const { tests } = view.task;
  return (
    <fieldset className={styles.tests}>
      <legend>{text(words, 'own.tests')}</legend>
      {tests.map(({ call, expected }, index) => {
        const number = index + 1;
        return (
          <div key={index} className={styles.test}>
            <input
              {...PLAIN_INPUT}
              aria-label={text(words, 'own.call', { number })}
              value={call}
              onChange={(event) => view.editTest(index, { call: event.currentTarget.value })}
            />
            <span aria-hidden="true">{text(words, 'own.equals')}</span>
            <input
              {...PLAIN_INPUT}
              aria-label={text(words, 'own.expected', { number })}
              value={expected}
              onChange={(event) => view.editTest(index, { expected: event.currentTarget.value })}
            />
            <Button
              tone="plain"
              aria-label={text(words, 'own.remove', { number })}
              aria-disabled={tests.length === 1}
              onClick={() => tests.length > 1 && view.removeTest(index)}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </div>
        );
      })}
      <p>
        <Button
          tone="plain"
          aria-disabled={tests.length >= MAX_TESTS}
          onClick={() => tests.length < MAX_TESTS && view.addTest()}
        >
          {text(words, 'own.add')}
        </Button>
      </p>
    </fieldset>
  );
}
