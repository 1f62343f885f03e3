import { useMemo } from 'react';
import styles from './QrCode.module.css';
import { darkPath, type QrModules } from './qrModules';

interface QrCodeProps {
  readonly modules: QrModules;
  /** Says what it leads to. */
  readonly label: string;
}

/** A QR code, sharp at any size; dark on light in either theme, because many readers know no other. */
export function QrCode({ modules, label }: QrCodeProps) {
  const path = useMemo(() => darkPath(modules), [modules]);
  const size = modules.length;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} className={styles.light} />
      <path d={path} className={styles.dark} />
    </svg>
  );
}
