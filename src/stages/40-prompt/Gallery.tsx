import { useRef, useState } from 'react';
import { text } from '../../content/narrative';
import { GALLERY_THEMES, type GalleryPreset } from '../../corpora/gallery/preset';
import { ChoiceGroup } from '../../ui/controls/ChoiceGroup';
import words from './gallery.en.md';
import styles from './Gallery.module.css';
import { GalleryQuestion } from './GalleryQuestion';
import { useGallery, type GalleryView } from './useGallery';

const THEMES = GALLERY_THEMES.map((theme) => ({ value: theme, label: text(words, `theme.${theme}`) }));

interface ShelfProps {
  readonly gallery: GalleryView;
  readonly onOpen: (preset: GalleryPreset) => void;
}

/** The presets of one theme, each with its question. */
function Shelf({ gallery: { theme, setTheme, presets, unavailable }, onOpen }: ShelfProps) {
  return (
    <div className={styles.shelf}>
      <ChoiceGroup label={text(words, 'theme')} value={theme} options={THEMES} onChange={setTheme} />
      {presets.length === 0 && <p className={styles.none}>{text(words, 'none')}</p>}
      <ul className={styles.cards}>
        {presets.map((preset) => (
          <li key={preset.id}>
            <button
              type="button"
              className={styles.card}
              disabled={unavailable}
              onClick={() => onOpen(preset)}
            >
              <strong>{text(words, preset.id)}</strong>
              <span>{text(words, `${preset.id}.question`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A folded drawer of things to see: each fills the lab, asks for a guess, then shows what happens. */
export function Gallery() {
  const gallery = useGallery();
  const { question } = gallery;
  const [isUnfolded, setIsUnfolded] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  const [wasPressed, setWasPressed] = useState(false);
  const open = (preset: GalleryPreset): void => {
    setWasPressed(true);
    gallery.open(preset);
    setIsUnfolded(false);
  };
  const close = (): void => {
    gallery.close();
    setIsUnfolded(true);
    // The button that was pressed is gone: the focus stays near.
    drawer.current?.focus();
  };
  return (
    <section className={styles.gallery} aria-labelledby="gallery">
      <h2 id="gallery" className="visually-hidden">
        {text(words, 'gallery')}
      </h2>
      <details open={isUnfolded} onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
        <summary ref={drawer}>
          {text(words, 'gallery')} <span>{text(words, 'about', { count: gallery.count })}</span>
        </summary>
        {isUnfolded && <Shelf gallery={gallery} onOpen={open} />}
      </details>
      {gallery.isUnknown && <p className={styles.none}>{text(words, 'unknown')}</p>}
      {question && (
        <GalleryQuestion
          key={question.preset.id}
          question={question}
          takesFocus={wasPressed}
          disabled={gallery.unavailable}
          onGuess={gallery.guess}
          onOpen={open}
          onClose={close}
        />
      )}
    </section>
  );
}
