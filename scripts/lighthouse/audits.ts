/** What Lighthouse says about a page, as on a desk. */
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

/** Lighthouse's name of each score. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** One visit: scores from 0 to 100, and what cost points. */
export interface Audited {
  readonly scores: Readonly<Record<Category, number>>;
  readonly losses: readonly string[];
}

/** Visits a page in a browser of its own. @throws Error when Lighthouse could not judge it */
export async function audit(url: string, executablePath: string): Promise<Audited> {
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const result = await lighthouse(url, { logLevel: 'error' }, desktopConfig, page);
    if (!result) throw new Error(`Lighthouse returned nothing for ${url}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not judge ${url}: ${runtimeError.message}`);
    const scoreOf = (category: Category): number => {
      const score = categories[category]?.score ?? null;
      if (score === null) throw new Error(`Lighthouse gave ${url} no score for ${category}`);
      return Math.round(100 * score);
    };
    const counting = CATEGORIES.flatMap((category) =>
      (categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0),
    );
    const losses = counting.flatMap(({ id }) => {
      const found = audits[id];
      if (!found || found.score === null || found.score >= 1) return [];
      return [`${id}: ${found.displayValue ?? found.title}`];
    });
    return {
      scores: {
        performance: scoreOf('performance'),
        accessibility: scoreOf('accessibility'),
        'best-practices': scoreOf('best-practices'),
        seo: scoreOf('seo'),
      },
      losses,
    };
  } finally {
    await browser.close();
  }
}
