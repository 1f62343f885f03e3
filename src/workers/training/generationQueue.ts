import type { Decoder } from '../../engine/runtime';
import { clampSampleSettings } from '../../engine/sample/distribution';
import { generate, promptTokens, type DrawnToken, type TokenChance } from '../../engine/sample/generate';
import { END_OF_TEXT, type Tokenizer } from '../../engine/tokenizer/tokenizer';
import type {
  GeneratedToken,
  ModelSource,
  TokenChoice,
  ToWorker,
  TrainingEvent,
} from '../../protocol/training';
import type { Loan } from './modelShelf';

type GenerateCommand = Extract<ToWorker, { type: 'generate' }>;

/** What the queue needs from its session. */
export interface GenerationSurroundings {
  readonly borrow: (source: ModelSource) => Promise<Loan>;
  readonly tell: (runId: string, event: TrainingEvent) => void;
  readonly fail: (runId: string, error: unknown, requestId: string) => void;
  readonly now: () => number;
}

/** A text being written. */
interface Generation {
  readonly command: GenerateCommand;
  readonly startedAtMs: number;
  readonly loan: Loan;
  /** Its own, because a decoder remembers the text it read last. */
  readonly decoder: Decoder;
  readonly tokens: AsyncGenerator<DrawnToken, void>;
  readonly ids: number[];
}

/** Characters of a prompt kept for each token of context: the rest cannot be seen by the model and is not encoded. */
const PROMPT_CHARACTERS_PER_TOKEN = 32;

/** Frees what the device holds of a text. */
function close({ decoder, loan }: Generation): void {
  decoder.dispose();
  loan.giveBack();
}

/** Texts being written, one token at a time and in turn. */
export class GenerationQueue {
  private readonly generations: Generation[] = [];

  constructor(private readonly surroundings: GenerationSurroundings) {}

  get hasWork(): boolean {
    return this.generations.length > 0;
  }

  /** Gets a model ready and queues up behind the others. A request that is being written already starts again. */
  async add(command: GenerateCommand): Promise<void> {
    const { borrow, tell, now } = this.surroundings;
    this.cancel(command.requestId);
    const startedAtMs = now();
    const loan = await borrow(command.source);
    const { loaded, tokenizer } = loan.model;
    const { config } = loaded;
    const kept = command.prompt.slice(-PROMPT_CHARACTERS_PER_TOKEN * config.blockSize);
    const promptIds = promptTokens(tokenizer, kept);
    const truncated = kept.length < command.prompt.length || promptIds.length > config.blockSize;
    const settings = clampSampleSettings(command.settings, config.vocabSize);
    const decoder = loaded.createDecoder();
    const tokens = generate({ decoder, config, tokenizer, promptIds, settings });
    this.generations.push({ command, startedAtMs, loan, decoder, tokens, ids: [] });
    // What the model can see, without the end-of-text that opens every document.
    const visible = promptIds.slice(-config.blockSize).filter((id) => id !== END_OF_TEXT);
    tell(command.runId, {
      type: 'generating',
      requestId: command.requestId,
      promptTokens: visible.map((id) => tokenizer.decode([id])),
      seenCharacters: wholeCharacters(visible, tokenizer),
      truncated,
    });
  }

  /** Writes the next token of the generation whose turn it is. Never rejects. */
  async work(): Promise<void> {
    const generation = this.generations.shift();
    if (!generation) return;
    const { command, loan, tokens, ids } = generation;
    try {
      const { value: token } = await tokens.next();
      if (!token) {
        this.end(generation, ids.at(-1) === END_OF_TEXT ? 'endOfText' : 'maxNewTokens');
        return;
      }
      ids.push(token.id);
      this.generations.push(generation);
      const { requestId, runId } = command;
      const told = generatedToken(token, loan.model.tokenizer);
      this.surroundings.tell(runId, { type: 'generatedToken', requestId, token: told });
    } catch (error) {
      close(generation);
      this.surroundings.fail(command.runId, error, command.requestId);
    }
  }

  /** Ends a generation with what it has written; one that is over already is left alone. */
  cancel(requestId: string): void {
    const index = this.generations.findIndex(({ command }) => command.requestId === requestId);
    const [generation] = index < 0 ? [] : this.generations.splice(index, 1);
    if (generation) this.end(generation, 'cancelled');
  }

  /** Ends all of them. */
  cancelAll(): void {
    for (const { command } of [...this.generations]) this.cancel(command.requestId);
  }

  private end(generation: Generation, ended: 'endOfText' | 'maxNewTokens' | 'cancelled'): void {
    const { command, loan, ids, startedAtMs } = generation;
    const text = loan.model.tokenizer.decode(ids);
    close(generation);
    const { tell, now } = this.surroundings;
    const durationMs = now() - startedAtMs;
    tell(command.runId, { type: 'generated', requestId: command.requestId, text, ended, durationMs });
  }
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
  return { ...choice(token), index: token.index, alternatives: token.alternatives.map(choice) };
}
