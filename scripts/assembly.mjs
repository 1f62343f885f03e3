// Compiles the kernels in AssemblyScript into src/engine/kernels/fused.wasm: node scripts/assembly.mjs
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = resolve(import.meta.dirname, '..');
const KERNELS = 'src/engine/kernels';
export const WASM_FILE = join(ROOT, KERNELS, 'fused.wasm');

/** Whatever these files export, the module exports: the kernels, and where their memory may begin. */
function entries() {
  const folders = readdirSync(join(ROOT, KERNELS), { recursive: true }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const kernels = folders.filter((path) => path.endsWith('/wasm.assembly.ts')).sort();
  return [...kernels, 'assembly/memory.assembly.ts'].map((path) => `${KERNELS}/${path}`);
}

/** No runtime: the kernels keep no objects, only numbers at addresses that they are given. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

/** Compiles all kernels. @returns the bytes of the module */
export async function compileKernels() {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [...entries(), ...OPTIONS, '--baseDir', ROOT, '--outFile', 'fused.wasm'],
    { writeFile: (name, contents) => void written.set(name, contents) },
  );
  if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`);
  return written.get('fused.wasm');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = await compileKernels();
  writeFileSync(WASM_FILE, bytes);
  console.log(`${WASM_FILE}: ${bytes.length} bytes`);
}
