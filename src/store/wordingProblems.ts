import { counted, text } from '../content/narrative';
import type { WordingProblem } from '../corpora/code/wordings';
import words from './notices.en.md';

/** Why a wording of the reader's own cannot be used, in sentences. */
export function wordingProblemText(problem: WordingProblem): string {
  switch (problem.kind) {
    case 'empty':
      return text(words, 'wording.empty');
    case 'unreadable':
      return text(words, 'wording.unreadable', { example: problem.example });
    case 'argumentCount': {
      const { given, needed, example } = problem;
      return counted(words, 'wording.argumentCount', given, { needed, example });
    }
  }
}
