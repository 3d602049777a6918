/** One delimiter per file, taken from the header: with several, `A;1.234,50` would split in three (interfaces §5). */
const DELIMITERS = [';', ',', '\t'];

/** No fact has as many fields; without a bound one line of delimiters would hold up everyone. */
const COLUMNS_MAX = 200;

export type CsvRow = Readonly<Record<string, string>>;

/** Reads CSV (RFC 4180) with a header line; empty cells are left out. Undefined for what is no such file. */
export function readCsv(text: string): readonly CsvRow[] | undefined {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const headline = content.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = DELIMITERS.toSorted((a, b) => headline.split(b).length - headline.split(a).length)[0] ?? ';';
  const lines = cells(content, delimiter);
  const [header, ...rows] = lines ?? [];
  if (header === undefined || !areNames(header)) return undefined;
  return rows.map((row) =>
    Object.fromEntries(
      row
        .slice(0, header.length + 1)
        .flatMap((cell, index): [string, string][] =>
          cell === '' ? [] : [[header[index] ?? `column ${index + 1}`, cell]],
        ),
    ),
  );
}

/** Each column has a name of its own that a field can have. */
const areNames = (header: readonly string[]): boolean =>
  header.length <= COLUMNS_MAX &&
  new Set(header).size === header.length &&
  !header.some((name) => name.split('.').includes('__proto__'));

/** Every line as its cells; undefined where a quote is never closed. Lines without any text are left out. */
function cells(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at) : endOfCell(text, at, delimiter);
    if (end === undefined) return undefined;
    line.push(quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end).trim());
    at = quoted ? endOfCell(text, end + 1, delimiter) : end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (line.some((cell) => cell !== '')) lines.push(line);
    line = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return lines;
}

function closingQuote(text: string, from: number): number | undefined {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
