/**
 * MicroPython's WebAssembly, instantiated by hand. The interpreter gets no file system, no network, no
 * JavaScript object and no clock: the functions it would call for them are not behind its imports.
 */

export interface MachineLimits {
  /** Memory may grow to this many bytes; beyond it Python gets a MemoryError. */
  readonly memoryBytes: number;
  /** Bytes of C stack that calls may fill before Python's recursion error. */
  readonly stackBytes: number;
}

/** A Python that executes text and prints. Whatever a program did to it, `restore` undoes. */
export interface Machine {
  /** Executes Python source and returns what it printed. @throws Error when it ended in an error */
  exec(source: string, stackBytes?: number): string;
  /** Remembers all of memory as it is now. */
  remember(): void;
  /** Goes back to what was remembered. */
  restore(): void;
}

/** The functions of the module that are called here; a number is an address or a word. */
interface Calls {
  readonly malloc: (bytes: number) => number;
  readonly mp_js_init: (pystackWords: number, heapBytes: number) => void;
  readonly mp_js_do_exec: (source: number, length: number, out: number) => void;
  readonly setThrew: (threw: number, value: number) => void;
  readonly emscripten_stack_init: () => void;
  readonly emscripten_stack_get_current: () => number;
  readonly _emscripten_stack_restore: (pointer: number) => void;
  readonly __wasm_call_ctors: () => void;
}

const PAGE_BYTES = 65536;
const HEAP_BYTES = 1 << 20;
/** Room for the local values of Python frames; the C stack is full long before it. */
const PYSTACK_WORDS = 1 << 18;
/** The C stack is moved here from its default of 64 KB, which ends after 155 calls. */
const STACK_BYTES = 1 << 20;
/** What MicroPython sets as the limit of its C stack; the word after the address of the stack's top. */
const DEFAULT_STACK_LIMIT = 32768;
const ENOSYS = 52;
const KIND_OF_EXCEPTION = -1;

/** Thrown by C's longjmp, caught where C called setjmp. */
class LongJump extends Error {}

function isFunction(value: WebAssembly.ExportValue | undefined): value is (...args: number[]) => number {
  return typeof value === 'function';
}

class WasmMachine implements Machine {
  private readonly memory: WebAssembly.Memory;
  private readonly calls: Calls;
  private readonly table: WebAssembly.Table;
  private readonly printed: Uint8Array[] = [];
  private readonly result: number;
  private readonly stackLimitAt: number;
  private readonly stackTop: number;
  private kept: Uint8Array | null = null;
  /** After the first refusal as much again is given, or there would be no room to tell of the MemoryError. */
  private refusedMemory = false;

  constructor(
    module: WebAssembly.Module,
    private readonly limits: MachineLimits,
  ) {
    const { exports } = new WebAssembly.Instance(module, this.imports(module));
    const { memory, __indirect_function_table: table } = exports;
    if (!(memory instanceof WebAssembly.Memory) || !(table instanceof WebAssembly.Table))
      throw new Error('expected the WebAssembly of MicroPython, with its memory and table');
    this.memory = memory;
    this.table = table;
    this.calls = this.bind(exports);
    const { calls } = this;
    calls.emscripten_stack_init();
    calls.__wasm_call_ctors();
    const region = calls.malloc(STACK_BYTES);
    this.stackTop = (region + STACK_BYTES - 64) & ~15;
    calls._emscripten_stack_restore(this.stackTop);
    calls.mp_js_init(PYSTACK_WORDS, HEAP_BYTES);
    this.stackLimitAt = this.findStackLimit();
    this.result = calls.malloc(64);
  }

  private bind(exports: WebAssembly.Exports): Calls {
    const call = (name: keyof Calls) => {
      const found = exports[name];
      if (!isFunction(found)) throw new Error(`expected MicroPython to export ${name}`);
      return found;
    };
    return {
      malloc: call('malloc'),
      mp_js_init: call('mp_js_init'),
      mp_js_do_exec: call('mp_js_do_exec'),
      setThrew: call('setThrew'),
      emscripten_stack_init: call('emscripten_stack_init'),
      emscripten_stack_get_current: call('emscripten_stack_get_current'),
      _emscripten_stack_restore: call('_emscripten_stack_restore'),
      __wasm_call_ctors: call('__wasm_call_ctors'),
    };
  }

  /** Every import answers "not here", but for C's jumps, growing memory, and writing to standard output. */
  private imports(module: WebAssembly.Module): WebAssembly.Imports {
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
    for (const { module: space, name } of WebAssembly.Module.imports(module)) {
      const own = (imports[space] ??= {});
      if (name.startsWith('invoke_')) own[name] = this.invoke;
      else if (name.startsWith('__syscall_') || name.startsWith('fd_')) own[name] = () => ENOSYS;
      else if (name.startsWith('mp_js_')) own[name] = () => 0;
      else
        own[name] = () => {
          throw new Error(`expected Python not to reach for ${name}, which is not there`);
        };
    }
    Object.assign((imports['env'] ??= {}), {
      emscripten_resize_heap: (wanted: number) => this.grow(wanted >>> 0),
      _emscripten_throw_longjmp: () => {
        throw new LongJump();
      },
    });
    Object.assign((imports['wasi_snapshot_preview1'] ??= {}), {
      fd_write: (_: number, pieces: number, count: number, written: number) =>
        this.write(pieces, count, written),
    });
    return imports;
  }

  /** Calls a function of the table; a longjmp out of it comes back here, as C expects. */
  private readonly invoke = (index: number, ...args: number[]): number => {
    const { calls } = this;
    const stack = calls.emscripten_stack_get_current();
    try {
      const target: unknown = this.table.get(index);
      if (typeof target !== 'function') throw new Error(`no function ${index} in the table of MicroPython`);
      return Number(target(...args));
    } catch (problem) {
      if (!(problem instanceof LongJump)) throw problem;
      calls._emscripten_stack_restore(stack);
      calls.setThrew(1, 0);
      return 0;
    }
  };

  private grow(wanted: number): number {
    const { memoryBytes } = this.limits;
    if (wanted > memoryBytes * (this.refusedMemory ? 2 : 1)) {
      this.refusedMemory = true;
      return 0;
    }
    try {
      this.memory.grow(Math.ceil((wanted - this.memory.buffer.byteLength) / PAGE_BYTES));
      return 1;
    } catch {
      return 0;
    }
  }

  private view(): DataView {
    return new DataView(this.memory.buffer);
  }

  private bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, start, length);
  }

  private write(pieces: number, count: number, written: number): number {
    const view = this.view();
    let total = 0;
    for (let i = 0; i < count; i++) {
      const length = view.getUint32(pieces + 8 * i + 4, true);
      this.printed.push(this.bytes(view.getUint32(pieces + 8 * i, true), length).slice());
      total += length;
    }
    view.setUint32(written, total, true);
    return 0;
  }

  /** MicroPython keeps the top of its stack and, in the next word, how far it may go down from there. */
  private findStackLimit(): number {
    const view = this.view();
    const found: number[] = [];
    for (let at = 0; at < this.stackTop - STACK_BYTES; at += 4) {
      const top = view.getUint32(at, true);
      const isTop = top <= this.stackTop && top > this.stackTop - 512;
      if (isTop && view.getUint32(at + 4, true) === DEFAULT_STACK_LIMIT) found.push(at + 4);
    }
    const [only] = found;
    if (found.length !== 1 || only === undefined)
      throw new Error(`expected one stack limit in MicroPython's memory, found ${found.length}`);
    return only;
  }

  exec(source: string, stackBytes = this.limits.stackBytes): string {
    const { calls } = this;
    this.view().setUint32(this.stackLimitAt, stackBytes, true);
    this.printed.length = 0;
    const text = new TextEncoder().encode(source);
    const at = calls.malloc(text.length + 1);
    if (at === 0) throw new Error('no memory left for the source');
    this.bytes(at, text.length).set(text);
    this.bytes(at + text.length, 1)[0] = 0;
    calls.mp_js_do_exec(at, text.length, this.result);
    const view = this.view();
    if (view.getInt32(this.result, true) === KIND_OF_EXCEPTION) {
      const length = view.getUint32(this.result + 4, true);
      const message = this.bytes(view.getUint32(this.result + 8, true), length).slice();
      throw new Error(new TextDecoder().decode(message));
    }
    return this.takePrinted();
  }

  private takePrinted(): string {
    const all = new Uint8Array(this.printed.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.printed) {
      all.set(piece, at);
      at += piece.length;
    }
    return new TextDecoder().decode(all);
  }

  remember(): void {
    const all = new Uint8Array(this.memory.buffer);
    // What lies above was never given out by malloc; whoever gets it later does not count on zeros.
    this.kept = all.slice(0, all.findLastIndex((byte) => byte !== 0) + 1);
  }

  restore(): void {
    if (!this.kept) throw new Error('nothing was remembered');
    new Uint8Array(this.memory.buffer).set(this.kept);
    this.refusedMemory = false;
    this.calls._emscripten_stack_restore(this.stackTop);
    this.calls.setThrew(0, 0);
  }
}

/** Starts a Python from the compiled module. */
export function startMachine(module: WebAssembly.Module, limits: MachineLimits): Machine {
  return new WasmMachine(module, limits);
}
