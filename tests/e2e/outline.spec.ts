import { expect, test, type Page } from '@playwright/test';
import { LINK_STAGES } from '../../src/share/linkState';

const LANDMARKS = [
  'banner',
  'navigation',
  'main',
  'contentinfo',
  'region',
  'complementary',
  'form',
  'search',
];

interface Part {
  readonly role: string;
  readonly name: string;
  readonly level: number | null;
}

/** Landmarks and headings in reading order, as a screen reader gets them from the browser. */
async function outlineOf(page: Page): Promise<readonly Part[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parts: Part[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value ?? '');
    if (!node.ignored && (role === 'heading' || LANDMARKS.includes(role))) {
      const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
      parts.push({
        role,
        name: String(node.name?.value ?? ''),
        level: typeof level === 'number' ? level : null,
      });
    }
    node.childIds?.forEach(walk);
  };
  const [root] = nodes;
  if (root) walk(root.nodeId);
  return parts;
}

const written = (parts: readonly Part[]): string =>
  parts
    .map(({ role, name, level }) =>
      level === null ? `[${role}] ${name}`.trim() : `${'  '.repeat(level)}${level} ${name}`,
    )
    .join('\n');

for (const stage of LINK_STAGES) {
  test(`headings and landmarks of ${stage} make sense`, async ({ page }) => {
    await page.goto(`#v=2&stage=${stage}&b=wasm`);
    await page.getByRole('contentinfo').waitFor();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    // What a newcomer is offered once belongs to no stage.
    await page
      .getByRole('button', { name: 'No, thanks' })
      .click({ timeout: stage === 'start' ? 5000 : 1 })
      .catch(() => null);
    const parts = await outlineOf(page);

    for (const role of ['banner', 'main', 'contentinfo']) {
      expect(parts.filter((part) => part.role === role)).toHaveLength(1);
    }
    const landmarks = parts.filter(({ level }) => level === null);
    const names = landmarks.map(({ role, name }) => `${role} ${name}`);
    expect(new Set(names).size, names.join(', ')).toBe(names.length);
    const headings = parts.filter(({ level }) => level !== null);
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
    headings.forEach(({ level, name }, index) => {
      expect(name).not.toBe('');
      const before = headings[index - 1]?.level ?? 0;
      expect((level ?? 0) - before, `${name} skips a level`).toBeLessThanOrEqual(1);
    });
    expect(written(parts)).toMatchSnapshot(`${stage}.txt`);
  });
}
