import type { Decoder, LoadedModel } from '../../engine/runtime';

/** What a model writes over several slices, with a decoder that lives as long; it can be written again and again. */
export class Writing<T> {
  private begun: { readonly decoder: Decoder; readonly slices: AsyncGenerator<void, T, void> } | null = null;

  constructor(
    private readonly model: LoadedModel,
    private readonly write: (decoder: Decoder) => AsyncGenerator<void, T, void>,
  ) {}

  /** Begins, or does the next slice. Returns what was written once that was the last, until then null. */
  async next(): Promise<T | null> {
    this.begun ??= this.begin();
    const slice = await this.begun.slices.next();
    if (!slice.done) return null;
    this.dispose();
    return slice.value;
  }

  /** Frees what is being written. */
  dispose(): void {
    this.begun?.decoder.dispose();
    this.begun = null;
  }

  private begin(): NonNullable<Writing<T>['begun']> {
    const decoder = this.model.createDecoder();
    return { decoder, slices: this.write(decoder) };
  }
}
