import { FIRST_MERGE_ID } from '../engine/tokenizer/tokenizerFile';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import type { StoreContext } from './context';
import type { AppActions, TokenizerSlice } from './state';

/** Number of distinct tokens of a tokenizer. */
export function vocabSizeOf(file: TokenizerFile): number {
  return FIRST_MERGE_ID + file.merges.length;
}

export function initialTokenizer(shipped: TokenizerFile): TokenizerSlice {
  return { current: shipped, origin: 'shipped', shipped };
}

export function tokenizerActions({ get, patch }: StoreContext): Pick<AppActions, 'setTokenizer'> {
  return {
    setTokenizer: (file, origin) => {
      patch('tokenizer', { current: origin === 'shipped' ? get().tokenizer.shipped : file, origin });
    },
  };
}
