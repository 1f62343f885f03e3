import { text } from '../../content/narrative';
import type { BackendChoice, BackendName, Paces } from '../../protocol/training';
import { Entrant, type Track } from './entrant';
import { SessionFailure } from './failures';
import type { Graphics } from './graphics';
import type { Timing } from './race';
import { objectionTo, reasonForCpu, reasonForWasm, reasonForWebGL, type Objection } from './reasons';
import type { RuntimeFor, RuntimeOpeners } from './runtimes';
import words from './words.en.md';

/** The backend in use, and why, in a sentence for the reader. */
export interface ChosenBackend {
  readonly backend: BackendName;
  readonly reason: string;
  /** What draws WebGL, e.g. the name of the graphics processor; null on other backends. */
  readonly renderer: string | null;
  /** What is known of the speed of both, to be remembered. */
  readonly paces: Paces;
  readonly runtimeFor: RuntimeFor;
  /** True once reads of this backend no longer resolve, or read zeros. */
  readonly isContextLost: () => boolean;
}

/** Who follows a choice. */
export interface ChoiceListener {
  /** Parts of a backend got ready. */
  readonly prepared: (ready: number, total: number) => void;
  /** The graphics context of the chosen backend is gone: its pending reads never resolve. */
  readonly contextLost: () => void;
}

/**
 * Chooses and starts a backend; rejects when not even the slowest one starts. Models of an earlier choice are lost.
 * @param paces what was measured before
 */
export type ChooseBackend = (
  choice: BackendChoice,
  paces: Paces,
  listener: ChoiceListener,
) => Promise<ChosenBackend>;

/** How the chooser reaches the outside. */
export interface BackendSurroundings {
  /** Null where there is no WebGL 2. */
  readonly openGraphics: () => Graphics | null;
  readonly runtimes: RuntimeOpeners;
  /** Milliseconds from any origin. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Names this build: what was measured with another one is measured again. */
  readonly build: string;
}

/** Two backends that calculate right agree on a first loss far better than this share of it. */
const LARGEST_DISAGREEMENT = 0.01;

/**
 * Makes the function that chooses a backend: the faster of WebGL and WASM, else plain JavaScript.
 *
 * An explicit choice is honoured where the browser can; where it cannot, the next one is taken and the reason says so.
 */
export function createBackendChooser(surroundings: BackendSurroundings): ChooseBackend {
  let previous: Graphics | null = null;
  let choices = 0;
  return async (choice, paces, listener) => {
    choices += 1;
    const mine = choices;
    previous?.release();
    const graphics = choice === 'auto' || choice === 'webgl' ? surroundings.openGraphics() : null;
    previous = graphics;
    const chosen = await new Choosing(surroundings, choice, paces, listener).choose(graphics);
    if (chosen.backend === 'webgl') {
      void graphics?.lost.then(() => {
        if (mine === choices) listener.contextLost();
      });
    } else graphics?.release();
    return chosen;
  };
}

/** One choice being made. */
class Choosing {
  private readonly track: Track;
  private wasm: Promise<Entrant | null> | null = null;

  constructor(
    private readonly surroundings: BackendSurroundings,
    private readonly choice: BackendChoice,
    private paces: Paces,
    { prepared }: ChoiceListener,
  ) {
    const { now, wait } = surroundings;
    this.track = { now, wait, prepared };
  }

  async choose(graphics: Graphics | null): Promise<ChosenBackend> {
    if (this.choice === 'cpu') return this.takeCpu();
    let objection = this.choice === 'wasm' ? null : objectionTo(graphics, this.choice);
    if (this.choice !== 'wasm' && graphics && objection === null) {
      const tried = await this.tryWebGL(graphics);
      if (typeof tried !== 'string' && tried !== null) return tried;
      objection = tried;
    }
    return (await this.tryWasm(objection)) ?? this.takeCpu();
  }

  /** WebGL; or an objection to it; or null when WASM won the race. */
  private async tryWebGL(graphics: Graphics): Promise<ChosenBackend | Objection | null> {
    const { gl, renderer } = graphics;
    const webgl = this.enterWebGL(graphics);
    if (!webgl) return 'didNotStart';
    const wasm = this.choice === 'auto' ? await this.enterWasm() : null;
    if (wasm) await this.race(webgl, wasm);
    else await this.learnPace(webgl);
    const onWebGL = this.paces.webgl?.msPerStep ?? null;
    if (onWebGL === null) return 'failedTest';
    if (wasm && (this.paces.wasm?.msPerStep ?? Infinity) < onWebGL) return null;
    if (!(await webgl.prepare())) return 'didNotStart';
    return {
      backend: 'webgl',
      reason: reasonForWebGL(this.choice, graphics, this.paces),
      renderer,
      paces: this.paces,
      runtimeFor: webgl.runtimes.runtimeFor,
      isContextLost: () => gl.isContextLost(),
    };
  }

  private async tryWasm(objection: Objection | null): Promise<ChosenBackend | null> {
    const wasm = await this.enterWasm();
    if (!wasm) return null;
    await this.learnPace(wasm);
    if (this.paces.wasm?.msPerStep === null || !(await wasm.prepare())) return null;
    return {
      backend: 'wasm',
      reason: reasonForWasm(this.choice, objection, this.paces),
      renderer: null,
      paces: this.paces,
      runtimeFor: wasm.runtimes.runtimeFor,
      isContextLost: () => false,
    };
  }

  private async takeCpu(): Promise<ChosenBackend> {
    const cpu = await this.surroundings.runtimes.cpu().catch(() => {
      throw new SessionFailure('noBackend', text(words, 'noBackend'));
    });
    return {
      backend: 'cpu',
      reason: reasonForCpu(this.choice),
      renderer: null,
      paces: this.paces,
      runtimeFor: cpu.runtimeFor,
      isContextLost: () => false,
    };
  }

  /** Null where WebGL does not start. */
  private enterWebGL({ gl, renderer, lost }: Graphics): Entrant | null {
    const { build, runtimes } = this.surroundings;
    try {
      return new Entrant('webgl', `${renderer} ${build}`, runtimes.webgl(gl), lost, this.track);
    } catch {
      return null;
    }
  }

  /** Null where WASM does not start. */
  private enterWasm(): Promise<Entrant | null> {
    const { build, runtimes } = this.surroundings;
    this.wasm ??= runtimes.wasm().then(
      (opened) => new Entrant('wasm', build, opened, null, this.track),
      () => null,
    );
    return this.wasm;
  }

  /** Times both, unless both are known. One that miscalculates is out. */
  private async race(webgl: Entrant, wasm: Entrant): Promise<void> {
    if (this.isKnown(webgl) && this.isKnown(wasm)) return;
    const onWasm = await wasm.time();
    const onWebGL = await webgl.time();
    const expected = onWasm?.lossNats ?? onWebGL?.lossNats ?? 0;
    const agrees = ({ lossNats }: Timing): boolean =>
      Math.abs(lossNats - expected) <= LARGEST_DISAGREEMENT * expected;
    this.note(wasm, onWasm);
    this.note(webgl, onWebGL && agrees(onWebGL) ? onWebGL : null);
  }

  private async learnPace(entrant: Entrant): Promise<void> {
    if (!this.isKnown(entrant)) this.note(entrant, await entrant.time());
  }

  private isKnown({ backend, of }: Entrant): boolean {
    return this.paces[backend]?.of === of;
  }

  private note({ backend, of }: Entrant, timing: Timing | null): void {
    this.paces = { ...this.paces, [backend]: { of, msPerStep: timing?.msPerStep ?? null } };
  }
}
