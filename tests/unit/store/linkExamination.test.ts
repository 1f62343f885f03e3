import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { encodeLink } from '../../../src/share/encode';
import { examinationState } from '../../../src/store/linkExamination';
import { setUp } from './fakes';

const SETTINGS = {
  groups: ['seen', 'far'],
  tasksPerGroup: 3,
  samplesPerTask: 2,
  temperature: 0.5,
  topK: 12,
  topP: 0.9,
  seed: 11,
} as const;

async function ready(initialHash = '') {
  const page = setUp({ initialHash });
  await page.boot();
  return page;
}

describe('a link to an examination', () => {
  it('puts its models and settings back', async () => {
    const sender = await ready();
    const asked = {
      checkpointIds: ['small-pretrained', 'small-fine-tuned'],
      settings: { ...SETTINGS, checkpointIds: [null, null] as const },
    };
    const receiver = await ready(encodeLink(examinationState(sender.state(), asked)));
    expect(receiver.state().lesson.stage).toBe('evaluate');
    expect(receiver.state().checkpoints.currentId).toBe('small-pretrained');
    expect(receiver.state().evaluation.settings).toEqual({
      ...SETTINGS,
      checkpointIds: [null, 'small-fine-tuned'],
    });
    expect(receiver.notices()).toEqual([]);
  });

  it('is what the page copies in Evaluate, once the settings were changed', async () => {
    const sender = await ready();
    sender.actions.goTo('evaluate');
    expect(sender.actions.link()).toBe('#v=2&stage=evaluate');
    sender.actions.editEvaluation({ ...SETTINGS, checkpointIds: ['small-pretrained', null] });
    const link = sender.actions.link();
    expect(link).toBe('#v=2&stage=evaluate&c=small-pretrained&exam=seen.far~3~2~0.5~12~0.9~11');
    sender.actions.goTo('pretrain');
    expect(sender.actions.link()).not.toContain('exam');
  });

  it('without one leaves the settings, and the prompt, as they are', async () => {
    const page = await ready();
    page.actions.editEvaluation({ seed: 5 });
    page.actions.setPromptText('def g():');
    page.actions.openLink('#v=2&stage=evaluate');
    expect(page.state().evaluation.settings.seed).toBe(5);
    page.actions.openLink('#v=2&stage=evaluate&exam=near~1~1~0~0~1~3');
    expect(page.state().evaluation.settings).toMatchObject({ groups: ['near'], temperature: 0, seed: 3 });
    expect(page.state().prompt.text).toBe('def g():');
  });

  it.each([
    'seen~3~2~0.5~12~0.9',
    'seen~3~2~0.5~12~0.9~11~~',
    'none~3~2~0.5~12~0.9~11~',
    'seen~99~2~0.5~12~0.9~11~',
    'seen~3~2.5~0.5~12~0.9~11~',
    'seen~3~2~9~12~0.9~11~',
    'seen~3~2~0.5~12~0.9~11~__proto__',
    '',
  ])('that cannot be read changes nothing and says so: %j', async (spelled) => {
    const page = await ready();
    const before = page.state().evaluation.settings;
    page.actions.openLink(`#v=2&stage=evaluate&exam=${spelled}`);
    expect(page.state().evaluation.settings).toBe(before);
    expect(page.notices().join()).toContain('The settings of an examination could not be read');
  });

  it('asks for no more than a page lets a reader ask', () => {
    const { state } = decodeLink('#v=2&exam=far.seen.seen~25~32~2~4096~1~4294967295~');
    expect(state.examination?.groups).toEqual(['seen', 'far']);
    expect(decodeLink('#v=2&exam=seen~26~32~2~4096~1~4294967295~').state.examination).toBeUndefined();
  });
});
