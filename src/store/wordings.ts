import { text } from '../content/narrative';
import type { WordingId } from '../corpora/code/wordings';
import type { StoreContext } from './context';
import { EVALUATION_LIMITS } from './evaluationState';
import { examine, sentenceOf, undertake, type Wanted } from './examination';
import { askedModelId } from './lanes';
import { fittedPrompt } from './promptSlice';
import type {
  AskedWording,
  AskedWordings,
  WordedProgram,
  WordingsActions,
  WordingsChoice,
  WordingsSlice,
} from './wordingsState';
import { wordingProblemText } from './wordingProblems';
import words from './notices.en.md';

/** Longest own wording, in UTF-16 units: more than any model here looks back at. */
export const MAX_OWN_WORDING = 600;

export const INITIAL_WORDINGS: WordingsSlice = {
  choice: {
    taskId: 'plain/max_of_two',
    given: ['commentAndName', 'nameOnly', 'commentOnly', 'vagueComment'],
    own: '',
    examples: 0,
    samples: 8,
  },
  status: 'idle',
  asked: null,
  programs: [],
  failure: null,
};

/** The catalogue of tasks is large: it comes when it is first wanted. */
const loadWordings = () => import('../corpora/code/wordings');

function editedChoice(before: WordingsChoice, change: Partial<WordingsChoice>): WordingsChoice {
  const { min, max } = EVALUATION_LIMITS.samplesPerTask;
  const wished = { ...before, ...change };
  const samples = Number.isNaN(wished.samples) ? before.samples : Math.round(wished.samples);
  return {
    ...wished,
    given: [...new Set<WordingId>(wished.given)],
    own: fittedPrompt(wished.own).slice(0, MAX_OWN_WORDING),
    samples: Math.min(max, Math.max(min, samples)),
  };
}

/**
 * The task in every chosen wording.
 * @throws Error with a sentence for the reader
 */
async function putIntoWords({
  taskId,
  given,
  own,
  examples,
}: WordingsChoice): Promise<readonly AskedWording[]> {
  const { ownWording, withExamples, worded, WORDING_IDS, wordingTasks } = await loadWordings();
  const task = wordingTasks().find(({ id }) => id === taskId);
  if (!task) throw new Error(text(words, 'wording.taskGone'));
  const asked: AskedWording[] = WORDING_IDS.filter((id) => given.includes(id)).map((id) => ({
    id,
    ...worded(task, id),
  }));
  if (own.trim() !== '') {
    const written = ownWording(task, own);
    if (!written.ok) throw new Error(wordingProblemText(written.problem));
    asked.push({ id: 'own', prompt: written.prompt, tests: written.tests });
  }
  if (asked.length === 0) throw new Error(text(words, 'wording.none'));
  return asked.map((wording) => ({ ...wording, prompt: withExamples(wording.prompt, task, examples) }));
}

/** The answers that are wanted: the same sample of each wording draws the same random numbers. */
function wantedOf({ wordings, samples }: AskedWordings): readonly Wanted<WordedProgram>[] {
  return wordings.flatMap(({ id: wording, prompt, tests }) =>
    Array.from({ length: samples }, (_, sample) => {
      const blank = { wording, prompt, tests, text: '', source: '', judgement: null };
      return { name: `wording/${sample}`, blank: { ...blank, id: `${wording}/${sample}` } };
    }),
  );
}

async function runWordings(context: StoreContext): Promise<void> {
  const { get, patch } = context;
  const signal = undertake(context, 'wordings');
  const tell = (change: Partial<WordingsSlice>): void => {
    if (!signal.aborted) patch('wordings', change);
  };
  const { taskId, examples, samples } = get().wordings.choice;
  const checkpointId = askedModelId(get());
  const { settings } = get().prompt;
  tell({ status: 'writing', asked: null, programs: [], failure: null });
  try {
    const wordings = await putIntoWords(get().wordings.choice);
    const asked: AskedWordings = { taskId, checkpointId, settings, examples, samples, wordings };
    const wanted = wantedOf(asked);
    tell({ asked });
    const known = new Map<string, WordedProgram>();
    const put = (programs: readonly WordedProgram[]): void => {
      for (const program of programs) known.set(program.id, program);
      tell({ programs: wanted.flatMap(({ blank }) => known.get(blank.id) ?? []) });
    };
    const { judged } = await examine(context, { checkpointId, wanted, settings, signal }, put, put);
    tell({ status: 'judging' });
    await judged;
    tell({ status: 'done' });
  } catch (error) {
    tell({ status: 'failed', failure: sentenceOf(error) });
  }
}

export function wordingsActions(context: StoreContext): WordingsActions {
  const { get, patch, session } = context;
  return {
    editWordings: (change) => {
      patch('wordings', { choice: editedChoice(get().wordings.choice, change) });
    },
    runWordings: () => runWordings(context),
    cancelWordings: () => {
      session.underWay.get('wordings')?.abort();
      session.underWay.delete('wordings');
      const { status } = get().wordings;
      if (status === 'writing' || status === 'judging') patch('wordings', { status: 'cancelled' });
    },
  };
}
