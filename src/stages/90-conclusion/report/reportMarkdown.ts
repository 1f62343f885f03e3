import { text } from '../../../content/narrative';
import type { Block, Report, Table } from './report';
import words from './words.en.md';

/** Signs that begin markup. As references, which every reader of Markdown knows, also one that knows no other escapes. */
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };

/** Text that Markdown leaves as it is, on one line. */
const plain = (written: string): string =>
  written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|>~]/g, '\\$&')
    .replace(/[&<]/g, (sign) => REFERENCES[sign] ?? sign)
    // At the beginning of a line these would make a list or a rule.
    .replace(/^(?=[-=])/, '\\')
    .replace(/^(\d+)(?=\.(?: |$))/, '$1\\');

/** A fence longer than any run of backticks in it. */
function fenced(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${code}\n${fence}`;
}

const rowOf = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

const tableMarkdown = ({ head, rows }: Table): string =>
  [rowOf(head), `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => rowOf(row))].join('\n');

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'code':
      return `${plain(block.label)}:\n\n${fenced(block.text)}`;
    case 'link':
      return `[${plain(block.label)}](<${block.href}>)`;
    // Most viewers refuse a picture that lies within the file; a table they all show.
    case 'figure':
      return [plain(block.summary), tableMarkdown(block.values), plain(text(words, 'drawn'))].join('\n\n');
    case 'table':
      return tableMarkdown(block);
  }
}

/** A report as Markdown, its curves as tables. */
export function reportMarkdown({ title, about, sections }: Report): string {
  const parts = [
    `# ${plain(title)}`,
    ...about.map(plain),
    ...sections.flatMap(({ heading, blocks }) => [`## ${plain(heading)}`, ...blocks.map(blockMarkdown)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
