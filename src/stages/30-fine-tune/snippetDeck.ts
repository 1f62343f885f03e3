import { drawBody, drawPrompt } from '../../corpora/code/prompts';
import { bodyOf, type PromptForm } from '../../corpora/code/render';
import type { TaskGroup } from '../../corpora/code/task';
import { createRandom } from '../../engine/random';

/** A training snippet and what kind it is. */
export interface DeckSnippet {
  readonly text: string;
  readonly group: TaskGroup;
  readonly form: PromptForm;
}

/** Snippets as the code corpus draws them, a new hand for every seed. */
export function drawDeck(seed: number, size: number): readonly DeckSnippet[] {
  const random = createRandom(seed).fork('snippet browser');
  return Array.from({ length: size }, () => {
    const prompt = drawPrompt(random, 'train');
    const text = prompt.text + bodyOf(drawBody(random, prompt.task), prompt);
    return { text, group: prompt.task.group, form: prompt.form };
  });
}
