import { text } from '../content/narrative';
import { useActions, useAppStore } from '../stages/appStore';
import type { LessonSlice } from '../store/state';
import { Button } from '../ui/controls/Button';
import styles from './ThemeButton.module.css';
import words from './words.en.md';

type Theme = LessonSlice['theme'];

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const NAME: Readonly<Record<Theme, string>> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
};

/** A disc that is half, not, or wholly inked. */
function Disc({ theme }: { readonly theme: Theme }) {
  return (
    <svg className={styles.disc} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7" />
      {theme === 'system' && <path d="M10 3a7 7 0 0 1 0 14z" />}
      {theme === 'dark' && <path d="M10 3a7 7 0 0 1 0 14 7 7 0 0 1 0-14z" />}
    </svg>
  );
}

/** Walks through the three themes: as the device, light, dark. */
export function ThemeButton() {
  const theme = useAppStore((state) => state.lesson.theme);
  const { setTheme } = useActions();
  const label = text(words, 'theme', { theme: text(words, NAME[theme]) });
  return (
    <Button tone="plain" aria-label={label} title={label} onClick={() => setTheme(NEXT[theme])}>
      <Disc theme={theme} />
    </Button>
  );
}
