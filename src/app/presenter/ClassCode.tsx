import { useMemo } from 'react';
import { text } from '../../content/narrative';
import { useActions } from '../../stages/appStore';
import { QrCode } from '../../ui/share/QrCode';
import { qrModules } from '../../ui/share/qrModules';
import { classChoiceOf, classLink } from '../classLink';
import { isOnlyHere } from '../onlyHere';
import { Overlay } from './Overlay';
import styles from './Overlay.module.css';
import words from './presenter.en.md';

/** Where we are now, as a code for the class: the same page, not presented. */
export function ClassCode({ onClose }: { readonly onClose: () => void }) {
  const { link } = useActions();
  const modules = useMemo(() => {
    const here = link();
    return qrModules(new URL(classLink(here, classChoiceOf(here)), window.location.href).href);
  }, [link]);
  const reached = isOnlyHere(window.location) ? 'code.onlyHere' : 'code.about';
  return (
    <Overlay title={text(words, 'code.title')} onClose={onClose}>
      <div className={styles.code}>
        {modules ? <QrCode modules={modules} label={text(words, 'code.about')} /> : null}
        <p>{text(words, modules ? reached : 'code.none')}</p>
      </div>
    </Overlay>
  );
}
