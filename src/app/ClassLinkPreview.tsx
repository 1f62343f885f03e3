import { text } from '../content/narrative';
import { enumerated } from '../content/numbers';
import { STAGES } from '../stages/registry';
import type { ClassChoice } from './classLink';
import styles from './ClassLinkPreview.module.css';
import { pageSketch } from './pageSketch';
import words from './share.en.md';

const nameOf = (region: string): string => text(words, `region.${region}`);

function Boxes({ regions, className }: { readonly regions: readonly string[]; readonly className?: string }) {
  if (regions.length === 0) return null;
  return (
    <div className={className}>
      {regions.map((region) => (
        <span key={region}>{nameOf(region)}</span>
      ))}
    </div>
  );
}

/**
 * What the class will see, as a sketch of the page.
 *
 * Not the page itself in a frame: that would start a second engine, load the models again and, at worst, take over
 * the run in training. The sketch comes from the list of regions that tests hold against the panels.
 */
export function ClassLinkPreview({ stage, hide }: Pick<ClassChoice, 'stage' | 'hide'>) {
  const title = STAGES.find(({ id }) => id === stage)?.title ?? '';
  const { navigation, strip, lead, bench, below } = pageSketch(stage, hide);
  const regions = [
    ...(navigation ? ['navigation'] : []),
    ...(strip ? ['strip'] : []),
    ...lead,
    'story',
    ...bench,
    ...below,
  ];
  return (
    <figure className={styles.preview}>
      <figcaption>{text(words, 'preview')}</figcaption>
      <div className={styles.page} aria-hidden="true">
        <div className={styles.bar}>
          <strong>{text(words, 'region.title')}</strong>
          {navigation && <span>{nameOf('navigation')}</span>}
        </div>
        {strip && <div className={styles.strip}>{nameOf('strip')}</div>}
        <div className={styles.body}>
          <strong className={styles.heading}>{title}</strong>
          <Boxes regions={lead} {...(styles.below && { className: styles.below })} />
          <div className={styles.story}>
            <span>{nameOf('story')}</span>
          </div>
          <Boxes regions={bench} {...(styles.bench && { className: styles.bench })} />
          <Boxes regions={below} {...(styles.below && { className: styles.below })} />
        </div>
      </div>
      <p role="status">
        {text(words, 'preview.seen', { stage: title, regions: enumerated(regions.map(nameOf)) })}
      </p>
    </figure>
  );
}
