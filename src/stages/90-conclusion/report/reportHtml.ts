import { LOCALE } from '../../../content/locale';
import style from './report.css?inline';
import type { Block, Report, Table } from './report';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in markup or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function tableHtml(table: Table): string {
  const head = table.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const rows = table.rows.map(([name = '', ...cells]) => {
    const values = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row">${escaped(name)}</th>${values}</tr>`;
  });
  const columns = escaped(table.head.join(', '));
  // Wider than a phone: it scrolls inside itself, by keyboard too.
  return `<div class="scroll" tabindex="0" role="region" aria-label="${columns}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'code':
      return `<figure><figcaption>${escaped(block.label)}</figcaption><pre>${escaped(block.text)}</pre></figure>`;
    case 'link':
      return `<p><a href="${escaped(block.href)}">${escaped(block.label)}</a></p>`;
    case 'figure':
      return `<figure>${block.svg}<figcaption>${escaped(block.summary)}</figcaption></figure>\n${tableHtml(block.values)}`;
    case 'table':
      return tableHtml(block);
  }
}

/**
 * A report as one file that any browser opens, without a connection. It runs nothing: its policy forbids it, so that
 * not even a text that a model wrote could.
 */
export function reportHtml({ title, about, sections }: Report): string {
  const body = sections.map(
    ({ heading, blocks }) =>
      `<section>\n<h2>${escaped(heading)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${LOCALE}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    ...about.map((line) => `<p class="about">${escaped(line)}</p>`),
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
