import type { ReactNode } from 'react';

const SHEET = { padding: '1.5rem', borderTop: '1px solid var(--rule)' } as const;
const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(22rem, 100%), 1fr))',
  gap: '1.5rem',
} as const;
const NAME = { color: 'var(--ink-faint)', font: '500 0.8125rem/1.4 var(--sans)' } as const;

/** A part of the page under its name. */
export function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section style={SHEET} aria-label={title}>
      <h2>{title}</h2>
      <div style={GRID}>{children}</div>
    </section>
  );
}

interface StateProps {
  readonly name: string;
  /** True for what has the width of the page there. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One state of a part, named. */
export function State({ name, wide = false, children }: StateProps) {
  return (
    <div style={{ minWidth: 0, ...(wide ? { gridColumn: '1 / -1' } : {}) }}>
      <p style={NAME}>{name}</p>
      {children}
    </div>
  );
}
