import { fromFloat16Bits, toFloat16Bits } from './float16';
import type { NamedArray } from '../model/shapes';

/** What can be wrong with a checkpoint, as far as a reader can tell it apart. */
export type CheckpointFault =
  /** It is something else, or the beginning of a checkpoint. */
  | 'notACheckpoint'
  /** It holds a model, but not one that this page made. */
  | 'foreign'
  | 'otherVersion'
  /** Some of its weights are missing at its end. */
  | 'cutShort'
  /** Its `part` is no such thing. */
  | 'damaged'
  | 'otherTokenizer'
  /** Its weights are not those of the model it describes. */
  | 'otherWeights'
  /** A weight is no finite number, or too large for one. */
  | 'notFinite'
  /** Its description would be longer than can be read again. */
  | 'tooLong'
  /** It holds a model, but no run that could be continued. */
  | 'noRun'
  /** No size of this page has its shape: `layers`, `heads`, `width`, `context`. */
  | 'otherShape';

/** The parts of a checkpoint that can be damaged. */
export type CheckpointPart =
  | 'header'
  | 'description'
  | 'config'
  | 'trainConfig'
  | 'tokenizer'
  | 'seed'
  | 'step'
  | 'history'
  | 'recipe'
  | 'updates'
  | 'weights';

/** A file could not be read, or not be written, as a checkpoint; the message says exactly what is wrong, for us. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  constructor(
    readonly fault: CheckpointFault,
    detail: string,
    /** What belongs to the fault, for those who word it. */
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(detail);
  }
}

/** A part of a checkpoint is damaged. */
export const damaged = (part: CheckpointPart, detail: string): CheckpointError =>
  new CheckpointError('damaged', detail, { part });

/** Width of the stored numbers: 4 or 2 bytes each. */
export type Precision = 'F32' | 'F16';

/** A tensor to be stored. */
export interface StoredArray extends NamedArray {
  readonly dtype: Precision;
}

/** What a safetensors file holds. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, StoredArray>;
  readonly metadata: ReadonlyMap<string, string>;
}

const BYTES: Readonly<Record<Precision, number>> = { F32: 4, F16: 2 };
const LENGTH_BYTES = 8;
/**
 * Bounds what a foreign file can make us parse, and what we write. Our largest headers hold a run's curves and the
 * reader's own text: 2 MB that grow to about 14 MB if every character has to be escaped twice.
 */
const MAX_HEADER_BYTES = 32 * 1024 * 1024;

function bytesOf({ dtype, values }: StoredArray): Uint8Array {
  const stored = dtype === 'F32' ? values.slice() : Uint16Array.from(values, toFloat16Bits);
  return new Uint8Array(stored.buffer);
}

/**
 * Lays tensors out as a safetensors file: the length of the header in 8 bytes, a JSON header, the numbers.
 *
 * Numbers are little-endian, as in the memory of every machine that runs a browser.
 *
 * @throws RangeError when a number is not finite or too large for half precision
 * @throws CheckpointError when the header is longer than `decodeSafetensors` would read
 */
export function encodeSafetensors({ tensors, metadata }: Safetensors): Uint8Array {
  const entries: [string, unknown][] = [['__metadata__', Object.fromEntries(metadata)]];
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const [name, tensor] of tensors) {
    const part = bytesOf(tensor);
    requireFinite(name, decodeNumbers(part, tensor.dtype), (detail) => new RangeError(detail));
    entries.push([
      name,
      { dtype: tensor.dtype, shape: tensor.shape, data_offsets: [end, end + part.length] },
    ]);
    parts.push(part);
    end += part.length;
  }
  const json = JSON.stringify(Object.fromEntries(entries));
  const text = new TextEncoder().encode(json);
  const headerLength = Math.ceil(text.length / 8) * 8; // filled up with spaces, so that the numbers are aligned
  if (headerLength > MAX_HEADER_BYTES) {
    throw new CheckpointError(
      'tooLong',
      `the description may have ${MAX_HEADER_BYTES} bytes, and has ${headerLength}`,
    );
  }
  const file = new Uint8Array(LENGTH_BYTES + headerLength + end).fill(
    0x20,
    LENGTH_BYTES,
    LENGTH_BYTES + headerLength,
  );
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(text, LENGTH_BYTES);
  let offset = LENGTH_BYTES + headerLength;
  for (const part of parts) {
    file.set(part, offset);
    offset += part.length;
  }
  return file;
}

function decodeNumbers(bytes: Uint8Array, dtype: Precision): Float32Array {
  const { buffer } = bytes.slice(); // a copy starts at offset 0, as typed arrays need
  return dtype === 'F32'
    ? new Float32Array(buffer)
    : Float32Array.from(new Uint16Array(buffer), fromFloat16Bits);
}

function requireFinite(name: string, values: Float32Array, failure: (detail: string) => Error): void {
  if (!values.every(Number.isFinite))
    throw failure(`the weights ${name} hold a number that is not finite or too large`);
}

/** True for a plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON of unknown origin.
 * @throws CheckpointError when it is no JSON, or has a key that could reach a prototype
 */
export function parseJson(text: string, part: CheckpointPart): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new Error('a key named __proto__');
      return value;
    });
  } catch {
    throw damaged(part, `its ${part} is no JSON`);
  }
}

/** Splits a file into its header and its numbers. */
function openFile(bytes: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  if (bytes.length < LENGTH_BYTES) throw new CheckpointError('notACheckpoint', 'it is too short');
  const claimed = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (claimed > BigInt(MAX_HEADER_BYTES))
    throw new CheckpointError('notACheckpoint', `its header claims ${claimed} bytes`);
  const headerEnd = LENGTH_BYTES + Number(claimed);
  if (headerEnd > bytes.length) throw new CheckpointError('notACheckpoint', 'it ends within its header');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, headerEnd));
  } catch {
    throw new CheckpointError('notACheckpoint', 'its header is no UTF-8');
  }
  const header = parseJson(text, 'header');
  if (!isRecord(header)) throw new CheckpointError('notACheckpoint', 'its header is no object');
  return { header, data: bytes.subarray(headerEnd) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

interface Entry {
  readonly name: string;
  readonly dtype: Precision;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

function parseEntry(name: string, value: unknown): Entry {
  const fail = (detail: string): never => {
    throw damaged('weights', `its entry "${name.slice(0, 60)}" ${detail}`);
  };
  if (!isRecord(value)) return fail('is damaged');
  const { dtype, shape, data_offsets: offsets } = value;
  if (dtype !== 'F32' && dtype !== 'F16') return fail('has numbers of a kind this page does not use');
  if (!Array.isArray(shape) || shape.length > 4 || !shape.every(isCount)) return fail('has no usable shape');
  if (!Array.isArray(offsets) || offsets.length !== 2) return fail('does not say where its numbers are');
  const [begin, end]: unknown[] = offsets;
  const size = shape.reduce((product, length) => product * length, 1);
  if (!isCount(begin) || !isCount(end) || end - begin !== size * BYTES[dtype]) {
    return fail('has another size than its shape says');
  }
  return { name, dtype, shape, begin, end };
}

/**
 * Reads a safetensors file of unknown origin. Only finite F32 and F16 numbers are accepted, and the tensors must
 * fill the file without gaps or overlaps.
 * @returns the tensors with their numbers as float32, and the metadata
 * @throws CheckpointError when the file is anything else
 */
export function decodeSafetensors(bytes: Uint8Array): Safetensors {
  const { header, data } = openFile(bytes);
  const metadata = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name !== '__metadata__') {
      entries.push(parseEntry(name, value));
      continue;
    }
    if (!isRecord(value)) throw damaged('description', 'its description is no record of texts');
    for (const [key, text] of Object.entries(value)) {
      if (typeof text !== 'string') throw damaged('description', 'its description is no record of texts');
      metadata.set(key, text);
    }
  }
  const tensors = new Map<string, StoredArray>();
  let filled = 0;
  for (const { name, dtype, shape, begin, end } of entries.sort(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== filled) throw damaged('weights', 'its parts overlap or leave gaps');
    if (end > data.length)
      throw new CheckpointError('cutShort', `it ends before its weights ${name.slice(0, 60)}`);
    const values = decodeNumbers(data.subarray(begin, end), dtype);
    requireFinite(name, values, (detail) => new CheckpointError('notFinite', detail));
    tensors.set(name, { dtype, shape, values });
    filled = end;
  }
  if (filled !== data.length) throw damaged('weights', 'there is more in it than it says');
  return { tensors, metadata };
}
