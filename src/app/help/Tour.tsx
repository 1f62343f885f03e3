import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useModal } from '../useModal';
import styles from './Tour.module.css';
import { Stop } from './TourStop';
import { besides, partOf, TOUR_STOPS } from './tourStops';

/** Leads round the page, one thing after the other; Escape or a button ends it at any stop. */
export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const { close, ref } = useModal();
  const light = useRef<HTMLDivElement>(null);
  const titleId = useId();
  // What a link hides is not shown.
  const [stops] = useState(() => TOUR_STOPS.filter((stop) => partOf(stop, document)));
  const [at, setAt] = useState(0);
  const stop = stops[at];

  useLayoutEffect(() => {
    const part = stop && partOf(stop, document);
    if (!part) return;
    part.scrollIntoView({ block: 'nearest', behavior: 'auto' });
    const place = (): void => {
      const panel = light.current?.parentElement;
      const box = part.getBoundingClientRect();
      if (!panel || !light.current) return;
      const view = { width: window.innerWidth, height: window.innerHeight };
      const { left, top } = besides(box, { width: panel.offsetWidth, height: panel.offsetHeight }, view);
      panel.style.translate = `${left}px ${top}px`;
      const spot = light.current.style;
      spot.left = `${box.left - left}px`;
      spot.top = `${box.top - top}px`;
      spot.width = `${box.width}px`;
      spot.height = `${box.height}px`;
    };
    place();
    const moved = new ResizeObserver(place);
    moved.observe(document.body);
    // The panel itself is higher in a narrower window.
    if (light.current?.parentElement) moved.observe(light.current.parentElement);
    window.addEventListener('scroll', place, { passive: true });
    return () => {
      moved.disconnect();
      window.removeEventListener('scroll', place);
    };
  }, [stop]);
  useEffect(() => {
    // At every stop: what is said there is read out, and the button that was pressed may be gone.
    document.getElementById(titleId)?.focus();
  }, [stop, titleId]);

  if (!stop) return null;
  return (
    <dialog ref={ref} className={styles.tour} aria-labelledby={titleId} onClose={onEnd}>
      <div ref={light} className={styles.light} aria-hidden="true" />
      {/* A new one at each stop, so that a long one before leaves it at its beginning. */}
      <div key={stop} className={styles.panel}>
        <Stop
          {...{ stop, titleId, at }}
          count={stops.length}
          onMove={(by) => setAt((before) => before + by)}
          onEnd={close}
        />
      </div>
    </dialog>
  );
}
