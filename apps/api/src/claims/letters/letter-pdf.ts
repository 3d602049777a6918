import { createRequire } from 'node:module';
import type { Letter, LetterSection } from '@uitkomst/domain';

const LANG = { nl: 'nl-NL', en: 'en-GB' } as const;
const MARGIN = 71;
const LABEL_WIDTH = 170;
const INDENT = 12;
const SIZE = { title: 18, heading: 12.5, text: 10.5, small: 8.5 };
const PLAIN = 'plain';
const BOLD = 'bold';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/**
 * The letter as PDF/A-2a: tagged for readers that speak, its fonts inside, and the same bytes for the same letter, because every
 * date in it is the notice's and its id follows from what it says.
 */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const pdf = await emptyDocument(letter);
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(pdf.struct('H1', {}, () => void pdf.font(BOLD).fontSize(SIZE.title).text(letter.title).moveDown(0.5)));
  root.add(headerOf(pdf, letter.header));
  for (const section of letter.sections) for (const element of sectionOf(pdf, section)) root.add(element);
  root.end();
  numberPages(pdf);
  pdf.end();
  return whole;
}

async function emptyDocument({ title, language, writtenOn, letterId }: Letter): Promise<Pdf> {
  const { default: PdfDocument } = await import('pdfkit'); // Most processes never print a letter: starting doesn't wait for it.
  const madeAt = new Date(`${writtenOn}T00:00:00Z`);
  const dates = { CreationDate: madeAt, ModDate: madeAt };
  const pdf = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    subset: 'PDF/A-2a',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: LANG[language],
    bufferPages: true,
    font: fontFile(400),
    info: { Title: title, Subject: letterId, Author: 'Uitkomst', Creator: 'Uitkomst', Producer: 'Uitkomst', ...dates },
  });
  pdf.registerFont(PLAIN, fontFile(400));
  pdf.registerFont(BOLD, fontFile(700));
  return pdf;
}

/** Source Sans 3 (SIL Open Font License), from the package that carries it: nothing is fetched. */
const fontFile = (weight: 400 | 700): string =>
  createRequire(import.meta.url).resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`);

/** A table of what the letter is about: each label the header of its row. */
function headerOf(pdf: Pdf, header: Letter['header']): Element {
  const table = pdf.struct('Table');
  for (const { label, value } of header) {
    const row = pdf.struct('TR');
    let top = 0;
    row.add(
      pdf.struct('TH', {}, () => {
        top = pdf.y;
        pdf.font(BOLD).fontSize(SIZE.text).text(label, MARGIN, top, { width: LABEL_WIDTH });
      }),
    );
    row.add(
      pdf.struct(
        'TD',
        {},
        () =>
          void pdf
            .font(PLAIN)
            .text(value, MARGIN + LABEL_WIDTH, top)
            .moveDown(0.1),
      ),
    );
    row.end();
    table.add(row);
  }
  table.end();
  return table;
}

function sectionOf(pdf: Pdf, { heading, paragraphs, points = [] }: LetterSection): readonly Element[] {
  const elements: Element[] = [];
  if (heading !== undefined)
    elements.push(
      pdf.struct('H2', {}, () => {
        pdf.moveDown(0.8).font(BOLD).fontSize(SIZE.heading);
        keepTogether(pdf, 3);
        pdf.text(heading, MARGIN);
      }),
    );
  for (const paragraph of paragraphs)
    elements.push(
      pdf.struct('P', {}, () => void pdf.moveDown(0.5).font(PLAIN).fontSize(SIZE.text).text(paragraph, MARGIN)),
    );
  if (points.length > 0) elements.push(listOf(pdf, points));
  return elements;
}

function listOf(pdf: Pdf, points: readonly string[]): Element {
  const list = pdf.struct('L');
  for (const point of points) {
    const item = pdf.struct('LI');
    item.add(
      pdf.struct('Lbl', {}, () => {
        pdf.moveDown(0.4).font(PLAIN).fontSize(SIZE.text);
        keepTogether(pdf, 2);
        const { y } = pdf;
        pdf.text('•', MARGIN, y, { width: INDENT }).y = y;
      }),
    );
    item.add(pdf.struct('LBody', {}, () => void pdf.text(point, MARGIN + INDENT)));
    item.end();
    list.add(item);
  }
  list.end();
  return list;
}

/** A heading stays with what follows it, a bullet with its line. */
function keepTogether(pdf: Pdf, lines: number): void {
  if (pdf.y + lines * pdf.currentLineHeight(true) > pdf.page.maxY()) pdf.continueOnNewPage();
}

/** Numbers only where there is more than one page; no part of what is read aloud. */
function numberPages(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange();
  if (count === 1) return;
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // Else writing in the margin would begin a page of its own.
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(PLAIN).fontSize(SIZE.small);
    pdf.text(`${page + 1} / ${count}`, MARGIN, pdf.page.height - MARGIN + 20, { lineBreak: false });
    pdf.endMarkedContent();
  }
}
