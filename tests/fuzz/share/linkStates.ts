import fc from 'fast-check';
import { PRESETS } from '../../../src/engine/config';
import {
  LINK_BACKENDS,
  LINK_EXAMINATION_LIMITS,
  LINK_GROUPS,
  LINK_HIDABLE,
  LINK_LIMITS,
  LINK_PHASES,
  LINK_PLANS,
  LINK_STAGES,
  MAX_LINK_LANES,
  ROAD_LIMITS,
  type LinkLane,
  type LinkState,
} from '../../../src/share/linkState';

const within = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const real = ({ min, max }: { min: number; max: number }) =>
  fc.double({ min, max, noNaN: true }).map((number) => (number === 0 ? 0 : number));

const ownModel = fc.record({
  phase: fc.constantFrom('untrained' as const, 'pretrained' as const, 'fineTuned' as const),
  preset: fc.constantFrom(...Object.values(PRESETS).map((preset) => preset.name)),
  steps: fc.integer({ min: 0, max: 1_000_000 }),
  seed: within(LINK_LIMITS.seed),
});

/** What every answer of a link can say of itself. */
const asked = {
  prompt: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.tuple(fc.string({ maxLength: 20 }), fc.nat(60)).map(([text, times]) => text.repeat(times)),
  ),
  temperature: real(LINK_LIMITS.temperature),
  topK: within(LINK_LIMITS.topK),
  topP: real(LINK_LIMITS.topP),
  seed: within(LINK_LIMITS.seed),
  maxNewTokens: within(LINK_LIMITS.maxNewTokens),
  checkpoint: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  ownModel,
};

const lane: fc.Arbitrary<LinkLane> = fc.record(
  {
    ...asked,
    road: fc.array(within({ min: 0, max: ROAD_LIMITS.id }), { minLength: 1, maxLength: 12 }),
  },
  { requiredKeys: [] },
);

const CHECKPOINT = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/);

const examination = fc.record(
  {
    groups: fc.subarray([...LINK_GROUPS], { minLength: 1 }),
    tasksPerGroup: within(LINK_EXAMINATION_LIMITS.tasksPerGroup),
    samplesPerTask: within(LINK_EXAMINATION_LIMITS.samplesPerTask),
    temperature: real(LINK_EXAMINATION_LIMITS.temperature),
    topK: within(LINK_EXAMINATION_LIMITS.topK),
    topP: real(LINK_EXAMINATION_LIMITS.topP),
    seed: within(LINK_EXAMINATION_LIMITS.seed),
    beside: CHECKPOINT,
  },
  {
    requiredKeys: ['groups', 'tasksPerGroup', 'samplesPerTask', 'temperature', 'topK', 'topP', 'seed'],
  },
);

/** Any state a page can be in, with prompts that a link carries whole. */
export const linkState: fc.Arbitrary<LinkState> = fc.record(
  {
    stage: fc.constantFrom(...LINK_STAGES),
    ...asked,
    backend: fc.constantFrom(...LINK_BACKENDS),
    answeredOn: fc.constantFrom(...LINK_BACKENDS),
    run: fc.constant(true as const),
    lanes: fc.array(lane, { minLength: 1, maxLength: MAX_LINK_LANES }),
    hide: fc.subarray([...LINK_HIDABLE], { minLength: 1 }),
    present: fc.constant(true as const),
    plan: fc.record({ id: fc.constantFrom(...LINK_PLANS), step: fc.integer({ min: 0, max: 999 }) }),
    question: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
    recording: fc.record({
      preset: ownModel.map(({ preset }) => preset),
      phase: fc.constantFrom(...LINK_PHASES),
      step: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    examination,
  },
  { requiredKeys: [] },
);
