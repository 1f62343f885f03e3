import { describe, expect, it } from 'vitest';
import { editFor } from '../../../../src/ui/code/editKeys';

/** The text after a key, the caret drawn as `|`, before and after. */
function press(key: string, drawn: string): string | null {
  const at = drawn.indexOf('|');
  const text = drawn.replace('|', '');
  const edit = editFor(key, { text, start: at, end: at });
  return edit && `${text.slice(0, edit.from)}${edit.insert}|${text.slice(edit.to)}`;
}

describe('Enter', () => {
  it('keeps the indentation of the line', () => {
    expect(press('Enter', '    x = 1|')).toBe('    x = 1\n    |');
  });

  it('adds a level behind a colon, also with a comment after it', () => {
    expect(press('Enter', 'def f(n):|')).toBe('def f(n):\n    |');
    expect(press('Enter', '    if n:  # why|')).toBe('    if n:  # why\n        |');
  });

  it('looks only at the line it is pressed in', () => {
    expect(press('Enter', 'def f(n):\n    return n|\nx')).toBe('def f(n):\n    return n\n    |\nx');
  });

  it('replaces what is selected', () => {
    expect(editFor('Enter', { text: 'ab', start: 0, end: 2 })).toEqual({ from: 0, to: 2, insert: '\n' });
  });
});

describe('Backspace', () => {
  it('takes back one level of an indentation', () => {
    expect(press('Backspace', 'def f(n):\n        |return n')).toBe('def f(n):\n    |return n');
    expect(press('Backspace', '      |x')).toBe('    |x');
  });

  it('is left to the browser behind text, at the beginning of a line, and with a selection', () => {
    expect(press('Backspace', '    x|')).toBeNull();
    expect(press('Backspace', 'a\n|b')).toBeNull();
    expect(editFor('Backspace', { text: '    x', start: 0, end: 4 })).toBeNull();
  });
});

it('leaves Tab to the browser, so that nobody is caught in the editor', () => {
  expect(press('Tab', 'x|')).toBeNull();
});
