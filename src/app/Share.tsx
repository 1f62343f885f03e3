import { useState, type ComponentType } from 'react';
import { text } from '../content/narrative';
import { useActions } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import type { ShareDialogProps } from './ShareDialog';
import words from './words.en.md';

interface Opened {
  readonly Dialog: ComponentType<ShareDialogProps>;
  /** The link to what was seen when it opened. */
  readonly hash: string;
}

/** Opens the dialog for sharing, which is fetched, with the maker of QR codes, when it is first wanted. */
export function Share() {
  const { link, notify } = useActions();
  const [opened, setOpened] = useState<Opened | null>(null);

  const open = async (): Promise<void> => {
    try {
      const { ShareDialog } = await import('./ShareDialog');
      setOpened({ Dialog: ShareDialog, hash: link() });
    } catch {
      notify('warning', text(words, 'shareFailed'));
    }
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => void open()}>
        {text(words, 'share')}
      </Button>
      {opened && <opened.Dialog hash={opened.hash} onClose={() => setOpened(null)} />}
    </>
  );
}
