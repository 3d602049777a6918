import { readFileSync } from 'node:fs';
import {
  BSNS,
  claimFor,
  clientWithJob,
  must,
  orderNameOf,
  releasedBatch,
  setOut,
  storyClock,
  watermarks,
  type ClaimBody,
} from '../e2e/story.js';
import { withStory } from './story-app.js';
import type { Visitor } from './visitor.js';

const clock = storyClock('2004-01-05');
const FORM = { name: 'formulier.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 getekend') };
const [OF_MANAGER, PAID, REFUSED_BY_BANK, IN_DELIVERY] = BSNS;

withStory('the work of case managers, benefits, finance and contract management, in a browser', clock, (at) => {
  const fileOf = new Map<string, string>();
  const claimOf = new Map<string, string>();

  beforeAll(async () => {
    await setOut(at.running, ['SAGENN']);
    clock.moveTo('2008-10-10');
    for (const bsn of [OF_MANAGER, PAID, REFUSED_BY_BANK, IN_DELIVERY])
      fileOf.set(bsn, await clientWithJob(at.running, bsn, ['SAGENN']));
    // The same job under another id, for the example of linked jobs.
    const applied = { type: 'ApplicationStarted', jobId: 'J2', by: 'CLIENT', validFrom: '2008-08-05' };
    const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' };
    const manager = await at.running.as('CASEMGR');
    must(await manager.post(`/dossiers/${fileOf.get(IN_DELIVERY)}/feiten`, { ...applied, ...origin }));
    clock.moveTo('2009-04-10');
    await watermarks(at.running, '2009-04-09');
    const provider = await at.running.as('PROVIDER', { organisation: 'SAGENN' });
    for (const bsn of [OF_MANAGER, PAID, REFUSED_BY_BANK]) {
      const claim = claimFor('SAGENN', fileOf.get(bsn) ?? '');
      claimOf.set(bsn, must(await provider.post<ClaimBody>('/claims', claim)).claimId);
    }
  });

  const eventsOf = async (bsn: string): Promise<number> => {
    const answer = await (
      await at.running.as('AUDITOR')
    ).get<{ events: unknown[] }>(`/dossiers/${fileOf.get(bsn)}/tijdlijn`);
    return must(answer, 200).events.length;
  };

  test('a case manager finds a client by number, records and corrects a fact, and sees what becomes of the claim', async () => {
    const manager = await at.signedIn('casemanager-1');
    await manager.go('/dossiers');
    await button(manager, 'Zoeken').click();
    expect(await manager.page.getByRole('alert').innerText()).toMatch(
      /^Er is één fout\s+Vul in: Burgerservicenummer.$/,
    );
    await field(manager, 'Burgerservicenummer').fill('123456781');
    await button(manager, 'Zoeken').click();
    await says(manager, 'Dit is geen burgerservicenummer');
    await field(manager, 'Burgerservicenummer').fill(OF_MANAGER);
    await button(manager, 'Zoeken').click();
    await says(manager, `Dossier ${fileOf.get(OF_MANAGER)}`);
    const kept = await manager.page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(manager.page.url() + kept).not.toContain(OF_MANAGER);
    await says(manager, 'toekenbaar');
    await manager.picture('case-manager/file');

    await manager.page.getByRole('link', { name: 'Feit vastleggen' }).click();
    await field(manager, 'Soort feit').selectOption('ClientStatement');
    await button(manager, 'Vastleggen').click();
    await says(manager, 'Vul in: Baan.');
    expect(await manager.faults()).toEqual([]);
    await field(manager, 'Baan').fill('J1');
    await field(manager, 'Bijdrage van de aanbieder').selectOption('ASSISTED');
    await manager.page.getByLabel('Eigen woorden').fill('Zij hielpen met de brief.');
    await manager.page.getByLabel('Bewijsstuk').setInputFiles(FORM);
    await field(manager, 'Soort bewijsstuk').selectOption('CLIENT_FORM');
    await manager.picture('case-manager/record-fact');
    await button(manager, 'Vastleggen').click();
    await says(manager, 'Verklaring van de cliënt');
    expect(await saved(manager, 'Download formulier van de cliënt')).toBe(FORM.buffer.toString());
    expect(await manager.faults()).toEqual([]);
    await manager.picture('case-manager/file-with-document');

    await manager.page.getByRole('link', { name: 'Corrigeren: Sollicitatie begonnen' }).click();
    await field(manager, 'Geldt vanaf').fill('2008-01-20');
    await field(manager, 'Door').selectOption('CLIENT');
    await button(manager, 'Corrigeren').click();
    await says(manager, 'Vul in: Waarom klopt het oude feit niet?');
    await field(manager, 'Waarom klopt het oude feit niet?').selectOption('WRONG_DATE');
    await button(manager, 'Corrigeren').click();
    await says(manager, 'afgewezen');
    await button(manager, 'Ook 1 ingetrokken tonen').click();
    await manager.picture('case-manager/corrected');

    await button(manager, 'Intrekken: Verklaring van de cliënt').click();
    const dialog = manager.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Intrekken' }).click();
    await dialog.getByRole('link', { name: 'Vul in: Reden.' }).waitFor(); // No reason is recorded that nobody chose.
    await dialog.getByLabel('Reden').selectOption('WRONG_PERSON');
    expect(await manager.faults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Intrekken' }).click();
    await dialog.waitFor({ state: 'detached' });
    await manager.page
      .getByRole('button', { name: 'Intrekken: Verklaring van de cliënt' })
      .waitFor({ state: 'detached' });
  });

  test('without a mouse, what a button showed or made is where the focus is, not at the top of the page', async () => {
    const manager = await at.signedIn('casemanager-1');
    const { page } = manager;
    const file = `/dossiers/${fileOf.get(OF_MANAGER)}`;
    await manager.go(file);
    await button(manager, 'Naam en adres tonen').focus();
    await page.keyboard.press('Enter');
    await page.locator('h2:focus').getByText('Naam en adres', { exact: true }).waitFor();
    await page.getByText('Naam en adres wijzigen').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Naam en adres wijzigen');
    await manager.go(`${file}/inlogcode`);
    await button(manager, 'Nieuwe inlogcode maken').focus();
    await page.keyboard.press('Enter');
    await says(manager, /De inlogcode is/);
    await page.locator('button:focus').getByText('Nieuwe inlogcode maken').waitFor();
  });

  test('a case manager approves a detachering: whom to and until when, what is wrong stands at its field', async () => {
    const manager = await at.signedIn('casemanager-1');
    await manager.go(`/dossiers/${fileOf.get(PAID)}/vastleggen`);
    await field(manager, 'Soort feit').selectOption('DetacheringApproved');
    await field(manager, 'Geldt vanaf').fill('01-09-2008');
    await field(manager, 'Baan').fill('J1');
    await field(manager, 'Inlener').fill('bouw en zoon');
    await field(manager, 'Uiterlijk tot en met').fill('31-11-2008');
    await button(manager, 'Vastleggen').click();
    const said = manager.page.getByRole('alert');
    await said.getByRole('link', { name: 'Controleer de schrijfwijze van: Inlener.' }).waitFor();
    await said.getByRole('link', { name: 'Uiterlijk tot en met: schrijf een dag als 31-12-2026.' }).waitFor();
    expect(await manager.faults()).toEqual([]);
    await manager.picture('case-manager/detachering-fault');
    await field(manager, 'Inlener').fill('BOUW-EN-ZOON');
    await field(manager, 'Uiterlijk tot en met').fill('30-11-2008');
    await button(manager, 'Vastleggen').click();
    const recorded = manager.page.getByRole('row').filter({ hasText: 'Detachering goedgekeurd' });
    await recorded.getByText('30-11-2008').waitFor();
    await recorded.getByText('BOUW-EN-ZOON').waitFor();
    await manager.picture('case-manager/detachering');
  });

  test('a delivery with a bad row is looked at before anything of it is recorded', async () => {
    const rows = [
      'type;bsn;benefitId;ground;validFrom;source.system;assurance',
      `BenefitSuspended;${IN_DELIVERY};B1;NO_SHOW;01-03-2009;GWS4ALL;AUTHORITATIVE`,
      `BenefitSuspended;${IN_DELIVERY};B1;NO_SHOW;31-02-2009;GWS4ALL;AUTHORITATIVE`,
    ];
    const before = await eventsOf(IN_DELIVERY);
    const benefits = await at.signedIn('uitkeringen-1');
    await benefits.go('/leveringen/inlezen');
    await field(benefits, 'Kenmerk van de levering').fill('GWS-2009-04');
    await chooseFile(benefits, 'levering.csv', rows.join('\r\n'));
    await button(benefits, 'Bekijken').click();
    await says(benefits, 'Wat er zou gebeuren');
    await cell(benefits, 'wordt geweigerd').waitFor();
    await cell(benefits, 'wordt vastgelegd').waitFor();
    await says(benefits, 'De schrijfwijze klopt niet.');
    expect(await benefits.faults()).toEqual([]);
    await benefits.picture('benefits/delivery-preview');
    expect(await eventsOf(IN_DELIVERY)).toBe(before);
    await button(benefits, '1 regel vastleggen').click();
    await says(benefits, 'Wat er is gebeurd');
    await cell(benefits, 'geweigerd').waitFor();
    await benefits.picture('benefits/delivery-recorded');
    expect(await eventsOf(IN_DELIVERY)).toBeGreaterThan(before);
  });

  test('a delivery of before is found again with its counts and the rows that were refused, by the auditor too', async () => {
    const benefits = await at.signedIn('uitkeringen-1');
    await benefits.go('/leveringen/inlezen');
    const row = benefits.page.getByRole('row').filter({ hasText: 'GWS-2009-04' });
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/^10-04-2009/),
      'gemeente-0000',
      'Uitkeringsadministratie (GWS4all)',
      '1',
      '0',
      '1',
    ]);
    expect(await benefits.faults()).toEqual([]);
    await benefits.picture('benefits/earlier-deliveries');
    for (const [who, path, above] of [
      ['uitkeringen-1', '/leveringen/inlezen', 'Levering inlezen'],
      ['auditor-1', '/leveringen/geleverd', 'Leveringen'],
    ] as const) {
      const reader = await at.signedIn(who);
      await reader.go(path);
      await reader.page.getByRole('link', { name: 'GWS-2009-04' }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Levering GWS-2009-04' }).waitFor();
      const refused = reader.page.getByRole('row').filter({ has: reader.page.getByRole('rowheader', { name: '2' }) });
      await refused.getByText('De schrijfwijze klopt niet.').waitFor();
      await reader.page.getByRole('main').getByRole('link', { name: above, exact: true }).waitFor();
      expect(await reader.faults()).toEqual([]);
      await reader.picture(`deliveries/kept-${who}`);
    }
  });

  test.each([
    ['uitkeringen-1', ['uitkeringen', 'loonkostensubsidies', 'gekoppelde dienstverbanden'], [4, 2, 1]],
    ['finance-1', ['loonkostensubsidies', 'kosten'], [2, 1]],
  ])(
    '%s begins from an example of each kind of delivery, which is fine once it names a client',
    async (who, of, rows) => {
      const deliverer = await at.signedIn(who);
      await deliverer.go('/leveringen/inlezen');
      const buttons = deliverer.page.getByRole('button', { name: /^Voorbeeld / });
      await buttons.first().waitFor();
      expect(await buttons.allInnerTexts()).toEqual(of.map((kind) => `Voorbeeld ${kind}`));
      expect(await deliverer.faults()).toEqual([]);
      await deliverer.picture(`deliveries/examples-${who}`);
      for (const [index, kind] of of.entries()) {
        const example = await saved(deliverer, `Voorbeeld ${kind}`);
        const content = example.replaceAll('abcdefghijklm', fileOf.get(IN_DELIVERY) ?? '');
        await field(deliverer, 'Kenmerk van de levering').fill(`VB-${index}`);
        await chooseFile(deliverer, `${kind}.csv`, content);
        await button(deliverer, 'Bekijken').click();
        await says(deliverer, 'Wat er zou gebeuren');
        const outcomes = deliverer.page.getByRole('row').getByRole('cell', { name: /^wordt / });
        await outcomes.first().waitFor();
        expect(await outcomes.allInnerTexts()).toEqual(
          Array.from({ length: rows[index] ?? 0 }, () => expect.stringContaining('wordt vastgelegd')),
        );
      }
    },
  );

  test('finance reads in what the bank did with a batch: paid, refused and unknown, and says what a booking was', async () => {
    const claimIds = [PAID, REFUSED_BY_BANK].map((bsn) => claimOf.get(bsn) ?? '');
    await releasedBatch(at.running, claimIds);
    const names = claimIds.map(orderNameOf);
    const finance = await at.signedIn('finance-1');
    await finance.go('/financien/bankberichten');
    await chooseFile(finance, 'geen-bericht.xml', '<Document>');
    await button(finance, 'Verwerken').click();
    await finance.page.locator('[role=alert]').first().waitFor();
    await chooseFile(
      finance,
      'status.xml',
      report('S1', [`${names[0]}`, 'ACSC'], [`${names[1]}`, 'RJCT'], ['NIET1', 'ACSC']),
    );
    await button(finance, 'Verwerken').click();
    await cell(finance, 'betaald').waitFor();
    await cell(finance, 'niet uitgevoerd').waitFor();
    await cell(finance, 'onbekend').waitFor();
    await says(finance, /Onbekende regels gaan niet over betalingen/);
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/bank-message');
    await cell(finance, claimIds[0] ?? '').waitFor();
    expect(await finance.page.locator('main a[href^="/declaraties/"]').count()).toBe(0); // The claim itself is not theirs to read.

    await finance.go('/financien/bankberichten');
    await chooseFile(finance, 'status-2.xml', report('S2', [`${names[1]}`, 'ACSC']));
    await button(finance, 'Verwerken').click();
    await finance.page.getByRole('link', { name: 'Naar de boekingen die niet passen' }).click();
    await button(finance, 'Afdoen').click();
    await finance.page.getByLabel('Het bleek').selectOption('SETTLED');
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/mismatch');
    await button(finance, 'Vastleggen').click();
    await says(finance, 'Alle boekingen passen.');

    await finance.go('/financien/journaal');
    expect(await field(finance, 'Boekjaar').inputValue()).toBe('2009'); // The year of the product's clock.
    await says(finance, 'Samen per post');
    await field(finance, 'Boekjaar').fill('');
    await says(finance, 'Vul een boekjaar in.');
    await field(finance, 'Boekjaar').fill('2010');
    await says(finance, 'In 2010 is niets geboekt.');
    await finance.go('/financien/journaal');
    await finance.picture('finance/journal');
  });

  test('contract management sets a tariff, and publishes a version only when its own cases come out as they should', async () => {
    const contracts = await at.signedIn('contracts-1');
    await contracts.go('/voorwaarden/contracten');
    await contracts.page.getByRole('link', { name: 'K-SAGENN' }).click();
    await contracts.page.getByRole('link', { name: 'Tarief vaststellen' }).click();
    await field(contracts, 'Geldt vanaf').fill('2009-07-01');
    await field(contracts, 'Tarief').fill('3.250');
    await button(contracts, 'Tarief vaststellen').click();
    await cell(contracts, '€ 3.250,00').waitFor();
    await contracts.picture('contracts/tariffs');

    await contracts.go('/voorwaarden/normenkaders/NL-STD/nieuwe-versie');
    await field(contracts, 'Geldt vanaf').fill('2010-01-01');
    await field(contracts, 'Besluit').fill('Raadsbesluit 2009/77');
    await field(contracts, 'Bijdrage van de aanbieder').selectOption('NONE');
    const golden = readFileSync('test/cases/GC-04.yaml', 'utf8').replace(/^preset: .*$/m, 'preset: NL-STD@2');
    await chooseFile(contracts, 'GC-04.yaml', golden);
    await button(contracts, 'Publiceren').click();
    await says(contracts, 'Deze gevallen komen anders uit');
    await says(contracts, /GC-04/);
    expect(await contracts.faults()).toEqual([]);
    await contracts.picture('contracts/cases-differ');

    await field(contracts, 'Bijdrage van de aanbieder').selectOption('REQUIRED');
    await button(contracts, 'Publiceren').click();
    await cell(contracts, 'Raadsbesluit 2009/77').waitFor();
    await contracts.picture('contracts/published');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));
});

const button = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name, exact: true });
const field = (visitor: Visitor, name: string) => visitor.page.getByLabel(name, { exact: true });
const cell = (visitor: Visitor, name: string) => visitor.page.getByRole('cell', { name: new RegExp(name) }).first();
const says = (visitor: Visitor, text: string | RegExp) => visitor.page.getByText(text).first().waitFor();
const chooseFile = (visitor: Visitor, name: string, content: string) =>
  visitor.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** What a button saves, as text. */
async function saved(visitor: Visitor, label: string): Promise<string> {
  const download = visitor.page.waitForEvent('download');
  await button(visitor, label).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const report = (name: string, ...payments: readonly (readonly [endToEndId: string, status: string])[]): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2009-04-10T07:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>B</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${payments
    .map(
      ([endToEndId, status]) =>
        `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>`,
    )
    .join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
