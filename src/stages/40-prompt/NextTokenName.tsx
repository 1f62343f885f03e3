import { text } from '../../content/narrative';
import { END_OF_TEXT } from '../../engine/tokenizer/tokenizer';
import { TokenGlyphs } from '../../ui/tokens/TokenGlyphs';
import type { NamedToken } from './nextToken';
import words from './nextToken.en.md';
import { partsOfToken, spokenTokenText } from './spokenTokenText';

/** A token as it is seen, spaces and line breaks visible, and as it is heard. */
export function NextTokenName({ token }: { readonly token: NamedToken }) {
  if (token.id === END_OF_TEXT) return <i>{text(words, 'end')}</i>;
  return (
    <>
      <span aria-hidden="true">
        <TokenGlyphs parts={partsOfToken(token)} />
      </span>
      <span className="visually-hidden">{spokenTokenText(token)}</span>
    </>
  );
}
