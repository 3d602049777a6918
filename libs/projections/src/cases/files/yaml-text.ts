import {
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Tags,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';

/** Why an input cannot be read: where, and what is wrong there. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly reason: string;
}

export const problemText = ({ file, line, reason }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${reason}`;

type Path = readonly PropertyKey[];

/** Names may look like numbers (`007`), so they stay texts but for `~` and `null`; parameters are values. */
const SCALARS = {
  TEXTS: { schema: 'failsafe', customTags: (tags: Tags): Tags => ['null', ...tags] },
  VALUES: { schema: 'core' },
} as const;

/** A YAML text that knows on which line each of its parts stands. */
export class YamlText {
  private constructor(
    private readonly file: string,
    readonly value: unknown,
    private readonly source: { readonly document: Document; readonly lines: LineCounter },
  ) {}

  static read(file: string, text: string, scalars: keyof typeof SCALARS = 'TEXTS'): YamlText | readonly Problem[] {
    const lines = new LineCounter();
    try {
      const document = parseDocument(text, {
        ...SCALARS[scalars],
        lineCounter: lines,
        prettyErrors: false,
        stringKeys: true,
        merge: true,
      });
      if (document.errors.length > 0) return problemsOf(file, document.errors, lines);
      const value: unknown = document.toJS();
      if (value === null) return [{ file, reason: 'holds nothing' }];
      return new YamlText(file, value, { document, lines });
    } catch (error) {
      // A name for a part that is not there, or parts that name each other without end.
      return [{ file, reason: error instanceof Error ? error.message : String(error) }];
    }
  }

  /** What is wrong with a part, named by its path. */
  problem(path: Path, reason: string): Problem {
    const where = pathText(path);
    return this.at(path, where === '' ? reason : `${where} ${reason}`);
  }

  /** What is wrong, in the place of a part. */
  at(path: Path, reason: string): Problem {
    const line = this.lineOf(path);
    return line === undefined ? { file: this.file, reason } : { file: this.file, line, reason };
  }

  /** What a schema found wrong, one problem for each unknown field. */
  problems(error: z.ZodError): readonly Problem[] {
    return error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => this.problem([...issue.path, key], 'is an unknown field'))
        : [this.problem(issue.path, issue.message)],
    );
  }

  /** The line of the part, or of the nearest part around it that exists. */
  private lineOf(path: Path): number | undefined {
    let node: unknown = this.source.document.contents;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const key of path) {
      const { at, value } = this.step(node, key);
      offset = at ?? offset;
      node = value;
    }
    return offset === undefined ? undefined : this.source.lines.linePos(offset).line;
  }

  /** One step into the text: the part under `key`, and where it (or its name) begins. */
  private step(node: unknown, key: PropertyKey): { readonly at?: number | undefined; readonly value?: unknown } {
    if (isMap(node)) {
      const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === key);
      return { at: isNode(pair?.key) ? pair.key.range?.[0] : undefined, value: pair?.value };
    }
    const item = isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    return { at: isNode(item) ? item.range?.[0] : undefined, value: item };
  }
}

/** What the reader of YAML says to programmers, said to who wrote the file. */
const PLAIN: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'begins another document; a file holds one',
  RESOURCE_EXHAUSTION: 'has too many parts within parts',
};

/** Of what is wrong in the same way on one line, once is enough. */
function problemsOf(file: string, errors: readonly YAMLParseError[], lines: LineCounter): readonly Problem[] {
  const told = new Map<string, Problem>();
  for (const { code, message, pos } of errors) {
    const problem = { file, line: lines.linePos(pos[0]).line, reason: PLAIN[code] ?? message };
    told.set(problemText(problem), problem);
  }
  return [...told.values()];
}

/** `facts[2].hours`. */
const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
