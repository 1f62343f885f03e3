import { useEffect } from 'react';
import { text } from '../../content/narrative';
import { useActions } from '../../stages/appStore';
import { Bar } from './Bar';
import { Blank } from './Blank';
import { ClassCode } from './ClassCode';
import type { Begun } from './clock';
import type { Command, OwnCommand } from './commands';
import { KeyList } from './KeyList';
import words from './presenter.en.md';
import { Spotlight } from './Spotlight';
import { useCommandKeys } from './useCommandKeys';
import { usePresenter } from './usePresenter';

/** Opens the speaker's window apart from the tabs. False where the browser does not let it. */
function openSpeaker(href: string): boolean {
  return window.open(href, 'speaker', 'popup,width=1000,height=760') !== null;
}

/** Puts the focus at the page's heading when it went with the bar. */
function catchFocus(): void {
  if (document.activeElement !== document.body) return;
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** Unfolds the narrative while it is wanted. */
function useStory(isUnfolded: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (isUnfolded) dataset['story'] = 'unfolded';
    return () => {
      delete dataset['story'];
    };
  }, [isUnfolded]);
}

export interface PresenterProps {
  readonly begun: Begun;
}

/** The page while it is projected: its keys, its bar, and what lies over it. */
export default function Presenter({ begun }: PresenterProps) {
  const presenting = usePresenter(begun);
  const { setPresenting, notify } = useActions();
  const { look, pair, press, cover, uncover, end } = presenting;
  const { over } = look;
  const speakerHref = `speaker.html#${pair ?? ''}`;
  const stop = (): void => {
    end();
    setPresenting(false);
  };

  const onCommand = (command: Command | OwnCommand): void => {
    if (command === 'keys') cover('keys');
    else if (command === 'stop') stop();
    else if (command === 'speaker') {
      if (!openSpeaker(speakerHref)) notify('info', text(words, 'speaker.blocked'));
    }
    // The browser itself closes a dialog.
    else if (command !== 'escape' || over === null) press(command);
  };
  // A dialog of the page has the keys to itself; what the presenter lays over the page leaves them to the presenter.
  useCommandKeys(onCommand, () => over !== null || document.querySelector('dialog[open]') === null);
  useStory(look.story);
  useEffect(() => catchFocus, []);

  return (
    <>
      <Bar presenting={presenting} speakerHref={speakerHref} onKeys={() => cover('keys')} onStop={stop} />
      {look.spotlight && <Spotlight />}
      {over === 'code' && <ClassCode onClose={() => uncover('code')} />}
      {over === 'keys' && <KeyList onClose={() => uncover('keys')} />}
      {over === 'blank' && <Blank onEnd={() => uncover('blank')} />}
    </>
  );
}
