/**
 * The sandbox: programs nobody has read run here, in the reader's browser.
 *
 * Covered, from the inside out:
 * - **The program's text.** It is parsed as Python 3.11 and written anew (`rewrite/`): names the sandbox does not
 *   offer, special attributes, `import` of anything but a dozen modules, `exec`, `eval` and their like are refused
 *   before anything runs. What CPython would do otherwise than the interpreter goes through the prelude.
 * - **Steps.** Every turn of a loop, call and item that the prelude walks counts. The budget stays spent: a program
 *   that catches the end meets it again at its next step, and the verdict is a timeout whatever it does.
 * - **The interpreter.** MicroPython's WebAssembly gets imports that answer "not here": no files, no clock, no
 *   network, no JavaScript. Its memory may grow to a limit, its calls go to a depth, its output is cut.
 * - **The next program.** Before each run all of memory is put back to what it was: nothing is left of the last one.
 * - **The judge.** Results leave under a mark that is drawn for each run. Expected values are computed before the
 *   program runs, in a space of their own; only values made of Python's own types can equal them.
 * - **The worker.** What reaches out (fetch, sockets, storage, channels, importScripts) is deleted from it.
 * - **The frame.** The worker lives in a frame of opaque origin, whose policy allows no connection at all; its only
 *   way out is one message port, and what comes through it is checked.
 * - **The clock.** The page kills a worker that does not answer in time, and has a warm one ready.
 *
 * Not covered:
 * - A hole in the browser's own WebAssembly or sandbox.
 * - How long things take: a program can burn one processor core for the time of the limit.
 * - Recursion deeper than about 520 plain calls (fewer through comprehensions, sorting keys and the like) ends as a
 *   RecursionError, where CPython goes on to 1,000.
 * - A program that needs more steps than its budget is told as a timeout, although CPython would finish it.
 * - Whole numbers beyond 2**53 that meet a float in `+ - * <` are rounded by the interpreter's rules.
 * - Memory is given back only when a program has ended; one that uses up 64 MB little by little is refused.
 * - The text of an error that a program prints is refused where CPython's words are not known.
 */
import { startMachine, type Machine } from './machine';
import { STACK_BYTES } from './judge';
import { PRELUDE } from './prelude';

const MEMORY_BYTES = 128 << 20;

/** A Python with its prelude, ready to judge. Takes about a tenth of a second. */
export function startSandbox(module: WebAssembly.Module): Machine {
  const machine = startMachine(module, { memoryBytes: MEMORY_BYTES, stackBytes: STACK_BYTES });
  for (const source of PRELUDE) machine.exec(source);
  machine.remember();
  return machine;
}
