import type { Letter } from './letter.js';

const WIDTH = 78;

/** The letter as plain text, 78 characters wide, ending in a line feed: the same bytes for the same letter. */
export function letterText({ title, header, sections }: Letter): string {
  const wide = Math.max(...header.map(({ label }) => label.length));
  const lines = [
    title,
    '='.repeat(title.length),
    '',
    ...header.map(({ label, value }) => `${label.padEnd(wide)}  ${value}`),
  ];
  for (const { heading, paragraphs, points = [] } of sections) {
    if (heading !== undefined) lines.push('', heading, '-'.repeat(heading.length));
    paragraphs.forEach((paragraph, index) =>
      lines.push(...(heading !== undefined && index === 0 ? [] : ['']), ...wrapped(paragraph, WIDTH)),
    );
    for (const point of points)
      lines.push(...wrapped(point, WIDTH - 2).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Breaks at spaces; a non-breaking one keeps an amount together. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
