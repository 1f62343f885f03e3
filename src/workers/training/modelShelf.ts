import { text } from '../../content/narrative';
import { readCheckpoint } from '../../engine/train/checkpoint';
import type { ModelSource } from '../../protocol/training';
import { SessionFailure } from './failures';
import { modelOf, untrainedModel, type Model } from './model';
import { checkRecipeNumber, configOf, tokenizerOf } from './recipe';
import type { RuntimeFor } from './runtimes';
import words from './words.en.md';

/** A model that is in use until it is given back. */
export interface Loan {
  readonly model: Model;
  giveBack(): void;
}

/** A loaded checkpoint and how many generations use it. */
interface Shelved {
  readonly model: Model;
  loans: number;
}

const CAPACITY = 4;

/** Models to generate with. Checkpoints used lately stay loaded, so that asking one again costs nothing. */
export class ModelShelf {
  /** In the order of their last use. */
  private readonly shelved = new Map<string, Shelved>();

  /** @param snapshotOfRun a copy of the model in training, null when there is none; the copy is the caller's */
  constructor(private readonly snapshotOfRun: () => Promise<Model> | null) {}

  /**
   * Gets a model ready.
   * @param runtimeFor the same for every loan until `clear`
   * @throws SessionFailure badCheckpoint or badRecipe when the source cannot be used
   */
  async borrow(source: ModelSource, runtimeFor: RuntimeFor): Promise<Loan> {
    switch (source.kind) {
      case 'live':
        return lendOnce(await this.snapshot());
      case 'untrained': {
        checkRecipeNumber('seed', source.seed);
        const tokenizer = tokenizerOf(source);
        return lendOnce(
          await untrainedModel(runtimeFor, configOf(source, tokenizer), tokenizer, source.seed),
        );
      }
      case 'checkpoint':
        return this.lend(source.checkpointId, source.bytes, runtimeFor);
      default: {
        const unhandled: never = source;
        throw new TypeError(`no such source of a model: ${JSON.stringify(unhandled)}`);
      }
    }
  }

  /** Frees every model that is not in use; call when none is. */
  clear(): void {
    for (const { model } of this.shelved.values()) model.loaded.dispose();
    this.shelved.clear();
  }

  private async snapshot(): Promise<Model> {
    const snapshot = await this.snapshotOfRun();
    if (!snapshot) throw new SessionFailure('badRecipe', text(words, 'noLive'));
    return snapshot;
  }

  private async lend(checkpointId: string, bytes: Uint8Array, runtimeFor: RuntimeFor): Promise<Loan> {
    const shelved = this.shelved.get(checkpointId) ?? {
      model: await modelOf(runtimeFor, readCheckpoint(bytes)),
      loans: 0,
    };
    this.shelved.delete(checkpointId);
    this.shelved.set(checkpointId, shelved);
    shelved.loans += 1;
    this.shrink();
    return {
      model: shelved.model,
      giveBack: () => {
        shelved.loans -= 1;
        this.shrink();
      },
    };
  }

  /** Frees the models not used for longest, but none that is in use. */
  private shrink(): void {
    for (const [id, { model, loans }] of this.shelved) {
      if (this.shelved.size <= CAPACITY) return;
      if (loans > 0) continue;
      model.loaded.dispose();
      this.shelved.delete(id);
    }
  }
}

function lendOnce(model: Model): Loan {
  return { model, giveBack: () => model.loaded.dispose() };
}
