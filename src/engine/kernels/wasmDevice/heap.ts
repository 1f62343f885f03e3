import type { Matrix } from '../kernels';

/** A matrix in the memory of the kernels, row-major. */
export interface WasmMatrix extends Matrix {
  /** Address of its first byte. */
  readonly address: number;
}

const PAGE_BYTES = 65536;

/** Matrices begin where a vector may be loaded fastest. */
const ALIGNMENT = 64;

/** Vector loads may look past the end of the last matrix. */
const SLACK_BYTES = 64;

function bytesOf({ rows, columns }: Matrix): number {
  return Math.ceil((4 * rows * columns) / ALIGNMENT) * ALIGNMENT;
}

/** Hands out matrices in one memory. What is freed waits for another matrix of its size: sizes repeat. */
export class WasmHeap {
  private readonly freed = new Map<number, number[]>();
  /** Bytes by address. */
  private readonly taken = new Map<number, number>();
  private readonly begin: number;
  private end: number;

  /** @param firstByte where matrices may begin */
  constructor(
    private readonly memory: WebAssembly.Memory,
    firstByte: number,
  ) {
    this.begin = Math.ceil(firstByte / ALIGNMENT) * ALIGNMENT;
    this.end = this.begin;
  }

  /**
   * A matrix of whatever numbers were there before.
   * @throws RangeError when the memory cannot grow
   */
  allocate(rows: number, columns: number): WasmMatrix {
    const bytes = bytesOf({ rows, columns });
    const address = this.freed.get(bytes)?.pop() ?? this.extend(bytes);
    this.taken.set(address, bytes);
    return { rows, columns, address };
  }

  /** Frees a matrix; one that was freed before, and a view of another, are let be. */
  free(matrix: WasmMatrix): void {
    const bytes = bytesOf(matrix);
    if (this.taken.get(matrix.address) !== bytes) return;
    this.taken.delete(matrix.address);
    const waiting = this.freed.get(bytes);
    if (waiting) waiting.push(matrix.address);
    else this.freed.set(bytes, [matrix.address]);
  }

  /** Frees all. */
  clear(): void {
    this.freed.clear();
    this.taken.clear();
    this.end = this.begin;
  }

  /** The numbers of a matrix, until memory grows the next time. */
  numbers({ address, rows, columns }: WasmMatrix): Float32Array {
    return new Float32Array(this.memory.buffer, address, rows * columns);
  }

  private extend(bytes: number): number {
    const address = this.end;
    const end = address + bytes;
    const missing = end + SLACK_BYTES - this.memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      } catch (cause) {
        const message = `expected room for ${end} bytes of numbers, got none; use a smaller batch or model`;
        throw new RangeError(message, { cause });
      }
    }
    this.end = end;
    return address;
  }
}
