import { parameterCount, type TrainConfig } from '../../engine/config';
import type { Trainer } from '../../engine/train/trainer';
import type {
  Baselines,
  Evaluation,
  Probe,
  RunHistory,
  RunRecipe,
  RunStatus,
  Sample,
  StepReport,
  TrainingEvent,
} from '../../protocol/training';
import type { RunCorpus } from './corpusOf';
import { isEvaluationStep, isProbeStep, isSampleStep, nextMilestone } from './milestones';
import { baselinesOf, evaluate, writeSample } from './milestoneWork';
import type { Model } from './model';
import { writeProbe } from './probing';
import type { Lineage } from './runRecord';
import type { RuntimeFor } from './runtimes';
import { savedPointInfo, writeAutosave, writeSavedPoint, type RunMoment } from './savedPoints';
import { createStepReports, type StepReports } from './stepReports';
import { Writing } from './writing';

/** What a run is given by its session: its way to the outside, and what it computes with. */
export interface RunPort {
  readonly runId: string;
  readonly tell: (event: TrainingEvent) => void;
  readonly now: () => number;
  readonly isContextLost: () => boolean;
  readonly runtimeFor: RuntimeFor;
}

/** The parts of a run that was opened. The run owns and frees the tensors among them. */
export interface RunParts {
  readonly recipe: RunRecipe;
  readonly model: Model;
  readonly trainConfig: TrainConfig;
  readonly trainer: Trainer;
  readonly corpus: RunCorpus;
  /** Where the starting weights come from; its `bytesSeen` is that of the start. */
  readonly lineage: Lineage;
  /** UTF-8 bytes of training text read so far, earlier runs included. */
  readonly bytesSeen: () => number;
  readonly history: RunHistory;
  readonly status: RunStatus;
}

/** What a run is doing: `stepping` does one step and pauses, `stopping` wraps up. */
type Mode = RunStatus | 'stepping' | 'stopping';

/** Training time between two automatic saves: what a crash can cost at most, with the time a save takes. */
const AUTOSAVE_EVERY_MS = 6000;
/** Steps are done together, to wait for the graphics processor less often, while that takes no longer than this. */
const SLICE_MS = 25;
const MAX_STEPS_PER_SLICE = 8;

/**
 * The life of a run: training, looking up at milestones to measure, write a sample and be saved.
 *
 * What is due is read off the history, never remembered beside it: a run restored from any moment does
 * exactly what the run it was saved from would have done.
 */
export class Run {
  private mode: Mode;
  private readonly reports: StepReport[];
  private readonly evaluations: Evaluation[];
  private readonly samples: Sample[];
  private readonly probes: Probe[];
  private baselines: Baselines | null;
  private areBaselinesDue: boolean;
  private readonly stepReports: StepReports;
  /** Measurements, samples and probes take several slices. */
  private evaluation: ReturnType<typeof evaluate> | null = null;
  private readonly sample: Writing<Sample>;
  private readonly probe: Writing<Probe>;
  private pauseAtStep = 0;
  private savedAtMs: number;

  constructor(
    private readonly parts: RunParts,
    private readonly port: RunPort,
  ) {
    this.mode = parts.status;
    this.reports = [...parts.history.reports];
    this.evaluations = [...parts.history.evaluations];
    this.samples = [...parts.history.samples];
    this.probes = [...parts.history.probes];
    this.baselines = parts.history.baselines;
    this.areBaselinesDue = this.baselines === null;
    this.stepReports = createStepReports(port.tell, port.now);
    this.savedAtMs = port.now();
    const { model, corpus, trainer, recipe } = parts;
    this.sample = new Writing(model.loaded, (decoder) =>
      writeSample(model, decoder, corpus, trainer.step, recipe.seed),
    );
    this.probe = new Writing(model.loaded, (decoder) => writeProbe(model, decoder, trainer.step));
  }

  get runId(): string {
    return this.port.runId;
  }

  get hasWork(): boolean {
    return this.mode === 'running' || this.mode === 'stepping' || this.mode === 'stopping';
  }

  /** Tells the page what was opened. */
  begin(): void {
    const { recipe, model, trainer, lineage, bytesSeen } = this.parts;
    const { config } = model.loaded;
    this.port.tell({
      type: 'started',
      recipe,
      config,
      parameterCount: parameterCount(config),
      step: trainer.step,
      bytesSeen: bytesSeen(),
      priorSteps: lineage.priorSteps,
      running: this.mode === 'running',
      history: this.history,
    });
    if (this.isOver) this.tellState();
  }

  /** Does one slice of what is to be done next. @throws SessionFailure, DivergedError */
  async work(): Promise<void> {
    const { trainer } = this.parts;
    if (this.isEvaluationDue) await this.workOnEvaluation();
    else if (this.isProbeDue) await this.workOnProbe();
    else if (this.isSampleDue) await this.workOnSample();
    else if (this.isEnding) await this.end();
    else if (this.mode === 'stepping' && trainer.step >= this.pauseAtStep) await this.pause();
    else if (this.areBaselinesDue && trainer.step > 0) this.workOnBaselines();
    else await this.train();
    if (this.mode === 'running' && this.port.now() - this.savedAtMs >= AUTOSAVE_EVERY_MS) await this.save();
  }

  /** No further step starts. */
  async pause(): Promise<void> {
    if (this.mode === 'stopping') return;
    if (this.isOver) {
      this.tellState();
      return;
    }
    this.mode = 'paused';
    this.stepReports.flush();
    this.stepReports.rest();
    this.tellState();
    await this.save();
  }

  /** Continues; a run that is over says so again. */
  resume(): void {
    if (this.mode === 'stopping') return;
    if (!this.isOver) this.mode = 'running';
    this.savedAtMs = this.port.now();
    this.tellState();
  }

  /** One step, then paused again; what is due at the steps before and after it is done too. */
  step(): void {
    if (this.mode === 'stopping') return;
    if (this.isOver) {
      this.tellState();
      return;
    }
    this.pauseAtStep = this.parts.trainer.step + 1;
    this.mode = 'stepping';
  }

  /** Ends the run early, with a last measurement, sample and saved point. */
  stop(): void {
    if (this.isOver) this.tellState();
    else this.mode = 'stopping';
  }

  /** Posts an automatic save. */
  async save(): Promise<void> {
    const status = this.mode === 'stepping' || this.mode === 'stopping' ? 'paused' : this.mode;
    const bytes = await writeAutosave(this.moment, status);
    // A lost context reads as zeros: better no save than one of zeros.
    if (this.port.isContextLost()) return;
    this.savedAtMs = this.port.now();
    this.port.tell({ type: 'autosaved', step: this.parts.trainer.step, status, bytes });
  }

  private get isOver(): boolean {
    return this.mode === 'finished' || this.mode === 'stopped';
  }

  /** True when no step follows, only what every run ends with. */
  private get isEnding(): boolean {
    return this.mode === 'stopping' || this.parts.trainer.step >= this.parts.trainConfig.totalSteps;
  }

  private get isEvaluationDue(): boolean {
    const { trainer, corpus } = this.parts;
    const watchesAny = corpus.proseVal.length + corpus.codeVal.length > 0;
    const isMilestone = this.isEnding || isEvaluationStep(trainer.step);
    return watchesAny && isMilestone && this.evaluations.at(-1)?.step !== trainer.step;
  }

  private get isProbeDue(): boolean {
    const { trainer, recipe } = this.parts;
    const isMilestone = this.isEnding ? trainer.step > 0 : isProbeStep(trainer.step);
    return recipe.phase === 'fineTune' && isMilestone && this.probes.at(-1)?.step !== trainer.step;
  }

  private get isSampleDue(): boolean {
    const { step } = this.parts.trainer;
    return (this.isEnding || isSampleStep(step)) && this.samples.at(-1)?.step !== step;
  }

  private get history(): RunHistory {
    const { reports, evaluations, samples, probes, baselines } = this;
    return { reports, evaluations, samples, probes, baselines };
  }

  private get moment(): RunMoment {
    const { recipe, model, trainer, trainConfig, lineage, bytesSeen } = this.parts;
    const trained = recipe.phase === 'pretrain' ? 'pretrained' : 'fineTuned';
    const phase = trainer.step === 0 ? lineage.phase : trained;
    const here = { ...lineage, phase, bytesSeen: bytesSeen() };
    return { recipe, model, trainer, trainConfig, lineage: here, history: this.history };
  }

  private async train(): Promise<void> {
    const { trainer, bytesSeen } = this.parts;
    const startedAtMs = this.port.now();
    const reports = await trainer.trainSteps(this.stepsAtOnce);
    const durationMs = this.port.now() - startedAtMs;
    const tokens = reports.reduce((total, report) => total + report.tokens, 0);
    const plain = reports.map(({ step, lossNats, bitsPerByte, learningRate, gradNorm }) => ({
      step,
      lossNats,
      bitsPerByte,
      learningRate,
      gradNorm,
    }));
    this.reports.push(...plain);
    this.stepReports.add(plain, durationMs, tokens, bytesSeen());
  }

  private get stepsAtOnce(): number {
    const { trainer, trainConfig } = this.parts;
    const { msPerStep } = this.stepReports;
    if (this.mode === 'stepping' || msPerStep === null) return 1;
    const next = Math.min(nextMilestone(trainer.step), trainConfig.totalSteps);
    const affordable = Math.floor(SLICE_MS / Math.max(msPerStep, SLICE_MS / MAX_STEPS_PER_SLICE));
    return Math.max(1, Math.min(affordable, next - trainer.step));
  }

  private async workOnEvaluation(): Promise<void> {
    const { trainer, corpus } = this.parts;
    this.evaluation ??= evaluate(trainer, corpus);
    const slice = await this.evaluation.next();
    if (!slice.done) return;
    this.evaluation = null;
    this.stepReports.flush();
    this.evaluations.push(slice.value);
    this.port.tell({ type: 'evaluated', evaluation: slice.value });
  }

  private async workOnProbe(): Promise<void> {
    const probe = await this.probe.next();
    if (!probe) return;
    this.stepReports.flush();
    this.probes.push(probe);
    this.port.tell({ type: 'probed', probe });
  }

  /** A sample and the saved point of its step are made in one slice, so that none is ever without the other. */
  private async workOnSample(): Promise<void> {
    const sample = await this.sample.next();
    if (!sample) return;
    this.stepReports.flush();
    this.samples.push(sample);
    this.port.tell({ type: 'sampled', sample });
    const { moment } = this;
    const bytes = await writeSavedPoint(moment);
    if (!this.port.isContextLost()) this.port.tell({ type: 'saved', info: savedPointInfo(moment), bytes });
  }

  private workOnBaselines(): void {
    this.areBaselinesDue = false;
    this.baselines = baselinesOf(this.parts.corpus);
    if (this.baselines) this.port.tell({ type: 'baselined', baselines: this.baselines });
  }

  private async end(): Promise<void> {
    const { trainer, trainConfig } = this.parts;
    this.mode = trainer.step >= trainConfig.totalSteps ? 'finished' : 'stopped';
    this.stepReports.flush();
    this.tellState();
    await this.save();
  }

  private tellState(): void {
    const { step } = this.parts.trainer;
    switch (this.mode) {
      case 'running':
        return this.port.tell({ type: 'resumed', step });
      case 'paused':
      case 'stopped':
      case 'finished':
        return this.port.tell({ type: this.mode, step });
      case 'stepping':
      case 'stopping':
        // Passing states: the page hears where they lead.
        return;
    }
  }

  /** A copy of the model as it is now; the caller frees it. */
  async snapshot(): Promise<Model> {
    const { loaded, tokenizer } = this.parts.model;
    const { config } = loaded;
    const runtime = await this.port.runtimeFor(config);
    return { tokenizer, loaded: runtime.load(config, await loaded.arrays()) };
  }

  /** Frees everything on the device. */
  dispose(): void {
    this.mode = 'stopped';
    this.sample.dispose();
    this.probe.dispose();
    this.parts.trainer.dispose();
    this.parts.model.loaded.dispose();
  }
}
