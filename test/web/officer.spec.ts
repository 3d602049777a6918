import { PRESETS } from '@uitkomst/domain';
import type { RunningApp } from '../e2e/running-app.js';
import { BSNS, claimFor, clientWithJob, confirmedAccount, must, setOut, storyClock, watermarks } from '../e2e/story.js';
import { Keyboard } from './keyboard.js';
import { withStory } from './story-app.js';
import { TOUR_MS, type Visitor } from './visitor.js';

const clock = storyClock('2004-01-05');
const PAYSLIP = { id: '00000000-0000-4000-8000-000000002008', kind: 'PAYSLIP', sha256: 'c'.repeat(64) };

/** A provider whose contract asks for a payslip with each claim. */
async function contractWithPayslip(running: RunningApp, providerId: string): Promise<void> {
  const contracts = await running.as('CONTRACTS');
  const since = { validFrom: '2004-01-01' };
  must(
    await contracts.post('/normenkaders/NL-LOONSTROOK/versies', {
      version: 1,
      parameters: { ...PRESETS.get('NL-STD@1')?.parameters, requiredEvidence: ['PAYSLIP'] },
      text: 'Als het standaardkader, met een loonstrook.',
      decisionRef: 'Raadsbesluit 2003/118',
      ...since,
    }),
  );
  must(await contracts.post('/aanbieders', { providerId, ownership: 'PRIVATE', ...since }));
  await confirmedAccount(running, providerId);
  const contractId = `K-${providerId}`;
  const contract = {
    contractId,
    providerId,
    definitionSetId: 'NL-LOONSTROOK',
    fourEyesThresholdCents: 250_000,
    ...since,
  };
  const made = etagOfMade(await contracts.post('/contracten', contract));
  const tariff = { milestone: 'SUSTAINED', cents: 300_000, ...since };
  must(await contracts.post(`/contracten/${contractId}/tarieven`, tariff, { ifMatch: made }));
}

const etagOfMade = (answer: Awaited<ReturnType<Awaited<ReturnType<RunningApp['as']>>['post']>>): string => {
  must(answer);
  return String(answer.headers['etag']);
};

withStory('the whole job of officers, in a browser', clock, (at) => {
  beforeAll(async () => {
    await setOut(at.running, ['SAGENN', 'AGENS']);
    await contractWithPayslip(at.running, 'WERKPLEIN');
  });

  /** From signing in to the approval without a mouse, seeing all the way where the focus is. */
  async function approveByKeyboard(person: string, claimId: string, outcome: string): Promise<void> {
    const visitor = await at.visitor();
    const { page } = visitor;
    const keyboard = new Keyboard(page);
    await page.goto(at.url);
    await visitor.settled();
    await keyboard.do('Naar de inhoud');
    await keyboard.do(person);
    await page.locator('.signed-in').waitFor();
    await focusIsOn(visitor, 'Werkvoorraad');
    await page.getByRole('link', { name: claimId }).waitFor();
    await keyboard.do('Naar de lijst');
    await keyboard.do(claimId);
    await focusIsOn(visitor, `Declaratie ${claimId}`);
    await says(visitor, 'De bonus is verdiend: de declaratie is toekenbaar.');
    await keyboard.do('Fiatteren');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('€ 3.000,00').waitFor();
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('officer/approve');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIsOn(visitor, 'Fiatteren');
    await page.keyboard.press('Enter');
    await dialog.getByText('€ 3.000,00').waitFor();
    await keyboard.do('Fiatteren');
    await says(visitor, outcome);
    await focusIsOn(visitor, `Declaratie ${claimId}`);
    expect(keyboard.unseen).toEqual([]);
    await visitor.close();
  }

  async function claimOf(providerId: string, dossierRef: string): Promise<string> {
    const provider = await at.running.as('PROVIDER', { organisation: providerId });
    return must(await provider.post<{ readonly claimId: string }>('/claims', claimFor(providerId, dossierRef))).claimId;
  }

  test(
    'a claim is completed, matures, is approved by two, paid in a batch, and reclaimed when a subsidy comes to light',
    async () => {
      clock.moveTo('2008-10-06');
      const dossierRef = await clientWithJob(at.running, BSNS[0], ['WERKPLEIN']);
      const claimId = await claimOf('WERKPLEIN', dossierRef);

      let officer = await at.signedIn('betaalfunctionaris-1');
      await officer.page.getByRole('link', { name: claimId }).click();
      await says(officer, 'Er kan nog niet worden beslist.');
      await says(officer, /loonstrook/i);
      await officer.picture('officer/claim-incomplete');

      const provider = await at.running.as('PROVIDER', { organisation: 'WERKPLEIN' });
      const ifMatch = String((await provider.get(`/claims/${claimId}`)).headers['etag']);
      must(await provider.post(`/claims/${claimId}/aanvullingen`, { evidence: [PAYSLIP] }, { ifMatch }));
      clock.moveTo('2009-04-10');
      await watermarks(at.running, '2009-04-09');
      officer = await at.signedIn('betaalfunctionaris-1');
      await officer.go(`/declaraties/${claimId}`);
      await factsOfPassedRules(officer);
      await approveByKeyboard('Betaalfunctionaris 1', claimId, 'eerste fiat gegeven');
      await approveByKeyboard('Tweede fiatteur 1', claimId, 'gefiatteerd');

      officer = await at.signedIn('betaalfunctionaris-1');
      await officer.go('/betaalbatches/nieuw');
      await officer.page.getByRole('link', { name: claimId }).waitFor();
      await officer.picture('officer/batch-prepare');
      await button(officer, 'Klaarzetten').click();
      await says(officer, /Klaargezet door/);
      const batchPath = new URL(officer.page.url()).pathname;
      await button(officer, 'Vrijgeven').click();
      await says(officer, /U mag dit niet: u hebt de batch klaargezet/);
      expect(await officer.faults()).toEqual([]);

      const payer = await at.signedIn('betaalfunctionaris-2');
      await payer.go(batchPath);
      await button(payer, 'Vrijgeven').click();
      await payer.page.getByRole('dialog').getByRole('button', { name: 'Vrijgeven' }).click();
      await says(payer, 'opgedragen');
      await payer.picture('officer/batch-released');
      await paidByBank(batchPath.split('/').at(-1) ?? '', claimId);
      await payer.go(`/declaraties/${claimId}`);
      await says(payer, 'betaald');

      clock.moveTo('2009-06-10');
      const benefits = await at.running.as('BENEFITS');
      must(
        await benefits.post(`/dossiers/${dossierRef}/feiten`, {
          type: 'JobSubsidyStarted',
          fundingId: 'L1',
          jobId: 'J1',
          payer: 'VOORBEELDSTAD',
          scheme: 'LOONKOSTENSUBSIDIE',
          validFrom: '2008-09-01',
          source: { system: 'GWS4ALL' },
          assurance: 'AUTHORITATIVE',
        }),
      );
      officer = await at.signedIn('betaalfunctionaris-1');
      await officer.page.getByRole('link', { name: claimId }).click();
      await says(officer, /er moet geld terug/);
      await officer.picture('officer/claim-clawback');

      clock.moveTo('2009-06-16');
      officer = await at.signedIn('betaalfunctionaris-1');
      await button(officer, '1 bekendmaking vrijgeven').click();
      await officer.page.getByRole('dialog').getByRole('button', { name: 'Vrijgeven' }).click();
      await officer.page.getByRole('cell', { name: 'vrijgegeven' }).waitFor();

      clock.moveTo('2009-07-06');
      const decider = await at.signedIn('approver2-2');
      await decider.go('/terugvorderingen');
      await decider.page.locator('tbody a').first().click();
      await button(decider, 'Besluiten over de terugvordering').click();
      await decider.page.waitForFunction(() => document.activeElement?.id === 'field-decision');
      await decider.page.getByLabel('Besluit', { exact: true }).selectOption('RECLAIM');
      await decider.page.getByLabel('Op welke grond').selectOption('SEEN_IN_FILE');
      expect(await decider.faults()).toEqual([]);
      await button(decider, 'Vastleggen').click();
      await says(decider, 'besloten');
      await decider.picture('officer/clawback-decided');
    },
    TOUR_MS,
  );

  test('two providers claim one outflow: an officer weighs them side by side and divides it to the cent', async () => {
    clock.moveTo('2009-08-03');
    await watermarks(at.running, '2009-08-02');
    const dossierRef = await clientWithJob(at.running, BSNS[1], ['SAGENN', 'AGENS']);
    const claimId = await claimOf('SAGENN', dossierRef);
    await claimOf('AGENS', dossierRef);
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go(`/declaraties/${claimId}`);
    await officer.page.getByRole('link', { name: 'Alle declaraties van deze cliënt naast elkaar' }).click();
    await says(officer, 'Nog niet toegerekend.');
    await officer.picture('officer/rivals');
    await button(officer, 'Toerekenen').click();
    await officer.page.getByLabel('Aandeel van SAGENN').fill('66,67');
    await button(officer, 'Toerekening vastleggen').click();
    await says(officer, 'De aandelen moeten samen precies 100,00 % zijn.');
    await officer.page.getByLabel('Aandeel van AGENS').fill('33,33');
    await officer.page.getByLabel('Op welke grond').selectOption('SERVICES_WEIGHED');
    await says(officer, /2\.000,10/);
    expect(await officer.faults()).toEqual([]);
    await button(officer, 'Toerekening vastleggen').click();
    await says(officer, /SAGENN 66,67/);
  });

  test('a decision that changes while an officer looks is told, and cannot be approved unseen', async () => {
    clock.moveTo('2009-09-01');
    await watermarks(at.running, '2009-08-31');
    const dossierRef = await clientWithJob(at.running, BSNS[2], ['SAGENN']);
    const claimId = await claimOf('SAGENN', dossierRef);
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go(`/declaraties/${claimId}`);
    await button(officer, 'Fiatteren').click();
    const benefits = await at.running.as('BENEFITS');
    const granted = { type: 'BenefitGranted', benefitId: 'B2', kind: 'BIJSTAND', validFrom: '2008-12-01' };
    const sure = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
    must(await benefits.post(`/dossiers/${dossierRef}/feiten`, { ...granted, ...sure }));
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByText('De beoordeling is veranderd terwijl u keek').waitFor();
    expect(await dialog.getByRole('button', { name: 'Fiatteren' }).count()).toBe(0);
    await officer.picture('officer/overtaken');
    expect(await officer.faults()).toEqual([]);
  });

  test('a refused approval is lifted by another officer, and until then nobody is told that all is well', async () => {
    clock.moveTo('2009-09-01');
    await watermarks(at.running, '2009-08-31');
    const claimId = await claimOf('SAGENN', await clientWithJob(at.running, BSNS[3], ['SAGENN']));
    const refuser = await at.signedIn('betaalfunctionaris-1');
    await refuser.go(`/declaraties/${claimId}`);
    await button(refuser, 'Fiat weigeren').click();
    await refuser.page.getByLabel('Op welke grond').selectOption('SEEN_IN_FILE');
    await button(refuser, 'Weigeren').click();
    await says(refuser, 'Een andere medewerker moet de weigering van het fiat beoordelen.');
    expect(await refuser.page.getByText(/De bonus is verdiend|is niets meer nodig/).count()).toBe(0);

    const other = await at.signedIn('betaalfunctionaris-2');
    await other.go(`/declaraties/${claimId}`);
    await button(other, 'Beoordeling afdoen').click();
    const dialog = other.page.getByRole('dialog');
    await dialog.getByLabel('De fiattering is geweigerd; een andere medewerker beoordeelt.').waitFor();
    const answers = await dialog.getByLabel('Uw oordeel').locator('option').allInnerTexts();
    expect(answers).toEqual(['Kies…', 'Staat niet in de weg']);
    await dialog.getByLabel('Uw oordeel').selectOption('CLOSED');
    await dialog.getByLabel('Op welke grond').selectOption('SEEN_IN_FILE');
    expect(await other.faults()).toEqual([]);
    await other.picture('officer/refusal-to-lift');
    await dialog.getByRole('button', { name: 'Afdoen' }).click();
    await says(other, 'De bonus is verdiend: de declaratie is toekenbaar.');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));

  /** Finance makes the file, and the bank says it paid. */
  async function paidByBank(batchId: string, claimId: string): Promise<void> {
    const finance = await at.running.as('FINANCE');
    must(await finance.post(`/betaalbatches/${batchId}/betaalbestand`, {}));
    const endToEndId = `${claimId.replace('.', '')}01`;
    const answer = await at.running.app.http.inject({
      method: 'POST',
      url: '/v1/bankberichten',
      headers: {
        authorization: `Bearer ${finance.token}`,
        'content-type': 'application/xml',
        'idempotency-key': 'bank',
      },
      payload: `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>S</MsgId><CreDtTm>2009-04-10T07:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${batchId}</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`,
    });
    expect(answer.statusCode).toBe(202);
  }
});

/** A rule that was passed shows what it rests on with both days, and leads to the event; what only absence speaks for says so. */
async function factsOfPassedRules(officer: Visitor): Promise<void> {
  const { page } = officer;
  await page
    .getByText(/^Regels waaraan is voldaan of die niet gelden/)
    .first()
    .click();
  const row = (rule: string) => page.getByRole('row', { name: new RegExp(`^${rule} voldaan`) });
  const ended = row('R10').getByRole('listitem');
  expect(await ended.innerText()).toMatch(
    /^Uitkering beëindigd 01-09-2008\s+Uitkeringsadministratie \(GWS4all\) · .*· Vastgelegd \d\d-\d\d-2008 /,
  );
  expect(await row('R1').innerText()).toMatch(/Traject toegewezen[^]*Contract/);
  expect(await row('R36').innerText()).toContain('Er is niets vastgelegd dat ertegen spreekt.');
  expect(await officer.faults()).toEqual([]);
  await officer.picture('officer/rules-passed');
  await ended.getByRole('link').click();
  const told = page.locator('[id^="gebeurtenis-"]:focus');
  await told.waitFor();
  expect(await told.innerText()).toContain('Uitkering beëindigd');
  expect(await page.getByRole('table').last().innerText()).not.toMatch(/\b(SYSTEM|PROVIDER)\b/);
}

const button = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name, exact: true });

const says = (visitor: Visitor, text: string | RegExp) => visitor.page.getByText(text).first().waitFor();

/** The heading after navigation, a button after its dialog. */
const focusIsOn = (visitor: Visitor, name: string) =>
  visitor.page.waitForFunction((text) => document.activeElement?.textContent?.trim() === text, name);
