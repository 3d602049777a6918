import { must, storyClock } from '../e2e/story.js';
import { withStory } from './story-app.js';
import type { Visitor } from './visitor.js';

const clock = storyClock('2026-03-02');

withStory('accounts, mandates, rules and staffing, in a browser', clock, (at) => {
  let contracts: Visitor;
  let finance: Visitor;

  beforeAll(async () => {
    const manager = await at.running.as('CONTRACTS', { subject: 'contracts-1' });
    must(await manager.post('/aanbieders', { providerId: 'PASWERK', ownership: 'PRIVATE', validFrom: '2026-01-01' }));
    contracts = await at.signedIn('contracts-1');
    finance = await at.signedIn('finance-1');
  });

  test('an account is registered by contract management and paid on only when somebody of finance confirmed it', async () => {
    await contracts.go('/voorwaarden/aanbieders/PASWERK/rekening');
    await field(contracts, 'Rekeningnummer (IBAN)').fill('NL91 ABNA 0417 1643 01');
    await field(contracts, 'Tenaamstelling').fill('Stichting Paswerk');
    await field(contracts, 'In gebruik vanaf').fill('30-02-2026');
    await button(contracts, 'Vastleggen').click();
    await fault(contracts, 'In gebruik vanaf: schrijf een dag als 31-12-2026.');
    await field(contracts, 'In gebruik vanaf').fill('1-3-2026');
    await button(contracts, 'Vastleggen').click();
    await fault(contracts, 'Rekeningnummer (IBAN): Dit is geen geldig rekeningnummer.');
    expect(await field(contracts, 'In gebruik vanaf').inputValue()).toBe('01-03-2026');
    expect(await contracts.faults()).toEqual([]);
    await contracts.picture('contracts/account-fault');
    await field(contracts, 'Rekeningnummer (IBAN)').fill('NL91 ABNA 0417 1643 00');
    await button(contracts, 'Vastleggen').click();
    await row(contracts, 'NL91••••••••••4300').getByText('wacht').waitFor();
    expect(await button(contracts, 'Bevestigen').count()).toBe(0);

    await finance.go('/financien/te-doen');
    await row(finance, 'NL91••••••••••4300').waitFor();
    await finance.picture('finance/account-to-confirm');
    await finance.page.getByRole('link', { name: 'PASWERK' }).click();
    await button(finance, 'Bevestigen').click();
    const dialog = finance.page.getByRole('dialog');
    await dialog.getByText(/NL91/).first().waitFor();
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/confirm-account');
    await dialog.getByRole('button', { name: 'Bevestigen' }).click();
    await cell(finance, '09-03-2026').waitFor();
    await finance.picture('finance/account-confirmed');
    await finance.go('/financien/te-doen');
    await finance.page.getByText('Alle rekeningen zijn bevestigd.').waitFor();
  });

  test('whoever registered an account does not confirm it, whatever roles they hold', async () => {
    const both = await at.running.as('CONTRACTS', { subject: 'finance-1' });
    const seen = await both.get('/aanbieders/PASWERK');
    const account = { iban: 'DE89370400440532013000', holder: 'Stichting Paswerk', activeFrom: '2026-03-01' };
    const ifMatch = String(seen.headers['etag']);
    must(await both.post('/aanbieders/PASWERK/rekeningen', account, { ifMatch }));
    await finance.go('/voorwaarden/aanbieders/PASWERK');
    await button(finance, 'Bevestigen').click();
    const dialog = finance.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Bevestigen' }).click();
    await dialog.getByRole('alert').getByText('Functiescheiding', { exact: true }).waitFor();
    expect(await finance.faults()).toEqual([]);
    await finance.picture('finance/confirm-account-refused');
  });

  test('a mandate is for days to come, and of staff who may act for another', async () => {
    await contracts.go('/voorwaarden/mandaten');
    await contracts.page.getByText('Er zijn geen mandaten.').waitFor();
    await contracts.page.getByText('Eerste dag waarop het mandaat niet meer geldt.').waitFor(); // It always ends.
    await button(contracts, 'Vastleggen').click();
    await fault(contracts, 'Vul in: Wie afwezig is.');
    await mandate('01-03-2026', '01-04-2026');
    await button(contracts, 'Vastleggen').click();
    await contracts.page.locator('.field-bad').getByLabel('Geldt vanaf').waitFor();
    expect(await contracts.faults()).toEqual([]);
    await contracts.picture('contracts/mandate-fault');
    await mandate('02-03-2026', '01-04-2026');
    await button(contracts, 'Vastleggen').click();
    await row(contracts, 'casemanager-1')
      .getByText(/geldt$/)
      .waitFor();
    await contracts.picture('contracts/mandates');

    // Who has it can do it: the case manager now has the work list of an officer.
    const standIn = await at.signedIn('casemanager-1');
    await standIn.go('/betaalbatches');
    await standIn.page.getByRole('link', { name: 'Nieuwe betaalbatch' }).waitFor();

    // And an auditor reads the same days: until that day, not up to and including it.
    const auditor = await at.signedIn('auditor-1');
    await auditor.go('/verantwoording/toezicht/mandaten');
    await auditor.page.getByRole('columnheader', { name: 'Tot', exact: true }).waitFor();
    await cell(auditor, '01-04-2026').waitFor();
    expect(await auditor.faults()).toEqual([]);
  });

  async function mandate(from: string, to: string): Promise<void> {
    await field(contracts, 'Wie afwezig is').fill('betaalfunctionaris-1');
    await field(contracts, 'Wie handelt').fill('casemanager-1');
    await field(contracts, 'In welke functie').selectOption('OFFICER');
    await field(contracts, 'Geldt vanaf').fill(from);
    await field(contracts, 'Geldt tot').fill(to);
  }

  test('a version of the rules is made active by a decision, from a day to come, if this program knows it', async () => {
    await contracts.go('/voorwaarden/regels');
    await contracts.page.getByText('Er is nog geen andere versie actief gemaakt.').waitFor();
    await rules('NL-RULES@9', '01-05-2026');
    await fault(contracts, /NL-RULES@9/);
    expect(await contracts.faults()).toEqual([]);
    await contracts.picture('contracts/rules-unknown');
    await rules('NL-RULES@1', '01-03-2026');
    await contracts.page.locator('.field-bad').getByLabel('Geldt vanaf').waitFor();
    await rules('NL-RULES@1', '01-05-2026');
    await cell(contracts, 'Collegebesluit 2026/12').waitFor();
    await contracts.picture('contracts/rules');
  });

  async function rules(ruleSet: string, validFrom: string): Promise<void> {
    await field(contracts, 'Versie van de regels').fill(ruleSet);
    await field(contracts, 'Besluit').fill('Collegebesluit 2026/12');
    await field(contracts, 'Geldt vanaf').fill(validFrom);
    await button(contracts, 'Versie actief maken').click();
  }

  test('an auditor asks whether given people can do all that must be done, and for what nobody would be left', async () => {
    const auditor = await at.signedIn('auditor-1');
    await auditor.go('/verantwoording/toezicht/functiescheiding');
    const check = async (...people: readonly string[]): Promise<void> => {
      await field(auditor, 'Medewerkers').fill(people.join('\n'));
      await button(auditor, 'Nagaan').click();
    };
    await check('jan: Betaalfunctionaris', 'piet Betaalfunctionaris');
    await fault(auditor, /^Regel 2 is niet te lezen/);
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/staffing-fault');
    const officers = ['jan: Betaalfunctionaris', 'piet: Betaalfunctionaris', 'joris: Betaalfunctionaris'];
    await check(...officers);
    await auditor.page.getByText('kan niet').first().waitFor();
    await auditor.page
      .getByText(/^Niemand over voor/)
      .first()
      .waitFor();
    await auditor.picture('auditor/staffing-short');
    const approvers = ['an: Tweede fiatteur', 'bo: Tweede fiatteur', 'cas: Tweede fiatteur'];
    await check(...officers, ...approvers, 'eva: Financiën', 'fleur: Contractbeheer', 'guus: Klantmanager');
    await auditor.page
      .getByText(/^Niemand over voor/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await auditor.faults()).toEqual([]);
    await auditor.picture('auditor/staffing');
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));
});

const button = (visitor: Visitor, name: string) => visitor.page.getByRole('button', { name, exact: true });
const field = (visitor: Visitor, name: string) => visitor.page.getByLabel(name, { exact: true });
const cell = (visitor: Visitor, name: string) => visitor.page.getByRole('cell', { name: new RegExp(name) }).first();
const row = (visitor: Visitor, name: string) => visitor.page.getByRole('row').filter({ hasText: name });
const fault = (visitor: Visitor, name: string | RegExp) =>
  visitor.page.getByRole('alert').getByRole('link', { name }).waitFor();
