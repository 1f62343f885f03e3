/** How the page is looked at: the sizes of its readers' screens, by day and by night. */
export interface Mode {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** In presenter mode, of which only what a class sees at once is drawn. */
  readonly presents: boolean;
}

const SCREENS = [
  { name: 'desk', width: 1440, height: 900, presents: false },
  { name: 'tablet', width: 1024, height: 768, presents: false },
  { name: 'phone', width: 390, height: 844, presents: false },
  { name: 'presenter', width: 1920, height: 1080, presents: true },
] as const;

/** Presenter modes last: a page can enter them, and need not leave. */
export const MODES: readonly Mode[] = SCREENS.flatMap((screen) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    ...screen,
    colorScheme,
    name: `${screen.name}-${colorScheme}`,
  })),
);
