import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../../src/share/decode';
import { setUp } from './fakes';

async function ready(initialHash = '') {
  const page = setUp({ initialHash });
  await page.boot();
  return page;
}

function asked({ training }: Awaited<ReturnType<typeof ready>>) {
  return training.sent.flatMap(({ command }) => {
    if (command.type !== 'generate') return [];
    const { prompt, settings, source, road } = command;
    return [{ prompt, settings, source, road }];
  });
}

describe('a link of several answers', () => {
  it('opened in a fresh profile asks for the same answers of the same models', async () => {
    const sender = await ready();
    sender.actions.setPromptText('def g():');
    sender.actions.editSettings({ seed: 11 });
    sender.actions.addLane({ road: [5, 700] });
    sender.actions.addLane({
      prompt: '# twice\ndef g():',
      checkpointId: 'small-pretrained',
      settings: { ...sender.state().prompt.settings, temperature: 0 },
    });
    sender.actions.setHidden(['notes', 'strip']);
    sender.actions.setPresenting(true);
    sender.actions.lookAtRecording({ preset: 'small', phase: 'fineTune', step: 50 });
    const hash = sender.actions.link();
    const receiver = await ready(hash);
    expect(receiver.state().prompt).toMatchObject({
      text: 'def g():',
      beside: sender.state().prompt.beside,
    });
    expect(receiver.state().lesson).toMatchObject({
      hidden: ['strip', 'notes'],
      presenting: true,
      recordedAt: { preset: 'small', phase: 'fineTune', step: 50 },
    });
    expect(receiver.actions.link()).toBe(hash);
    expect(receiver.notices()).toEqual([]);
    sender.actions.generateLanes();
    receiver.actions.generateLanes();
    await sender.boot();
    await receiver.boot();
    expect(asked(sender)).toHaveLength(3);
    expect(asked(receiver)).toEqual(asked(sender));
  });

  it('writes all of them when the sender had them on the screen', async () => {
    const page = await ready('#v=2&stage=prompt&c=small-fine-tuned&lanes=2&2t=0&3seed=9&run=1');
    expect(asked(page).map(({ settings }) => [settings.temperature, settings.seed])).toEqual([
      [0.8, 1],
      [0, 1],
      [0.8, 9],
    ]);
  });

  it('takes the lanes of an earlier link away, as version 1 means one answer', async () => {
    const page = await ready('#v=2&lanes=2&2t=0');
    expect(page.state().prompt.beside).toHaveLength(2);
    page.actions.openLink('#v=1&stage=prompt&k=2');
    expect(page.state().prompt.beside).toEqual([]);
  });

  it('whose model is gone asks the first answer’s and says so', async () => {
    const page = await ready('#v=2&lanes=1&2c=small-ancient');
    expect(page.state().prompt.beside[0]?.checkpointId).toBeNull();
    expect(page.notices()).toEqual([
      'The link names the model "small-ancient" for answer 2, which is not here; the first answer\'s model is used instead.',
    ]);
  });

  it('tells of a model of the sender’s own in any of them, and sets the panel to the first', async () => {
    const page = await ready(
      '#v=2&lanes=2&2c=small-pretrained&2own=pretrained.pico.40.9&3c=small-fine-tuned&3own=fineTuned.nano.70.3',
    );
    expect(page.notices()[0]).toContain('size pico, 40 steps, seed 9');
    expect(page.notices()[1]).toContain('they fine-tuned themselves (size nano, 70 steps, seed 3');
    expect(page.state().runs.drafts.pretrain).toMatchObject({ preset: 'pico', totalSteps: 40, seed: 9 });
  });

  it('says nothing of hiding and presenting where the sender did neither, and leaves both as they are', async () => {
    const page = await ready('#v=2&hide=strip&present=1');
    expect(decodeLink((await ready()).actions.link()).state).toEqual({ stage: 'start' });
    page.actions.openLink('#v=2&stage=prompt');
    expect(page.state().lesson).toMatchObject({ hidden: ['strip'], presenting: true });
  });
});
