import type { LinkState } from '../share/linkState';
import type { PythonClient } from '../protocol/python';
import type { AppStorage, Autosave } from '../protocol/storage';
import type { RunRecipe, RunStatus, TrainingClient, TrainingCommand } from '../protocol/training';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import type { AutosaveWriter } from './autosaveWriter';
import type { Undertaking } from './examination';
import type { AppState, AppStore } from './state';
import type { WorkerJob } from './workerJobs';

/** What the store needs from outside; tests pass small honest fakes. */
export interface AppStoreDeps {
  readonly training: TrainingClient;
  readonly python: PythonClient;
  readonly storage: AppStorage;
  readonly shippedTokenizer: TokenizerFile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once, later. Without it the reader is not told when the engine does not start. */
  readonly setTimer?: (callback: () => void, delayMs: number) => void;
  /** Calls back once, when the page has been drawn and rests. Without it the engine starts at once. */
  readonly whenIdle?: (callback: () => void) => void;
  /** A fresh id for a run, different from any before it on this machine. */
  readonly newId: () => string;
  /**
   * Resolves to whether this page is the only one here that keeps a run: two tabs would overwrite each other's.
   * Without it every page is.
   */
  readonly holdRun?: () => Promise<boolean>;
  /** The hash the page was opened with. */
  readonly initialHash?: string;
}

/** The run that is being brought back, until the worker confirms it. */
export interface Restoration {
  readonly runId: string;
  readonly status: RunStatus;
}

/** What a run was started with, so that it can be started again when there is no autosave yet. */
export interface RunStart {
  readonly runId: string;
  readonly recipe: RunRecipe;
  readonly origin: Uint8Array | null;
}

/** What the store remembers that no panel shows. */
export interface Session {
  autosave: Autosave | null;
  restoring: Restoration | null;
  start: RunStart | null;
  /** Recoveries since the last sign of progress. */
  recoveries: number;
  /** The step the latest recovery went back to. */
  recoveredStep: number;
  /** True once the graphics processor was given up for this visit. */
  fellBack: boolean;
  storageTroubleTold: boolean;
  /** Settles when all changes to the kept guesses are written: each reads what is kept first. */
  guessesKept: Promise<void>;
  /** A link's model and answer, until the list of models is there. */
  pendingLink: LinkState | null;
  linkChoseModel: boolean;
  /** The reading of the list of models, once it was asked for. */
  pointsLoaded: Promise<void> | null;
  lastRequest: number;
  lastNotice: number;
  /** How often the engine was asked to start. */
  initialisations: number;
  /** Starts an engine that waits for the page to rest. */
  wakeEngine: () => void;
  /** What waits for the engine, in order. */
  whenReady: (() => void)[];
  /** What waits for the next autosave to be written. */
  whenSaved: (() => void)[];
  /** Generations the worker has or will get, by request. */
  readonly requests: Map<string, { readonly runId: string; readonly command: TrainingCommand }>;
  /** Other things the worker is doing or will do, by request. */
  readonly jobs: Map<string, WorkerJob>;
  /** What ends the evaluation, the sweep, the own task and the comparison of wordings that are under way. */
  readonly underWay: Map<Undertaking, AbortController>;
  /** Settles when all probes so far are judged. */
  probing: Promise<void>;
  /** Settles when the stories of all saved points so far are measured. */
  storytelling: Promise<void>;
  /** Weights of own points that are not, or not yet, in storage. */
  readonly pointBytes: Map<string, Uint8Array>;
}

/** What every action and event handler works on. */
export interface StoreContext {
  readonly deps: AppStoreDeps;
  readonly session: Session;
  readonly autosaves: AutosaveWriter;
  /** Whether this page may restore and autosave a run. */
  readonly holdsRun: Promise<boolean>;
  readonly get: () => AppStore;
  /** Replaces some fields of one slice. */
  readonly patch: <S extends keyof AppState>(slice: S, change: Partial<AppState[S]>) => void;
}

/** The session of a page that was just opened. */
export function freshSession(): Session {
  return {
    autosave: null,
    restoring: null,
    start: null,
    recoveries: 0,
    recoveredStep: 0,
    fellBack: false,
    storageTroubleTold: false,
    guessesKept: Promise.resolve(),
    pendingLink: null,
    linkChoseModel: false,
    pointsLoaded: null,
    lastRequest: 0,
    lastNotice: 0,
    initialisations: 0,
    wakeEngine: () => undefined,
    whenReady: [],
    whenSaved: [],
    requests: new Map(),
    jobs: new Map(),
    underWay: new Map(),
    probing: Promise.resolve(),
    storytelling: Promise.resolve(),
    pointBytes: new Map(),
  };
}
