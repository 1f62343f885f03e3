import { useState } from 'react';
import { counted, text } from '../../content/narrative';
import { TextArea } from '../../ui/controls/TextArea';
import { useActions, useAppStore } from '../appStore';
import words from './narrative.en.md';
import { joinSnippets, MAX_SNIPPETS_LENGTH, splitSnippets, type SplitSnippets } from './splitSnippets';

/** Shown in the empty box. */
const EXAMPLE = `# greet someone by name
def greet(name):
    return "Hello " + name`;

function hintOf({ snippets, leftOut }: SplitSnippets): string {
  const { length } = snippets;
  const found = length === 0 ? text(words, 'ownSnippets.none') : counted(words, 'ownSnippets.found', length);
  return leftOut === 0 ? found : `${found} ${text(words, 'ownSnippets.leftOut', { count: leftOut })}`;
}

/** The reader's own functions; what is recognised is counted as they type. */
export function OwnSnippets() {
  const kept = useAppStore((state) => state.corpus.ownSnippets);
  const { setOwnSnippets } = useActions();
  const [draft, setDraft] = useState(() => joinSnippets(kept));
  const split = splitSnippets(draft);
  return (
    <TextArea
      label={text(words, 'ownSnippets.label')}
      value={draft}
      rows={6}
      placeholder={EXAMPLE}
      hint={hintOf(split)}
      onChange={(value) => {
        const bounded = value.slice(0, MAX_SNIPPETS_LENGTH);
        setDraft(bounded);
        setOwnSnippets(splitSnippets(bounded).snippets);
      }}
    />
  );
}
