import { text } from '../../../content/narrative';
import { count } from '../../../content/numbers';
import { SAMPLE_SETTING_NAMES } from '../../../engine/sample/distribution';
import { encodeLink } from '../../../share/encode';
import { LINK_DEFAULTS, MAX_LINK_LANES } from '../../../share/linkState';
import { linkedModel } from '../../../store/linkExamination';
import type { AppState } from '../../../store/state';
import type { AskedWordings } from '../../../store/wordingsState';
import { taskTitle } from '../../taskTitle';
import { modelName } from './examinationSection';
import { linkBlocks } from './links';
import type { Block, ReportSection } from './report';
import words from './words.en.md';

/** What was asked of the model, as its plainest wording says it: solved examples stand before the request. */
function taskOf({ wordings }: AskedWordings): string {
  const request = wordings[0]?.prompt.split('\n\n').at(-1) ?? '';
  return taskTitle(request);
}

/** The hash that puts the first wordings side by side again, of the same model with the same settings. */
function sideBySide(state: AppState, { wordings, checkpointId, settings }: AskedWordings): string {
  const [first, ...others] = wordings;
  const changed = SAMPLE_SETTING_NAMES.filter((name) => settings[name] !== LINK_DEFAULTS[name]);
  const lanes = others.slice(0, MAX_LINK_LANES).map(({ prompt }) => ({ prompt }));
  return encodeLink({
    stage: 'prompt',
    ...(first ? { prompt: first.prompt } : {}),
    ...Object.fromEntries(changed.map((name) => [name, settings[name]])),
    ...linkedModel(state, checkpointId),
    ...(lanes.length > 0 ? { lanes } : {}),
  });
}

/** What came of each wording in the wording lab; null when nothing was asked there. */
export function wordingsSection(state: AppState, page: string): ReportSection | null {
  const { asked, programs } = state.wordings;
  if (!asked) return null;
  const results = asked.wordings.map(({ id, prompt }, i) => {
    const judged = programs.filter(
      ({ wording, judgement }) =>
        wording === id && judgement !== null && judgement.verdict !== 'not supported here',
    );
    const passed = judged.filter(({ judgement }) => judgement?.verdict === 'passed').length;
    const values = { passed: count(passed), judged: count(judged.length) };
    return {
      name: text(words, 'wordingNumber', { number: i + 1 }),
      prompt,
      passes: text(words, 'passedOf', values),
    };
  });
  const { temperature, topK, topP, seed } = asked.settings;
  return {
    heading: text(words, 'wordings'),
    blocks: [
      {
        kind: 'text',
        text: text(words, 'wordings.asked', {
          task: taskOf(asked),
          model: modelName(state, asked.checkpointId),
          ...{
            temperature,
            topK,
            topP,
            seed: String(seed),
            samples: asked.samples,
            examples: asked.examples,
          },
        }),
      },
      {
        kind: 'table',
        head: [text(words, 'wording'), text(words, 'passed')],
        rows: results.map(({ name, passes }) => [name, passes]),
      },
      ...results.map(({ name, prompt }): Block => ({ kind: 'code', label: name, text: prompt })),
      ...linkBlocks(text(words, 'wordingsLink'), page, sideBySide(state, asked)),
      { kind: 'text', text: text(words, 'wordings.again') },
    ],
  };
}
