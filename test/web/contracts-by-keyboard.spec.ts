import { readFileSync } from 'node:fs';
import { setOut, storyClock } from '../e2e/story.js';
import { Keyboard } from './keyboard.js';
import { withStory } from './story-app.js';
import type { Visitor } from './visitor.js';

const clock = storyClock('2026-03-02');

withStory('contract management without a mouse', clock, (at) => {
  let contracts: Visitor;
  let keyboard: Keyboard;

  beforeAll(async () => {
    await setOut(at.running, ['SAGENN']);
    contracts = await at.visitor();
    keyboard = new Keyboard(contracts.page);
    await contracts.page.goto(at.url);
    await contracts.settled();
    await keyboard.do('Naar de inhoud');
    await keyboard.do('Contractbeheer');
    await contracts.page.locator('.signed-in').waitFor();
    await keyboard.isOn('Contracten');
  });

  /** What was recorded is told, and the page that shows it has the focus. */
  async function isRecorded(heading: string, said = 'Het is vastgelegd.'): Promise<void> {
    await keyboard.isOn(heading);
    await told(contracts, said);
  }

  test('a provider is registered, with an employer it is tied to and an account', async () => {
    await keyboard.backTo('Aanbieders');
    await keyboard.opens('Aanbieders');
    await keyboard.do('Aanbieder registreren');
    await keyboard.opens('Aanbieder registreren');
    await keyboard.type('Geldt vanaf', '1-1-2026');
    await keyboard.type('Aanbieder', 'PASWERK');
    await keyboard.choose('Eigendom', 'particulier');
    await keyboard.do('Vastleggen');
    await isRecorded('Aanbieder PASWERK');

    await keyboard.do('Verbondenheid vastleggen');
    await keyboard.opens('Verbondenheid vastleggen');
    await keyboard.type('Geldt vanaf', '1-1-2026');
    await keyboard.type('Werkgever', 'PASWERK-BV');
    await keyboard.choose('Soort', 'dochter');
    await keyboard.do('Vastleggen');
    await isRecorded('Aanbieder PASWERK');

    await keyboard.do('Rekening registreren');
    await keyboard.opens('Rekening registreren');
    await keyboard.type('Rekeningnummer', 'NL91 ABNA 0417 1643 01');
    await keyboard.type('Tenaamstelling', 'Stichting Paswerk');
    await keyboard.type('In gebruik vanaf', '1-3-2026');
    await keyboard.do('Vastleggen');
    await keyboard.isOn('Er is één fout');
    await keyboard.do('Rekeningnummer (IBAN): Dit is geen geldig rekeningnummer.');
    await keyboard.isOn('Rekeningnummer');
    await contracts.page.keyboard.press('ControlOrMeta+A');
    await contracts.page.keyboard.type('NL91 ABNA 0417 1643 00');
    await contracts.page.keyboard.press('Enter');
    await isRecorded('Aanbieder PASWERK');
    await contracts.page.getByRole('row', { name: /wacht op bevestiging/ }).waitFor();
    expect([...keyboard.unseen, ...(await contracts.faults())]).toEqual([]);
    await contracts.picture('contracts/keyboard-provider');
  });

  test('a contract is registered, priced and changed', async () => {
    await keyboard.backTo('Contracten');
    await keyboard.opens('Contracten');
    await keyboard.do('Contract registreren');
    await keyboard.opens('Contract registreren');
    await keyboard.type('Geldt vanaf', '1-4-2026');
    await keyboard.type('Contract', 'K-PASWERK');
    await keyboard.type('Aanbieder', 'PASWERK');
    await keyboard.type('Normenkader', 'NL-STD');
    await contracts.picture('contracts/keyboard-contract');
    await keyboard.do('Vastleggen');
    await isRecorded('Contract K-PASWERK');

    await keyboard.do('Tarief vaststellen');
    await keyboard.opens('Tarief vaststellen');
    await keyboard.type('Geldt vanaf', '1-4-2026');
    await keyboard.type('Tarief', 'drieduizend');
    await keyboard.do('Tarief vaststellen');
    await keyboard.isOn('Er is één fout');
    await keyboard.do('Tarief');
    await keyboard.isOn('Tarief');
    await contracts.page.keyboard.press('ControlOrMeta+A');
    await contracts.page.keyboard.type('3.250');
    await keyboard.do('Tarief vaststellen');
    await isRecorded('Contract K-PASWERK');

    await keyboard.do('Contract wijzigen');
    await keyboard.opens('Contract wijzigen');
    await keyboard.type('Geldt vanaf', '1-5-2026');
    await keyboard.type('Betaaltermijn', '30');
    await keyboard.do('Vastleggen');
    await isRecorded('Contract K-PASWERK');
    await contracts.page.getByRole('cell', { name: /30/ }).first().waitFor();
    expect([...keyboard.unseen, ...(await contracts.faults())]).toEqual([]);
    await contracts.picture('contracts/keyboard-contract-changed');
  });

  test('a version of the norms is published, once its own cases come out as they should', async () => {
    await keyboard.backTo('Normenkaders');
    await keyboard.opens('Normenkaders');
    await keyboard.do('NL-STD');
    await keyboard.isOn('Normenkader NL-STD');
    await keyboard.do('Nieuwe versie publiceren');
    await keyboard.opens('Nieuwe versie publiceren');
    await keyboard.type('Geldt vanaf', '1-1-2027');
    await keyboard.choose('Bijdrage van de aanbieder', 'geen');
    await keyboard.reach('Tweede fiat vanaf');
    await keyboard.type('Besluit', 'Raadsbesluit 2026/77');
    const chooser = contracts.page.waitForEvent('filechooser');
    await keyboard.tick('Bestanden met gevallen');
    const cases = readFileSync('test/cases/GC-04.yaml', 'utf8').replace(/^preset: .*$/m, 'preset: NL-STD@2');
    await (
      await chooser
    ).setFiles({ name: 'GC-04.yaml', mimeType: 'application/octet-stream', buffer: Buffer.from(cases) });
    await keyboard.isOn('Bestanden met gevallen');
    await keyboard.do('Publiceren');
    await contracts.page.getByText('Deze gevallen komen anders uit').first().waitFor();
    await contracts.picture('contracts/keyboard-cases-differ');
    await keyboard.choose('Bijdrage van de aanbieder', 'vereist');
    await keyboard.reach('Tweede fiat vanaf');
    await keyboard.do('Publiceren');
    await isRecorded('Normenkader NL-STD', 'De versie is gepubliceerd.');
    await contracts.page.getByRole('cell', { name: 'Raadsbesluit 2026/77' }).waitFor();
    expect([...keyboard.unseen, ...(await contracts.faults())]).toEqual([]);
  });

  test('a version of the rules is made active', async () => {
    await keyboard.backTo('Regels');
    await keyboard.opens('Regels');
    await keyboard.type('Geldt vanaf', '1-5-2026');
    await keyboard.type('Versie van de regels', 'NL-RULES@1');
    await keyboard.type('Besluit', 'Collegebesluit 2026/12');
    await keyboard.do('Versie actief maken');
    await contracts.page.getByRole('cell', { name: 'Collegebesluit 2026/12' }).waitFor();
    await isRecorded('Versie actief maken');
    expect(await contracts.page.getByLabel('Besluit').inputValue()).toBe('');
    expect([...keyboard.unseen, ...(await contracts.faults())]).toEqual([]);
    await contracts.picture('contracts/keyboard-rules');
  });

  test('a mandate is recorded', async () => {
    await keyboard.backTo('Mandaten');
    await keyboard.opens('Mandaten');
    await keyboard.type('Geldt vanaf', '2-3-2026');
    await keyboard.type('Geldt tot', '1-4-2026');
    await keyboard.type('Wie afwezig is', 'betaalfunctionaris-1');
    await keyboard.type('Wie handelt', 'casemanager-1');
    await keyboard.choose('In welke functie', 'betaalfunctionaris');
    await keyboard.do('Vastleggen');
    await isRecorded('Mandaat vastleggen');
    await contracts.page.getByRole('row').filter({ hasText: 'casemanager-1' }).waitFor();
    expect(await contracts.page.getByLabel('Wie afwezig is').inputValue()).toBe('');
    expect([...keyboard.unseen, ...(await contracts.faults())]).toEqual([]);
    await contracts.picture('contracts/keyboard-mandate');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));
});

/** Said in the live region, for who does not see it happen. */
const told = (visitor: Visitor, text: string): Promise<void> =>
  visitor.page.locator('output[aria-live]', { hasText: text }).waitFor({ state: 'attached' });
