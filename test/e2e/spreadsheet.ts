import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A cell as a spreadsheet program reads it: a day or an amount is a number that is shown as one. */
export interface SheetCell {
  readonly value: string | number;
  readonly shown: 'day' | 'euros' | 'plain';
}

interface Xml {
  readonly worksheet: { readonly sheetData: { readonly row: readonly { readonly c?: readonly XmlCell[] }[] } };
  readonly sst: { readonly si: readonly { readonly t: string | { readonly '#text': string } }[] };
  readonly styleSheet: {
    readonly numFmts?: { readonly numFmt: readonly { readonly numFmtId: string; readonly formatCode: string }[] };
    readonly cellXfs: { readonly xf: readonly { readonly numFmtId?: string }[] };
  };
}
interface XmlCell {
  readonly r: string;
  readonly t?: string;
  readonly s?: string;
  readonly v: string;
}

const SHOWN: Readonly<Record<string, SheetCell['shown']>> = { 'dd-mm-yyyy': 'day', '[$€-413] #,##0.00': 'euros' };

/** The rows of the only sheet of a file, each cell by the name that the first row gives to its column. */
export function rowsIn(bytes: Uint8Array): readonly Readonly<Record<string, SheetCell>>[] {
  const parts = unzipSync(bytes);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['row', 'c', 'si', 'numFmt', 'xf'].includes(name),
  });
  const read = (path: string): Xml => parser.parse(strFromU8(parts[path] ?? new Uint8Array())) as Xml;
  const words = read('xl/sharedStrings.xml').sst.si.map(({ t }) => (typeof t === 'string' ? t : t['#text']));
  const { numFmts, cellXfs } = read('xl/styles.xml').styleSheet;
  const formatOf = (style = '0'): string | undefined =>
    numFmts?.numFmt.find(({ numFmtId }) => numFmtId === cellXfs.xf[Number(style)]?.numFmtId)?.formatCode;
  const cellOf = ({ t, s, v }: XmlCell): SheetCell => ({
    value: t === 's' ? (words[Number(v)] ?? '') : Number(v),
    shown: SHOWN[formatOf(s) ?? ''] ?? 'plain',
  });
  const [head, ...rows] = read('xl/worksheets/sheet1.xml').worksheet.sheetData.row.map(({ c = [] }) =>
    c.filter(({ v }) => v !== undefined).map((cell) => [cell.r.replace(/\d+$/, ''), cellOf(cell)] as const),
  );
  const nameOf = new Map(head?.map(([column, { value }]) => [column, String(value)]));
  return rows.map((cells) => Object.fromEntries(cells.map(([column, cell]) => [nameOf.get(column) ?? column, cell])));
}
