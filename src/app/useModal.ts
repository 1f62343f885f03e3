import { useLayoutEffect, useRef, type MouseEvent, type RefObject } from 'react';

type DialogEvent = MouseEvent<HTMLDialogElement>;

/** Whether the pointer is on the darkened page beside a dialog. Enter on a button of it is a click at 0, 0. */
function isBeside({ target, currentTarget, clientX, clientY }: DialogEvent): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  const isWithin = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return target === currentTarget && !isWithin;
}

interface Modal {
  /** Closes it rather than taking it away: so the browser gives the focus back to what opened it. */
  readonly close: () => void;
  readonly ref: RefObject<HTMLDialogElement | null>;
  /** For a dialog that a press beside it closes. */
  readonly beside: {
    readonly onPointerDown: (event: DialogEvent) => void;
    readonly onClick: (event: DialogEvent) => void;
  };
}

/** A dialog that opens when it is drawn; Escape closes it. */
export function useModal(): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  // A text that is selected from inside to outside ends in a click beside the dialog, too.
  const beganBeside = useRef(false);
  // Before the browser draws, and before whoever uses it measures it.
  useLayoutEffect(() => {
    // In development React runs this twice.
    if (ref.current?.open === false) ref.current.showModal();
  }, []);
  const close = (): void => ref.current?.close();
  return {
    close,
    ref,
    beside: {
      onPointerDown: (event) => {
        beganBeside.current = isBeside(event);
      },
      onClick: (event) => {
        if (beganBeside.current && isBeside(event)) close();
      },
    },
  };
}
