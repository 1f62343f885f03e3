/** The doors of the boundary: messages of unknown origin are checked before anything is done with them. */
import {
  PYTHON_PROTOCOL_VERSION,
  type FromSandbox,
  type JudgeReason,
  type JudgeResult,
  type ToSandbox,
} from '../../protocol/python';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isMessage(data: unknown): data is Fields {
  return isFields(data) && data['protocol'] === PYTHON_PROTOCOL_VERSION;
}

function isTest(value: unknown): boolean {
  return isFields(value) && typeof value['call'] === 'string' && typeof value['expected'] === 'string';
}

function isLimits(value: unknown): boolean {
  if (!isFields(value)) return false;
  return ['steps', 'outputSize', 'wallMs'].every((name) => Number.isSafeInteger(value[name]));
}

/** What a worker accepts from the page. */
export function isRequest(data: unknown): data is ToSandbox {
  if (!isMessage(data) || data['type'] !== 'judge' || typeof data['id'] !== 'number') return false;
  const { source, tests, limits } = data;
  return typeof source === 'string' && Array.isArray(tests) && tests.every(isTest) && isLimits(limits);
}

const VERDICTS: readonly unknown[] = [
  'parse error',
  'runtime error',
  'timeout',
  'wrong answer',
  'passed',
  'not supported here',
];

function isTestResult(value: unknown): boolean {
  if (!isFields(value) || !isTest(value) || typeof value['passed'] !== 'boolean') return false;
  return value['actual'] === null || typeof value['actual'] === 'string';
}

/** What each reason carries besides its kind; complete by type. */
const REASONS: Readonly<Record<JudgeReason['kind'], readonly [field: string, type: string] | null>> = {
  steps: ['limit', 'number'],
  seconds: ['limit', 'number'],
  emptyFunction: ['name', 'string'],
  emptyProgram: null,
  chance: null,
  depth: null,
  fell: ['detail', 'string'],
};

function isReason(value: unknown): boolean {
  if (!isFields(value)) return false;
  const carried = Object.entries(REASONS).find(([kind]) => kind === value['kind']);
  if (!carried) return false;
  const [, field] = carried;
  return field === null || typeof value[field[0]] === field[1];
}

function isResult(value: unknown): value is JudgeResult {
  if (!isFields(value)) return false;
  const { verdict, line, message, reason, tests, output, durationMs } = value;
  return (
    VERDICTS.includes(verdict) &&
    (line === undefined || typeof line === 'number') &&
    (message === undefined || typeof message === 'string') &&
    (reason === undefined || isReason(reason)) &&
    Array.isArray(tests) &&
    tests.every(isTestResult) &&
    typeof output === 'string' &&
    typeof durationMs === 'number'
  );
}

/** What the page accepts from a worker. */
export function isAnswer(data: unknown): data is FromSandbox {
  if (!isMessage(data)) return false;
  const { type, id } = data;
  if (type === 'ready') return true;
  if (type === 'failed')
    return (id === null || typeof id === 'number') && typeof data['message'] === 'string';
  return (
    type === 'judged' &&
    typeof id === 'number' &&
    isResult(data['result']) &&
    typeof data['healthy'] === 'boolean'
  );
}
