import { decodeLink } from '../../../src/share/decode';
import { problemText } from '../../../src/store/linkProblems';

/** What came of a link, with its problems as a reader is told them. */
export function decoded(hash: string) {
  const { state, problems } = decodeLink(hash);
  return { state, problems: problems.map(problemText) };
}
