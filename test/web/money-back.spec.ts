import {
  approvedByTwo,
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

withStory('money that must come back, in a browser', clock, (at) => {
  let paid: string;
  let next: string;
  let ofOther: string;

  beforeAll(async () => {
    await setOut(at.running, ['SAGENN', 'AGENS']);
    clock.moveTo('2008-10-10');
    const files: string[] = [];
    for (const [index, provider] of (['SAGENN', 'SAGENN', 'AGENS'] as const).entries())
      files.push(await clientWithJob(at.running, BSNS[index] ?? '', [provider]));
    clock.moveTo('2009-04-10');
    await watermarks(at.running, '2009-04-09');
    const [first = '', second = '', third = ''] = files;
    paid = await claimOn('SAGENN', first);
    next = await claimOn('SAGENN', second);
    ofOther = await claimOn('AGENS', third);
    await releasedBatch(at.running, [paid]);
  });

  async function claimOn(provider: string, file: string): Promise<string> {
    const caller = await at.running.as('PROVIDER', { organisation: provider });
    return must(await caller.post<ClaimBody>('/claims', claimFor(provider, file))).claimId;
  }

  test('finance reads in a statement of account: what was paid, what fits no order, and once is enough', async () => {
    const finance = await at.signedIn('finance-1');
    await finance.go('/financien/bankberichten');
    await button(finance, 'Verwerken').click();
    await says(finance, 'Vul in: Bestand van de bank.');
    const booked = statement('A1', [orderNameOf(paid), '3000.00'], ['vreemdvreemdvreemd01', '12.00']);
    await chooseFile(finance, booked);
    await button(finance, 'Verwerken').click();
    await cell(finance, 'betaald').waitFor();
    await cell(finance, 'onbekend').waitFor();
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/statement');

    await finance.go('/financien/bankberichten');
    await finance.page.getByRole('cell', { name: /^rekeningafschrift/ }).waitFor();
    await finance.picture('finance/bank-messages');
    await chooseFile(finance, booked);
    await button(finance, 'Verwerken').click();
    await finance.page.getByRole('heading', { name: 'Bankbericht A1' }).waitFor();
    await finance.go('/financien/bankberichten');
    await finance.page.getByRole('row').nth(1).waitFor();
    expect(await finance.page.getByRole('row').count()).toBe(2);
  });

  test('a provider gives its view of a clawback once, and cannot withdraw a claim that was paid', async () => {
    await proposeClawback();
    const provider = await at.signedIn('sagenn-1');
    await provider.go(`/mijn-declaraties/${paid}`);
    expect(await button(provider, 'Declaratie intrekken').count()).toBe(0);
    await provider.page.getByRole('link', { name: 'Zienswijze geven' }).click();
    await says(provider, '29-04-2009');
    await provider.page.getByLabel('Bent u het ermee eens?').selectOption('DISPUTES');
    expect(await provider.faults()).toEqual([]);
    await provider.picture('mijn-declaraties/zienswijze');
    const asked = provider.page.url();
    await button(provider, 'Versturen').click();
    await provider.page.getByRole('heading', { name: `Declaratie ${paid}` }).waitFor();
    await cell(provider, 'gegeven').waitFor();
    await provider.picture('mijn-declaraties/zienswijze-gegeven');
    await provider.page.goto(asked);
    await says(provider, 'U hebt uw zienswijze al gegeven.');
    expect(await button(provider, 'Versturen').count()).toBe(0);
  });

  test('the second approver of the payment may not decide on the clawback; another does, after the term for a view', async () => {
    const involved = await at.signedIn('approver2-1');
    await openFirst(involved);
    await says(involved, /U mag hierover niet besluiten: u fiatteerde of betaalde/);
    expect(await button(involved, 'Besluiten over de terugvordering').count()).toBe(0);
    expect(await involved.faults()).toEqual([]);
    await involved.picture('officer/clawback-barred');
    const early = await at.signedIn('approver2-2');
    await decide(early);
    await early.page
      .getByRole('dialog')
      .getByText(/29-04-2009/)
      .waitFor(); // Its view is in, but its term still runs.
    await early.picture('officer/clawback-too-early');
    clock.moveTo('2009-04-30');
    const later = await at.signedIn('approver2-2');
    await decide(later);
    await later.page
      .locator('dd')
      .getByText(/besloten$/)
      .waitFor();
  });

  test('an officer sets a part off against a line of the same provider, no more than is owed, before another releases', async () => {
    await approvedByTwo(at.running, [next, ofOther]);
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go('/betaalbatches/nieuw');
    await officer.page.getByRole('link', { name: next }).waitFor();
    await button(officer, 'Klaarzetten').click();
    await says(officer, /Klaargezet door/);
    await officer.page.getByRole('heading', { name: /^Betaalbatch van \d\d-\d\d-2009$/, level: 1 }).waitFor();
    await button(officer, `Regel ${ofOther} verrekenen`).click();
    const dialog = officer.page.getByRole('dialog');
    await dialog.getByText('Er staat geen besloten terugvordering open van AGENS.').waitFor();
    expect(await officer.faults()).toEqual([]);
    await officer.picture('officer/offset-nothing-owed');
    await dialog.getByRole('button', { name: 'Sluiten' }).click();

    await button(officer, `Regel ${next} verrekenen`).click();
    await dialog.getByLabel('Te verrekenen bedrag').fill('3.000,00');
    await dialog.getByRole('button', { name: 'Verrekenen' }).click();
    await dialog.getByRole('link', { name: /hoogstens €\s2\.999,99/ }).waitFor();
    expect(await officer.faults()).toEqual([]);
    await officer.picture('officer/offset-too-much');
    await dialog.getByLabel('Te verrekenen bedrag').fill('500');
    await dialog.getByRole('button', { name: 'Verrekenen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await officer.page.getByRole('link', { name: /−€\s500,00/ }).waitFor();
    await says(officer, /5\.500,00/);
    expect(await officer.faults()).toEqual([]);
    await officer.picture('officer/offset');

    await button(officer, `Regel ${next} verrekenen`).click();
    await dialog.getByLabel('Te verrekenen bedrag').fill('100');
    await dialog.getByRole('button', { name: 'Verrekenen' }).click();
    await dialog.getByRole('alert').waitFor(); // Once in a batch: what is set off is not changed under the payer's eyes.
    await officer.page.keyboard.press('Escape');

    const payer = await at.signedIn('betaalfunctionaris-2');
    await payer.go('/betaalbatches/nieuw');
    await says(payer, /geen gefiatteerde declaraties die niet al in een betaalbatch staan/);
    await payer.go(new URL(officer.page.url()).pathname);
    await button(payer, 'Vrijgeven').click();
    await payer.page.getByRole('dialog').getByRole('button', { name: 'Vrijgeven' }).click();
    await cell(payer, 'opgedragen').waitFor();
    await button(payer, 'Betaalbestand maken').click();
    await button(payer, 'Betaalbestand opslaan').waitFor();
    await payer.picture('officer/batch-exported');
  });

  test('what was set off is settled by the bank, what comes back on an invoice by finance, and no more than is owed', async () => {
    const finance = await at.signedIn('finance-1');
    await finance.go('/financien/bankberichten');
    await chooseFile(finance, statement('A2', [orderNameOf(next), '2500.00'], [orderNameOf(ofOther), '3000.00']));
    await button(finance, 'Verwerken').click();
    await cell(finance, 'betaald').waitFor();
    await finance.go('/financien/te-doen');
    await finance.page.getByRole('cell', { name: /€\s2\.500,00/ }).waitFor();
    await button(finance, 'Afwikkelen').click();
    const dialog = finance.page.getByRole('dialog');
    await dialog.getByLabel('Hoeveel kwam terug').fill('veel');
    await dialog.getByLabel('Op welke dag').fill('31-02-2009');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByRole('link', { name: 'Op welke dag: schrijf een dag als 31-12-2026.' }).waitFor();
    await dialog.getByRole('link', { name: /schrijf een bedrag als.*hoogstens €\s2\.500,00/ }).waitFor();
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/settle-faults');
    await dialog.getByLabel('Op welke dag').fill('1-5-2010');
    await dialog.getByLabel('Hoeveel kwam terug').fill('2.500,01');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByRole('link', { name: /hoogstens €\s2\.500,00/ }).waitFor();
    await dialog.getByLabel('Hoeveel kwam terug').fill('1.000');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByRole('link', { name: 'Op welke dag: Deze dag of periode kan hier niet.' }).waitFor();
    await dialog.getByLabel('Op welke dag').fill('30-04-2009');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await finance.page.getByRole('cell', { name: /€\s1\.500,00/ }).waitFor();
    await finance.picture('finance/to-do');
  });

  test('finance settles on the page of the clawback as well: what was set off only as the batch says', async () => {
    const finance = await at.signedIn('finance-1');
    await openFirst(finance);
    expect(await button(finance, 'Afboeken').count()).toBe(0);
    await says(finance, /Afboeken doet een tweede fiatteur die niet heeft gefiatteerd of betaald/);
    await button(finance, 'Afwikkelen').click();
    const dialog = finance.page.getByRole('dialog');
    await dialog.getByLabel('Hoe kwam het terug').selectOption('OFFSET');
    await dialog.getByLabel('Op welke dag').fill('30-04-2009');
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByRole('link', { name: 'Vul in: In welke betaalbatch.' }).waitFor();
    const batches = dialog.getByLabel('In welke betaalbatch');
    expect(await batches.locator('option').nth(1).innerText()).toMatch(/^van \d\d-\d\d-2009, nummer /);
    await batches.selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByRole('link', { name: /precies dit bedrag niet op deze terugvordering verrekend/ }).waitFor(); // It set off € 500, not all that is left.
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/settle-offset');
  });

  test('a second approver who neither approved nor paid writes off what is left; the page says who did what, and why', async () => {
    const involved = await at.signedIn('approver2-1');
    await openFirst(involved);
    await says(involved, /U mag niet afboeken: u fiatteerde of betaalde/);
    expect(await button(involved, 'Afboeken').count()).toBe(0);
    const approver = await at.signedIn('approver2-2');
    await openFirst(approver);
    await approver.page.getByRole('heading', { name: /^Terugvordering van €\s3\.000,00, voorgenomen op/ }).waitFor();
    await approver.picture('officer/clawback-decided');
    await button(approver, 'Afboeken').click();
    const dialog = approver.page.getByRole('dialog');
    await dialog.getByText(/€\s1\.500,00/).waitFor();
    expect(await approver.faults()).toEqual([]);
    await approver.picture('officer/write-off');
    await dialog.getByRole('button', { name: 'Afboeken' }).click();
    await dialog.waitFor({ state: 'detached' });
    await approver.page.locator('dd').getByText('afgewikkeld').waitFor();
    const steps = approver.page.getByRole('table', { name: 'Wat is besloten en wat kwam terug' }).getByRole('row');
    await steps.nth(4).waitFor();
    expect(await steps.allInnerTexts()).toEqual([
      expect.anything(),
      expect.stringMatching(/besloten terug te vorderen.*approver2-2.*Gezien in het dossier.*3\.000,00/s),
      expect.stringMatching(/verrekend met een betaling.*finance-1.*batch\..*500,00/s),
      expect.stringMatching(/terugbetaald op een factuur.*finance-1.*1\.000,00/s),
      expect.stringMatching(/afgeboekt.*approver2-2.*1\.500,00/s),
    ]);
    expect(await approver.faults()).toEqual([]);
    await approver.picture('officer/clawback-settled');
    await approver.speak('English');
    expect(await approver.faults()).toEqual([]);
    await approver.picture('officer/clawback-settled-en');
    const finance = await at.signedIn('finance-1');
    await finance.go('/financien/te-doen');
    await says(finance, 'Er staan geen terugvorderingen open.');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));

  /** Welfare again within the term, and the letter about it released after the quiet days. */
  async function proposeClawback(): Promise<void> {
    const [personRef = ''] = paid.split('.');
    const relapse = { type: 'BenefitGranted', benefitId: 'B2', kind: 'BIJSTAND', validFrom: '2009-01-05' };
    const origin = { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
    must(await (await at.running.as('BENEFITS')).post(`/dossiers/${personRef}/feiten`, { ...relapse, ...origin }));
    clock.moveTo('2009-04-15');
    const officer = await at.running.as('OFFICER', { subject: 'betaalfunctionaris-1' });
    type Found = { readonly results: readonly { readonly proposalId: string }[] };
    const { results } = must(await officer.get<Found>(`/claims/${paid}/terugvorderingen`), 200);
    const notice = { subjectEventId: results[0]?.proposalId, letterId: 'L1' };
    must(await officer.post(`/claims/${paid}/bekendmakingen`, notice));
  }
});

async function openFirst(visitor: Visitor): Promise<void> {
  await visitor.go('/terugvorderingen');
  await visitor.page.locator('tbody a').first().click();
}

async function decide(visitor: Visitor): Promise<void> {
  await openFirst(visitor);
  await button(visitor, 'Besluiten over de terugvordering').click();
  await visitor.page.getByLabel('Besluit', { exact: true }).selectOption('RECLAIM');
  await visitor.page.getByLabel('Op welke grond').selectOption('SEEN_IN_FILE');
  await button(visitor, 'Vastleggen').click();
}

const button = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name, exact: true });
const cell = (visitor: Visitor, name: string) => visitor.page.getByRole('cell', { name: new RegExp(name) }).first();
const says = (visitor: Visitor, text: string | RegExp) => visitor.page.getByText(text).first().waitFor();
const chooseFile = (visitor: Visitor, content: string) =>
  visitor.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bank.xml', mimeType: 'application/xml', buffer: Buffer.from(content) });

/** Bookings of one day: the name of the order, and euros. */
const statement = (name: string, ...bookings: readonly (readonly [endToEndId: string, euros: string])[]): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${name}</MsgId><CreDtTm>2009-04-10T20:00:00Z</CreDtTm></GrpHdr><Stmt><Id>${name}</Id>${bookings
    .map(
      ([endToEndId, euros]) =>
        `<Ntry><Amt Ccy="EUR">${euros}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2009-04-10</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`,
    )
    .join('')}</Stmt></BkToCstmrStmt></Document>`;
