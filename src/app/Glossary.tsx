import { useState, type ComponentType } from 'react';
import { text } from '../content/narrative';
import { useActions } from '../stages/appStore';
import { Button } from '../ui/controls/Button';
import words from './glossary.en.md';
import type { GlossaryDialogProps } from './GlossaryDialog';

/** Opens the list of all terms, which is fetched when it is first wanted. */
export function Glossary() {
  const { notify } = useActions();
  const [Dialog, setDialog] = useState<ComponentType<GlossaryDialogProps> | null>(null);

  const open = async (): Promise<void> => {
    try {
      const { GlossaryDialog } = await import('./GlossaryDialog');
      setDialog(() => GlossaryDialog);
    } catch {
      notify('warning', text(words, 'failed'));
    }
  };
  return (
    <div>
      <Button aria-haspopup="dialog" onClick={() => void open()}>
        {text(words, 'open')}
      </Button>
      {Dialog && <Dialog onClose={() => setDialog(null)} />}
    </div>
  );
}
