/** Who may import whom, as docs/architecture.md tells it. What is not listed is forbidden. */
export interface Room {
  /** Folder below src; a longer prefix wins over a shorter one. */
  readonly path: string;
  /** Rooms or files below src it may import besides itself. */
  readonly ours: readonly string[];
  /** Like `ours`, but only with `import type`. */
  readonly typesOnly?: readonly string[];
  /** Packages, by name or by a prefix ending in `/`. */
  readonly packages: readonly string[];
}

/** Chapters of the engine that hold no tensor and may run on the main thread. */
export const TENSOR_FREE = [
  'engine/config',
  'engine/cost',
  'engine/random',
  'engine/tokenizer',
  'engine/data',
  'engine/evaluate',
  'engine/sample/distribution',
];

const TFJS = ['@tensorflow/'];
const REACT = ['react', 'react/', 'react-dom', 'react-dom/'];

export const ROOMS: readonly Room[] = [
  { path: 'engine', ours: TENSOR_FREE, packages: TFJS },
  // The tensor-free chapters may only lean on each other, so that importing one never pulls in TensorFlow.js.
  ...TENSOR_FREE.map((path) => ({ path, ours: TENSOR_FREE, packages: [] })),
  { path: 'corpora', ours: ['engine/random', 'engine/tokenizer'], packages: [] },
  { path: 'protocol', ours: [], typesOnly: ['engine', 'corpora'], packages: [] },
  { path: 'workers', ours: ['engine', 'corpora', 'protocol', 'content'], packages: TFJS },
  { path: 'workers/training/client', ours: ['protocol', 'content'], packages: [] },
  // The sandbox bundles whatever it imports into the worker that runs programs: so it is little, and all its own.
  { path: 'workers/python', ours: ['protocol'], packages: [] },
  {
    path: 'workers/python/client',
    ours: ['protocol', 'workers/python/door', 'workers/python/frame', 'workers/python/parts'],
    packages: [],
  },
  { path: 'workers/python/frame', ours: ['protocol', 'workers/python/bootScript'], packages: [] },
  {
    path: 'workers/python/parts',
    ours: ['workers/python/frame'],
    packages: ['virtual:python-worker', '@micropython/'],
  },
  { path: 'storage', ours: ['protocol', 'content'], packages: ['idb-keyval'] },
  { path: 'share', ours: ['engine/config'], packages: ['valibot', 'fflate'] },
  {
    path: 'store',
    ours: ['protocol', 'share', 'corpora', 'content', ...TENSOR_FREE],
    packages: ['zustand', 'zustand/'],
  },
  { path: 'offline', ours: [], packages: [] },
  { path: 'content', ours: [], packages: [] },
  {
    path: 'ui',
    ours: ['content'],
    packages: [...REACT, 'recharts', 'uqr', '@fontsource-variable/', '@fontsource/'],
  },
  {
    path: 'stages',
    ours: ['ui', 'content', 'store', 'share', 'corpora', ...TENSOR_FREE],
    packages: [...REACT, 'zustand'],
  },
  {
    path: 'app',
    ours: [
      'stages',
      'store',
      'storage',
      'offline',
      'share',
      'ui',
      'content',
      'workers/training/client',
      'workers/python/client',
      'engine/tokenizer',
      // Lessons ask questions of the gallery.
      'corpora/gallery',
    ],
    typesOnly: ['protocol'],
    packages: [...REACT, 'zustand', 'valibot'],
  },
];

/** Inside `stages`, each numbered folder is a stage; none may import another. */
export const STAGE_FOLDER = /^stages\/\d\d-[a-z-]+/;

/** Rooms that must not touch the page: identifiers that name the DOM, the clock or ambient randomness. */
export const FORBIDDEN_WORDS: readonly { readonly rooms: readonly string[]; readonly words: RegExp }[] = [
  {
    rooms: ['engine', 'corpora'],
    words:
      /\b(document\s*\.\s*(body|head|querySelector|createElement|getElementById|cookie|title|addEventListener)|(window|localStorage|navigator|globalThis|self)\s*\.|(postMessage|setTimeout|setInterval|requestAnimationFrame|fetch|importScripts)\s*\()/,
  },
  {
    rooms: ['engine', 'corpora', 'store', 'share', 'protocol'],
    words:
      /\b(Math\.random|Date\.now|new Date\(\)|performance\.now|crypto\.getRandomValues|crypto\.randomUUID)\b/,
  },
  // The hidden tab stops animation frames: a worker that waits for one would stop training.
  { rooms: ['workers'], words: /\b(nextFrame|requestAnimationFrame)\s*\(/ },
];
