import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** An element's width, and how large text is on this page. */
export interface Measured {
  /** In whole CSS pixels; 0 until it was measured. */
  readonly width: number;
  /** The root font size over the usual 16 pixels: what is drawn beside text grows with it. */
  readonly scale: number;
}

const USUAL_FONT_SIZE = 16;

/** Follows the size of an element; one that is sized in rem is measured again when the root font size changes. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, Measured] {
  const ref = useRef<E>(null);
  const [measured, setMeasured] = useState<Measured>({ width: 0, scale: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const fontSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (entry)
        setMeasured({ width: Math.floor(entry.contentRect.width), scale: fontSize / USUAL_FONT_SIZE });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, measured];
}
