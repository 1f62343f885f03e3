import { useLayoutEffect, useRef, type RefObject } from 'react';

interface OverPage {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** For the dialog's own events: what it tells of its closing comes a frame late, so Escape counts before. */
  readonly ends: { readonly onCancel: () => void; readonly onClose: () => void };
}

/**
 * A dialog that lies over everything, other dialogs too, for as long as its component is there: nothing beneath can be
 * reached. The focus is on the dialog itself, so that no button of it uses the keys of a clicker, and goes back
 * afterwards.
 * @param onEnd when the browser closes it, as Escape does
 */
export function useOverPage(onEnd: () => void): OverPage {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    opened?.focus();
    return () => opened?.close();
  }, []);
  return {
    dialog,
    ends: {
      onCancel: onEnd,
      onClose: () => {
        // In development React opens, closes and opens it again, and hears of the closing when it is open.
        if (dialog.current?.open === false) onEnd();
      },
    },
  };
}
