/** Words that are the same in every language, and why. */
const SAME_EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  'names of products and techniques': ['GPT', 'ChatGPT', 'Python', 'WebGL', 'WASM', 'CPU', 'MIT', 'OpenAI', 'Codex'],
  'units of measurement': ['kB', 'MB', 'GB'],
};

export const DATA_WORDS: ReadonlySet<string> = new Set(Object.values(SAME_EVERYWHERE).flat());
