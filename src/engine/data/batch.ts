/** One step's worth of training windows, row-major: element (b, t) is at `b * T + t`. */
export interface Batch {
  /** Rows. */
  readonly B: number;
  /** Tokens per row. */
  readonly T: number;
  /** (B, T) the tokens the model reads. */
  readonly ids: Int32Array;
  /** (B, T) the token that follows each of them. */
  readonly targets: Int32Array;
  /** (B, T) 1 where the target counts, 0 where it is padding. */
  readonly lossMask: Float32Array;
  /** UTF-8 bytes spelled by the targets that count: turns nats per token into bits per byte. */
  readonly targetBytes: number;
}
