import type { Letter } from '@uitkomst/domain';
import { letterPdf } from './letter-pdf.js';

const POINT = 'De sollicitatie begon op 15-01-2008, vóór de intake op 04-02-2008; de bonus van € 3.000,00 vervalt.';
const letter = (points = [POINT]): Letter => ({
  letterId: 'BRIEF_1',
  language: 'nl',
  addressee: 'PROVIDER',
  writtenOn: '2009-05-04',
  title: 'Afwijzing van uw declaratie',
  header: [
    { label: 'Aan', value: 'PASWERK' },
    { label: 'Datum', value: '04-05-2009' },
    { label: 'Nummer van de declaratie', value: 'abcdefghijklm.a' },
  ],
  sections: [
    { paragraphs: ['De gemeente wijst uw declaratie af. U ontvangt hiervoor geen bonus.'] },
    { heading: 'Waarom', paragraphs: [], points },
    { heading: 'Bent u het niet eens met dit besluit?', paragraphs: ['U kunt bezwaar maken, tot en met 15-06-2009.'] },
  ],
});
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

it('is PDF/A-2a: tagged, in its language, with its fonts inside', async () => {
  const pdf = (await letterPdf(letter())).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  for (const part of [
    '/StructTreeRoot',
    '/Lang (nl-NL)',
    '/OutputIntents',
    '/FontFile',
    '/ToUnicode',
    '/S /H1',
    '/S /TH',
    '/S /LBody',
  ])
    expect(pdf).toContain(part);
});

it('is the same bytes whenever it is made', async () => {
  expect((await letterPdf(letter())).equals(await letterPdf(letter()))).toBe(true);
});

it('is another file where it says something else', async () => {
  const other = { ...letter(), letterId: 'BRIEF_2' };
  expect((await letterPdf(letter())).equals(await letterPdf(other))).toBe(false);
});

it('goes on on a next page, numbered', async () => {
  const long = await letterPdf(letter(Array.from({ length: 60 }, () => POINT)));
  expect(pagesOf(await letterPdf(letter()))).toBe(1);
  expect(pagesOf(long)).toBe(3); // No bullet stands alone on a page of its own.
});
