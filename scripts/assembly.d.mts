export const WASM_FILE: string;
export function compileKernels(): Promise<Uint8Array>;
