import { clampSampleSettings } from '../../engine/sample/distribution';
import { generate, promptTokens, type DrawnToken, type TokenChance } from '../../engine/sample/generate';
import { END_OF_TEXT, type Tokenizer } from '../../engine/tokenizer/tokenizer';
import type { GeneratedToken, TokenChoice, TrainingEvent } from '../../protocol/training';
import type { Job } from './requestQueue';
import { keptPrompt, type CommandOf, type RequestSurroundings } from './requests';

/**
 * Opens a text that is written one token at a time, and tells what the model sees of its prompt.
 * @throws SessionFailure when there is no such model
 */
export async function openGeneration(
  command: CommandOf<'generate'>,
  { borrow, tell, now }: RequestSurroundings,
): Promise<Job> {
  const { runId, requestId, prompt } = command;
  const startedAtMs = now();
  const loan = await borrow(command.source);
  const { loaded, tokenizer } = loan.model;
  const { config } = loaded;
  const kept = keptPrompt(prompt, config.blockSize);
  const promptIds = promptTokens(tokenizer, kept);
  const settings = clampSampleSettings(command.settings, config.vocabSize);
  // Its own, because a decoder remembers the text it read last.
  const decoder = loaded.createDecoder();
  const tokens = generate({ decoder, config, tokenizer, promptIds, settings, road: command.road });
  const ids: number[] = [];
  // What the model can see, without the end-of-text that opens every document.
  const visible = promptIds.slice(-config.blockSize).filter((id) => id !== END_OF_TEXT);
  tell(runId, {
    type: 'generating',
    requestId,
    promptTokens: visible.map((id) => tokenizer.decode([id])),
    seenCharacters: wholeCharacters(visible, tokenizer),
    truncated: kept.length < prompt.length || promptIds.length > config.blockSize,
    vocabulary: Array.from({ length: config.vocabSize }, (_, id) => tokenizer.decode([id])),
  });

  const tellEnd = (ended: Extract<TrainingEvent, { type: 'generated' }>['ended']): void => {
    const text = tokenizer.decode(ids);
    tell(runId, { type: 'generated', requestId, text, ended, durationMs: now() - startedAtMs });
  };
  return {
    runId,
    requestId,
    work: async () => {
      const { value: token } = await tokens.next();
      if (!token) {
        tellEnd(ids.at(-1) === END_OF_TEXT ? 'endOfText' : 'maxNewTokens');
        return true;
      }
      ids.push(token.id);
      tell(runId, { type: 'generatedToken', requestId, token: generatedToken(token, tokenizer) });
      return false;
    },
    cancel: () => tellEnd('cancelled'),
    dispose: () => {
      decoder.dispose();
      loan.giveBack();
    },
  };
}

/**
 * UTF-16 units of the text that tokens spell together: most characters outside English take several tokens.
 * A character whose first bytes were cut off does not count.
 */
function wholeCharacters(ids: readonly number[], tokenizer: Tokenizer): number {
  const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
  const bytes = tokenizer.decodeBytes(ids);
  const first = bytes.findIndex((byte) => !isContinuation(byte));
  return first < 0 ? 0 : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(first)).length;
}

function generatedToken(token: DrawnToken, tokenizer: Tokenizer): GeneratedToken {
  const choice = ({ id, prob, modelProb }: TokenChance): TokenChoice => ({
    id,
    text: tokenizer.decode([id]),
    prob,
    modelProb,
  });
  const { index, logits, alternatives } = token;
  return { ...choice(token), index, logits, alternatives: alternatives.map(choice) };
}
