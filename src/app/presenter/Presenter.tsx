import { useEffect, useEffectEvent, useState } from 'react';
import { text } from '../../content/narrative';
import { useActions } from '../../stages/appStore';
import { Bar } from './Bar';
import { ClassCode } from './ClassCode';
import { commandOf, focusOf, type Command, type OwnCommand } from './commands';
import { KeyList } from './KeyList';
import styles from './Presenter.module.css';
import words from './presenter.en.md';
import { Spotlight } from './Spotlight';
import { usePresenter } from './usePresenter';

/** Opens the speaker's window apart from the tabs. False where the browser does not let it. */
function openSpeaker(href: string): boolean {
  return window.open(href, 'speaker', 'popup,width=1000,height=760') !== null;
}

/** The page while it is projected: its keys, its bar, and what lies over it. */
export default function Presenter() {
  const presenting = usePresenter();
  const { setPresenting, notify } = useActions();
  const [showsKeys, setShowsKeys] = useState(false);
  const { look, pair, press, escape, toggle } = presenting;
  const speakerHref = `speaker.html#${pair}`;
  const stop = (): void => setPresenting(false);

  const doOwn = (command: OwnCommand): void => {
    if (command === 'keys') setShowsKeys(true);
    else if (command === 'stop') stop();
    else if (command === 'escape') escape();
    else if (!openSpeaker(speakerHref)) notify('info', text(words, 'speaker.blocked'));
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    // A dialog has the keys to itself.
    if (document.querySelector('dialog[open]')) return;
    const command: Command | OwnCommand | null = commandOf(event, focusOf(event.target));
    if (command === null) return;
    // Escape also closes what the page itself has open.
    if (command !== 'escape') event.preventDefault();
    if (command === 'keys' || command === 'stop' || command === 'escape' || command === 'speaker')
      doOwn(command);
    else press(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (look.story) dataset['story'] = 'unfolded';
    return () => {
      delete dataset['story'];
    };
  }, [look.story]);

  return (
    <>
      <Bar
        presenting={presenting}
        speakerHref={speakerHref}
        onKeys={() => setShowsKeys(true)}
        onStop={stop}
      />
      {look.spotlight && <Spotlight />}
      {look.code && <ClassCode onClose={() => toggle('code')} />}
      {showsKeys && <KeyList onClose={() => setShowsKeys(false)} />}
      {look.blank && (
        <div className={styles.blank} role="alert" onClick={() => toggle('blank')}>
          <span className="visually-hidden">{text(words, 'blanked')}</span>
        </div>
      )}
    </>
  );
}
