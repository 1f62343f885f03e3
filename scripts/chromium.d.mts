export const WEBGL_FLAGS: string[];
export function findProgram(names: readonly string[], fixed: readonly string[]): string | undefined;
export function findChromium(): string | undefined;
export function ensureChromium(): void;
