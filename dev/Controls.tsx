import { useState } from 'react';
import { Button } from '../src/ui/controls/Button';
import { Checkbox } from '../src/ui/controls/Checkbox';
import { ChoiceGroup } from '../src/ui/controls/ChoiceGroup';
import { NumberField } from '../src/ui/controls/NumberField';
import { SelectField } from '../src/ui/controls/SelectField';
import { Slider } from '../src/ui/controls/Slider';
import { TextArea } from '../src/ui/controls/TextArea';
import { Guess } from '../src/ui/run/Guess';
import { Sheet, State } from './Sheet';

const TONES = ['primary', 'secondary', 'plain'] as const;
const OPTIONS = [
  { value: 'one', label: 'The first' },
  { value: 'two', label: 'The second', detail: 'with a detail' },
] as const;
const HINT = 'A hint tells what it does.';

/** Everything a reader can press, move or fill in. */
export function Controls() {
  const [number, setNumber] = useState(40);
  const [choice, setChoice] = useState<'one' | 'two'>('one');
  const [isChecked, setChecked] = useState(true);
  const [words, setWords] = useState('def factorial(n):');
  return (
    <Sheet title="Controls">
      {TONES.map((tone) => (
        <State key={tone} name={`button, ${tone}: at rest, off, pressed`}>
          <Button tone={tone}>Begin</Button>{' '}
          <Button tone={tone} disabled>
            Begin
          </Button>{' '}
          <Button tone={tone} aria-pressed>
            Begin
          </Button>
        </State>
      ))}
      <State name="slider: with hint, off">
        <Slider
          label="Temperature"
          value={number}
          min={0}
          max={100}
          step={1}
          hint={HINT}
          onChange={setNumber}
        />
        <Slider label="Temperature" value={10} min={0} max={100} step={1} disabled onChange={setNumber} />
      </State>
      <State name="number: in range, out of range, off">
        <NumberField label="Steps" value={number} min={1} max={100} hint={HINT} onChange={setNumber} />
        <NumberField label="Steps" value={400} min={1} max={100} onChange={setNumber} />
        <NumberField label="Steps" value={40} min={1} max={100} disabled onChange={setNumber} />
      </State>
      <State name="choice: chosen, none, off">
        <ChoiceGroup label="Which?" value={choice} options={OPTIONS} hint={HINT} onChange={setChoice} />
        <ChoiceGroup label="Which?" value={null} options={OPTIONS} onChange={setChoice} />
        <ChoiceGroup label="Which?" value="two" options={OPTIONS} disabled onChange={setChoice} />
      </State>
      <State name="select: at rest, off">
        <SelectField label="Model" value={choice} options={OPTIONS} hint={HINT} onChange={setChoice} />
        <SelectField label="Model" value={choice} options={OPTIONS} disabled onChange={setChoice} />
      </State>
      <State name="checkbox: on, off">
        <Checkbox label="Go on" hint={HINT} checked={isChecked} onChange={setChecked} />
        <Checkbox label="Go on" checked={!isChecked} onChange={(checked) => setChecked(!checked)} />
      </State>
      <State name="text">
        <TextArea label="Prompt" hint={HINT} rows={3} value={words} onChange={setWords} />
      </State>
      <State name="guess: open, locked with one, locked without">
        <Guess question="What comes?" options={OPTIONS} value={null} locked={false} onGuess={setChoice} />
        <Guess question="What comes?" options={OPTIONS} value="one" locked onGuess={setChoice} />
        <Guess question="What comes?" options={OPTIONS} value={null} locked onGuess={setChoice} />
      </State>
    </Sheet>
  );
}
