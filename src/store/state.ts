/** The shape of the one store: slices by artefact, plain cloneable data, no tensors. */
import type { PresetName } from '../engine/config';
import type { TokenizerFile } from '../engine/tokenizer/tokenizer';
import type { Recording, StoryMeasure } from '../protocol/storage';
import type {
  BackendChoice,
  BackendName,
  Baselines,
  Evaluation,
  GeneratedToken,
  GenerateSettings,
  Paces,
  Phase,
  Probe,
  RunRecipe,
  Sample,
  SavedPointInfo,
  StepReport,
} from '../protocol/training';
import type { Hidable, LinkStage, PlanPlace, RecordedPlace } from '../share/linkState';
import type { EvaluationActions, EvaluationSlice } from './evaluationState';
import type { HistoryActions, HistorySlice } from './historyState';
import type { ModelFilesActions } from './modelFilesState';
import type { EarlierGuesses, PredictionActions, Predictions } from './predictionsState';
import type { WordingsActions, WordingsSlice } from './wordingsState';
import type { JudgeResult, RunVerdicts } from '../protocol/python';

export type StageId = LinkStage;
/** What can be hidden from a class, and the place in a recorded run: as a link carries them. */
export type { Hidable, RecordedPlace };

export interface EngineSlice {
  readonly status: 'starting' | 'ready' | 'recovering' | 'unavailable';
  readonly choice: BackendChoice;
  readonly backend: BackendName | null;
  /** Why this backend: one plain sentence for the reader. */
  readonly reason: string;
  readonly renderer: string | null;
  /** What was measured of this machine, on this visit or an earlier one. */
  readonly paces: Paces;
  /** How far a starting engine is; null while it has not told. */
  readonly preparing: { readonly ready: number; readonly total: number } | null;
}

/** What the next runs will read. Own material is kept here whole; the worker gets it in the recipe. */
export interface CorpusSlice {
  readonly proseKind: 'stories' | 'ownText';
  readonly ownText: string;
  readonly ownTextName: string;
  readonly codeKind: 'snippets' | 'ownSnippets';
  readonly ownSnippets: readonly string[];
}

export interface TokenizerSlice {
  /** The tokenizer new models are built with. */
  readonly current: TokenizerFile;
  /** 'shipped', or 'own' when the reader trained one in Tokenize. */
  readonly origin: 'shipped' | 'own';
  readonly shipped: TokenizerFile;
}

/** Settings the reader chooses before a run. */
export interface RunDraft {
  readonly preset: PresetName;
  readonly seed: number;
  readonly totalSteps: number;
  readonly learningRate: number;
  /** Fine-tuning only, 0..0.5. */
  readonly replay: number;
  /** Fine-tuning only: the saved point to start from; null trains on code from scratch. */
  readonly startFrom: string | null;
}

export type ActiveStatus =
  | 'starting'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'stopping'
  | 'stopped'
  | 'finished'
  | 'recovering'
  | 'failed';

export interface RunRecord {
  readonly runId: string;
  readonly recipe: RunRecipe;
  readonly status: ActiveStatus;
  readonly step: number;
  readonly parameterCount: number;
  readonly priorSteps: number;
  readonly bytesSeen: number;
  readonly tokensPerSecond: number;
  readonly msPerStep: number;
  readonly reports: readonly StepReport[];
  readonly evaluations: readonly Evaluation[];
  readonly samples: readonly Sample[];
  readonly probes: readonly Probe[];
  /** What Python made of the probes, by rising step; a probe that is not judged yet is missing. */
  readonly verdicts: readonly RunVerdicts[];
  /** How well the stories of its saved points hold together, by rising step. */
  readonly stories: readonly StoryMeasure[];
  readonly baselines: Baselines | null;
  /** Shown when status is 'failed'. */
  readonly failure: string | null;
  /** Set when this run came back after a reload or a lost context: the step it came back at. */
  readonly restoredAtStep: number | null;
}

export interface RunsSlice {
  readonly drafts: Readonly<Record<Phase, RunDraft>>;
  readonly records: Readonly<Record<string, RunRecord>>;
  /** The run in the worker, whatever its status; at most one. */
  readonly activeRunId: string | null;
  /** The latest run of each phase: what the panels Pretrain and Fine-tune show. */
  readonly latest: Readonly<Record<Phase, string | null>>;
  /** Whether fine-tuning begins by itself when pretraining is finished: the whole life at one press. */
  readonly goesOn: boolean;
}

export interface SavedPoint {
  readonly id: string;
  readonly origin: 'untrained' | 'shipped' | 'run';
  /** Null for points that came with the app. */
  readonly runId: string | null;
  readonly label: string;
  /** Name of the file the reader brought it in; absent for all others. */
  readonly file?: string;
  /** Size of its file beside the page; absent where nothing has to be fetched. */
  readonly bytes?: number;
  readonly info: SavedPointInfo;
}

export interface CheckpointsSlice {
  /** In the order of the model's life: untrained, shipped, then the reader's own. */
  readonly points: readonly SavedPoint[];
  /** The current model: a point's id, or 'live' for the model in training. */
  readonly currentId: string;
  readonly status: 'loading' | 'ready' | 'failed';
}

/** What is known of a recorded life; `recording` is null where none came with the app. */
export type KnownRecording =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly recording: Recording | null }
  | { readonly status: 'failed'; readonly reason: string };

/** Recorded lives by size; one that nobody asked for is absent. */
export type RecordingsSlice = Readonly<Partial<Record<PresetName, KnownRecording>>>;

/** What an answer was computed with. */
export interface AnswerSource {
  readonly backend: BackendName | null;
  /** The run whose model in training was asked, and the step it was at; null for a saved point. */
  readonly live: { readonly runId: string; readonly step: number } | null;
}

/** What Python made of an answer. */
export interface AnswerVerdict {
  /** Null while it is being judged. */
  readonly judgement: JudgeResult | null;
  /** False where the page knows no tests for the request: then `passed` says no more than that the program runs. */
  readonly isTested: boolean;
}

/** One answer being written or written. */
export interface Generation {
  readonly laneId: string;
  readonly requestId: string;
  readonly checkpointId: string;
  readonly prompt: string;
  readonly settings: GenerateSettings;
  /** Tokens it was told to begin with; empty when all of it was drawn. */
  readonly road: readonly number[];
  readonly status: 'waiting' | 'streaming' | 'done' | 'failed' | 'cancelled';
  readonly promptTokens: readonly string[];
  /** UTF-16 units at the end of the prompt, without the whitespace behind it, that the model sees. */
  readonly seenCharacters: number;
  /** True when the prompt was longer than the context and its beginning was left out. */
  readonly truncated: boolean;
  readonly tokens: readonly GeneratedToken[];
  /** The text of every token of its model, by id; empty until it begins to write. */
  readonly vocabulary: readonly string[];
  readonly text: string;
  readonly failure: string | null;
  /** Null for a text that is no program, and until it is written. */
  readonly verdict: AnswerVerdict | null;
  /** Absent until the worker begins to write. */
  readonly source?: AnswerSource;
}

/** An answer beside the first one, and what it is made with. */
export interface Lane {
  /** 'prompt:2' to 'prompt:4'. */
  readonly id: string;
  /** Null asks what the first lane asks. */
  readonly prompt: string | null;
  /** Null asks the model the first lane asks. */
  readonly checkpointId: string | null;
  readonly settings: GenerateSettings;
  /** Tokens its answer begins with, where it took another road than the answer it came from. */
  readonly road: readonly number[];
}

export interface PromptSlice {
  readonly text: string;
  readonly settings: GenerateSettings;
  /** Lanes beside the first, which is made of `text`, `settings` and the current model: at most three. */
  readonly beside: readonly Lane[];
  /** One answer per lane: 'prompt' and 'prompt:2' to 'prompt:4' in stage Prompt, 'start:untrained' and so on in stage Start. */
  readonly generations: Readonly<Record<string, Generation>>;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: string;
}

export interface LessonSlice {
  readonly stage: StageId;
  readonly theme: 'system' | 'light' | 'dark';
  readonly notices: readonly Notice[];
  /** The reader's guess per question id; kept on this machine. */
  readonly predictions: Predictions;
  /** What an earlier visit left; null for nothing, and once the reader has said whose it is. */
  readonly earlierGuesses: EarlierGuesses | null;
  /** Whether the tour was taken or declined here before; null until that is known. */
  readonly tourKnown: boolean | null;
  /** Whether P presents and ? opens help; kept on this machine. */
  readonly letterKeys: boolean;
  /** Parts of the page that are not shown, in the order of `LINK_HIDABLE`. */
  readonly hidden: readonly Hidable[];
  /** True in the presenter's mode. */
  readonly presenting: boolean;
  /** The lesson that is being taught and the step it is at; null when the presenter goes freely. */
  readonly plan: PlanPlace | null;
  /** Id of the gallery's question that is open, whether this page knows it or not. */
  readonly question: string | null;
  /** The recorded run that was looked at last, and the place in it; null before one was chosen. */
  readonly recordedAt: RecordedPlace | null;
}

export interface AppState {
  readonly engine: EngineSlice;
  readonly corpus: CorpusSlice;
  readonly tokenizer: TokenizerSlice;
  readonly runs: RunsSlice;
  readonly checkpoints: CheckpointsSlice;
  readonly recordings: RecordingsSlice;
  readonly prompt: PromptSlice;
  readonly history: HistorySlice;
  readonly wordings: WordingsSlice;
  readonly evaluation: EvaluationSlice;
  readonly lesson: LessonSlice;
}

/** What the page may ask for. None of these throws: what cannot be done becomes a notice or a failed status. */
export interface AppActions
  extends EvaluationActions, HistoryActions, ModelFilesActions, PredictionActions, WordingsActions {
  /** Starts worker, shipped list, preferences and an autosaved run. Call once. */
  boot(): Promise<void>;
  chooseBackend(choice: BackendChoice): void;
  /** Forgets what was measured of this machine and starts the engine again, which measures anew. */
  measureAgain(): void;

  chooseProse(kind: 'stories' | 'ownText'): void;
  /** Cleans and bounds the text; what was changed is told in a notice. */
  setOwnText(text: string, name: string): void;
  /** Reads a dropped or picked file; binary and too large files get a clear notice. */
  loadOwnTextFile(file: {
    name: string;
    size: number;
    slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
  }): Promise<void>;
  chooseCode(kind: 'snippets' | 'ownSnippets'): void;
  setOwnSnippets(snippets: readonly string[]): void;

  setTokenizer(file: TokenizerFile, origin: 'shipped' | 'own'): void;

  editDraft(phase: Phase, change: Partial<RunDraft>): void;
  startRun(phase: Phase): Promise<void>;
  /** Whether a pretraining run is followed by fine-tuning what it made; kept for the next visit. */
  setGoesOn(goesOn: boolean): void;
  pauseRun(): void;
  resumeRun(): void;
  stepRun(): void;
  stopRun(): void;
  resetRun(): void;
  /** Autosaves now, if a run is active: call when the page is being hidden. */
  saveNow(): Promise<void>;

  /** Reads the list of models, once: every later call waits for the same reading. */
  loadPoints(): Promise<void>;
  selectCheckpoint(id: string): void;
  /** Reads the recorded life of a size, once; one that failed is read again. */
  loadRecording(preset: PresetName): Promise<void>;

  setPromptText(text: string): void;
  editSettings(change: Partial<GenerateSettings>): void;
  /** Writes an answer into a lane; an answer still being written there is cancelled. */
  generate(request: {
    laneId: string;
    checkpointId: string;
    prompt: string;
    settings: GenerateSettings;
    /** Tokens the answer is to begin with. */
    road?: readonly number[];
  }): Promise<void>;
  cancelGenerate(laneId: string): void;
  /** Writes the answers of all lanes anew. */
  generateLanes(): void;
  /** Puts a lane beside the others, made like the first but for `change`; none when there are four. */
  addLane(change?: Partial<Omit<Lane, 'id'>>): string | null;
  /** Changes a lane beside the first; for another prompt, model or setting its answer is written when asked. */
  editLane(laneId: string, change: Partial<Omit<Lane, 'id'>>): void;
  /** Takes a lane away, with its answer. The first lane stays. */
  removeLane(laneId: string): void;
  /**
   * Writes a lane's answer again in a lane of its own, with another token at one place; both roads stay.
   * @returns the lane's id; null when there is no such place, or no room
   */
  takeRoad(laneId: string, index: number, tokenId: number): string | null;

  goTo(stage: StageId): void;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  /** Remembers on this machine that the tour need not be offered again. */
  knowTour(): void;
  setLetterKeys(letterKeys: boolean): void;
  /** Opens a question of the gallery, or none. */
  askQuestion(questionId: string | null): void;
  setHidden(hidden: readonly Hidable[]): void;
  setPresenting(presenting: boolean): void;
  /** Keeps the place in a recorded run, so that a link can lead to it. */
  lookAtRecording(place: RecordedPlace): void;
  notify(tone: Notice['tone'], text: string): void;
  dismiss(noticeId: number): void;
  /** The hash of the present state, for "Copy link". */
  link(): string;
  /** Applies a link's hash: valid parts are taken, the rest is told in a notice. */
  openLink(hash: string): void;
}

export type AppStore = AppState & { readonly actions: AppActions };
