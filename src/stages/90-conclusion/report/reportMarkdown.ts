import type { Block, Report } from './report';

/** Text that Markdown leaves as it is, on one line. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');

/** A fence longer than any run of backticks in it. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${text}\n${fence}`;
}

/** Base 64 of a text's UTF-8 bytes. */
function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const rowOf = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'code':
      return `${plain(block.label)}:\n\n${fenced(block.text)}`;
    case 'link':
      return `[${plain(block.label)}](<${block.href}>)`;
    case 'figure':
      return `![${plain(block.summary)}](data:image/svg+xml;base64,${base64(block.svg)})\n\n${plain(block.summary)}`;
    case 'table':
      return [
        rowOf(block.head),
        `|${' --- |'.repeat(block.head.length)}`,
        ...block.rows.map((row) => rowOf(row)),
      ].join('\n');
  }
}

/** A report as Markdown, its curves within it. */
export function reportMarkdown({ title, about, sections }: Report): string {
  const parts = [
    `# ${plain(title)}`,
    ...about.map(plain),
    ...sections.flatMap(({ heading, blocks }) => [`## ${plain(heading)}`, ...blocks.map(blockMarkdown)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
