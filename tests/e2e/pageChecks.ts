import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in all its rules for WCAG 2.2 AA, or of colours alone: the rest does not depend on the look. */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  if (rules === 'all') axe.options({ rules: { 'target-size': { enabled: true } } }).withTags(TAGS);
  else axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** Sets the size of the window, and waits until the page has been laid out for it. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await drawn(page);
}

async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Opens everything that is folded, so that it is looked at, too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  await drawn(page);
}

/** CSS animations and transitions that move for longer than an eye could see. */
export function motion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { effect, playState } = animation;
      if (playState !== 'running' || !(Number(effect?.getComputedTiming().activeDuration) > 1)) return [];
      const moved = effect instanceof KeyframeEffect ? effect.target : null;
      return [`${moved?.tagName ?? ''} ${moved?.className ?? ''}`];
    }),
  );
}

/** How far the page reaches to the right beyond its window, in px. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Controls whose target is less than 24 by 24 px; links and terms in running text may be as high as their line. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    const CONTROLS = 'button, [role="button"], a[href], summary, select, textarea, input, [role="slider"]';
    const isInText = (control: Element): boolean => {
      const block = control.closest('p, li, dd, td, th, figcaption');
      if (getComputedStyle(control).display !== 'inline' || !block) return false;
      return block.textContent.trim().length > control.textContent.trim().length;
    };
    const root = document.querySelector('dialog[open]') ?? document;
    return [...root.querySelectorAll(CONTROLS)].flatMap((control) => {
      const target = control.matches('input[type=checkbox], input[type=radio]')
        ? (control.closest('label') ?? control)
        : control;
      const { width, height } = target.getBoundingClientRect();
      // What stands outside the page until it has the focus, and what is not drawn.
      if (width <= 1 || height <= 1 || !control.checkVisibility({ visibilityProperty: true })) return [];
      // Half a pixel is rounding.
      if ((width >= LEAST - 0.5 && height >= LEAST - 0.5) || isInText(control)) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      return [`${control.tagName} ${name.slice(0, 40)}: ${width.toFixed(1)} by ${height.toFixed(1)}`];
    });
  });
}

/** What takes the focus by keyboard without a sign of it, or lies hidden under something else while it has it. */
export async function lostFocus(page: Page, within = 'html'): Promise<readonly string[]> {
  // From here on a focus that a script gives counts as one by keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate((place) => {
    const FOCUSABLE =
      ':is(a[href], button, input, select, textarea, summary, [tabindex]):not(:disabled, [tabindex="-1"])';
    const styleOf = (element: Element): string => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      return `${outlineStyle === 'none' ? '' : outlineWidth + outlineColor} ${boxShadow}`;
    };
    // A mark in a label is drawn around the label.
    const lookOf = (element: Element): string =>
      [element, element.parentElement, element.parentElement?.parentElement]
        .map((part) => (part ? styleOf(part) : ''))
        .join('|');
    const isCovered = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const parts = [0.1, 0.5, 0.9];
      return !parts.some((x) =>
        parts.some((y) => {
          const seen = document.elementFromPoint(left + x * width, top + y * height);
          return seen !== null && (element.contains(seen) || seen.closest('label')?.contains(element));
        }),
      );
    };
    const root = document.querySelector('dialog[open]') ?? document.querySelector(place) ?? document;
    const all = [...root.querySelectorAll<HTMLElement | SVGElement>(FOCUSABLE)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
    );
    const found = new Set<string>();
    const blur = (): void => {
      if (document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement)
        document.activeElement.blur();
    };
    for (const element of [...all, ...all.toReversed()]) {
      blur();
      const before = lookOf(element);
      element.focus();
      if (document.activeElement !== element) continue;
      const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`;
      if (lookOf(element) === before) found.add(`no sign on ${name}`);
      if (isCovered(element)) found.add(`hidden: ${name}`);
    }
    blur();
    window.scrollTo(0, 0);
    return [...found];
  }, within);
}
