import { useEffect, useRef } from 'react';
import styles from './Spotlight.module.css';

/** Dims the page but for a round place that follows the pointer. */
export function Spotlight() {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      layer.current?.style.setProperty('--x', `${clientX}px`);
      layer.current?.style.setProperty('--y', `${clientY}px`);
    };
    window.addEventListener('pointermove', follow, { passive: true });
    return () => window.removeEventListener('pointermove', follow);
  }, []);
  return <div ref={layer} className={styles.spotlight} data-testid="spotlight" aria-hidden="true" />;
}
