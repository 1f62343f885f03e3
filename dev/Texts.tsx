import { useState } from 'react';
import { AnswerVerdict } from '../src/ui/code/AnswerVerdict';
import { CodeEditor } from '../src/ui/code/CodeEditor';
import { DiffText } from '../src/ui/code/DiffText';
import { PythonCode } from '../src/ui/code/PythonCode';
import type { ShownVerdict } from '../src/ui/code/verdictMarks';
import { QrCode } from '../src/ui/share/QrCode';
import { qrModules } from '../src/ui/share/qrModules';
import { TokenChips, type TokenChip } from '../src/ui/tokens/TokenChips';
import { TokenText } from '../src/ui/tokens/TokenText';
import { Sheet, State } from './Sheet';

const CODE = 'def double(n):\n    # twice\n    return n * 2';
const FAILING = { call: 'double(3)', expected: '6', actual: '9', passed: false } as const;

const VERDICTS: readonly (ShownVerdict | null)[] = [
  null,
  { judgement: null, isTested: true },
  ...(
    ['passed', 'wrong answer', 'runtime error', 'timeout', 'parse error', 'not supported here'] as const
  ).map((verdict) => ({
    judgement: {
      verdict,
      line: 2,
      message: 'NameError: name m is not defined',
      tests: verdict === 'wrong answer' ? [FAILING] : [],
    },
    isTested: true,
  })),
  { judgement: { verdict: 'passed', tests: [] }, isTested: false },
];

const CHIPS: readonly TokenChip[] = [
  { id: 1, parts: [{ kind: 'text', shown: 'def' }], spoken: 'def' },
  { id: 2, parts: [{ kind: 'space', shown: '·' }], spoken: 'space' },
  { id: 3, parts: [{ kind: 'newline', shown: '⏎' }], spoken: 'new line' },
  { id: 4, parts: [{ kind: 'byte', shown: 'f0' }], spoken: 'byte f0' },
];

/** Tokens, programs and what is said of them. */
export function Texts() {
  const [code, setCode] = useState(CODE);
  const [selected, setSelected] = useState(1);
  const modules = qrModules('https://example.org/#v=2&stage=prompt');
  return (
    <Sheet title="Texts">
      <State name="python: with prompt, numbered and marked">
        <PythonCode prompt="def double(n):" code={'\n    return n * 2'} />
        <PythonCode code={CODE} numbered markedLine={3} />
      </State>
      <State name="editor">
        <CodeEditor label="Your program" value={code} onChange={setCode} />
      </State>
      <State name="difference">
        <DiffText label="Before and after" before={CODE} after={CODE.replace('2', '3')} />
      </State>
      <State name="tokens: as text, as numbers, to select">
        <TokenChips label="Tokens" chips={CHIPS} />
        <TokenChips label="Tokens" chips={CHIPS} face="number" tone="prose" />
        <TokenChips label="Tokens" chips={CHIPS} tone="code" selected={selected} onSelect={setSelected} />
      </State>
      <State name="answer: written, being written">
        <TokenText prompt="def f(n):" tokens={[{ text: ' return' }, { text: ' n' }]} />
        <TokenText prompt="def f(n):" tokens={[{ text: ' return' }]} writing />
      </State>
      {VERDICTS.map((verdict, i) => (
        <State key={i} name={`verdict: ${verdict?.judgement?.verdict ?? (verdict ? 'open' : 'none')}`}>
          <AnswerVerdict verdict={verdict} />
        </State>
      ))}
      <State name="code for a phone">{modules && <QrCode modules={modules} label="A link" />}</State>
    </Sheet>
  );
}
