/**
 * Compiles a WebAssembly file; null where this browser cannot run it, e.g. because it has no SIMD.
 * @throws Error when the file does not arrive
 */
export async function compileModule(url: string): Promise<WebAssembly.Module | null> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`expected the file ${url}, got status ${response.status}; reload the page`);
  const whole = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // Some static hosts call it something else than application/wasm, and then it cannot be compiled as it comes.
    const bytes = await whole.arrayBuffer();
    return WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : null;
  }
}
