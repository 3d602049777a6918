/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { withDemonstration } from './demonstration.js';
import type { Visitor } from './visitor.js';

const PAYSLIP = {
  name: 'loonstrook.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 loon over maart'),
};
const NOTE = { name: 'notitie.txt', mimeType: 'text/plain', buffer: Buffer.from('een eigen notitie') };
const ROWS = [
  'type;dossierRef;contractId;trajectId;jobId;providerReference',
  'SubmitClaim;FILE;K-WERKPLEIN;farid-t1;bulk-j1;WP-BULK-1',
  'SubmitClaim;geen-dossier;K-WERKPLEIN;farid-t1;bulk-j2;WP-BULK-2',
].join('\n');

/** What a press of the button saves. */
const saved = async ({ page }: Visitor, button: string): Promise<{ name: string; bytes: Buffer }> => {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};
const fineOn = async (visitor: Visitor, picture: string): Promise<void> => {
  expect([picture, await visitor.faults()]).toEqual([picture, []]);
  await visitor.picture(picture);
};

withDemonstration('a provider and the client it claims on', (at) => {
  let provider: Visitor;
  let file: string;

  beforeAll(async () => {
    provider = await at.signedIn('werkplein-1');
    file = await fileOf('Farid');
  });

  const fileOf = async (name: string): Promise<string> => {
    type People = { people: { client?: string; label: { nl: string } }[] };
    const { people } = (await (await fetch(`${at.url}/sessie`)).json()) as People;
    return people.find(({ label }) => label.nl.endsWith(name))?.client ?? '';
  };
  test('submits a claim in one form: what is wrong stands at its field, what the contract asks as evidence beside it', async () => {
    const { page } = provider;
    await provider.go('/mijn-declaraties/indienen');
    await page.getByRole('button', { name: 'Indienen' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Vul in: Cliënt en traject.' }).waitFor();
    await page.getByLabel('Cliënt en traject').selectOption(`${file} farid-t1`);
    await page.getByLabel('Bedrag').fill('drieduizend');
    await page.getByRole('button', { name: 'Indienen' }).click();
    await page.getByRole('alert').getByText('Schrijf het bedrag als 3.000,00.').waitFor();
    await fineOn(provider, 'mijn-declaraties/indienen-fout');
    await page.getByLabel('Bedrag').fill('');
    await page.getByLabel('Nummer van het dienstverband').fill('farid-j9');
    await page.getByLabel('Uw eigen kenmerk').fill('WP-2026-1');
    await page.getByText('ontbreekt nog').waitFor();
    await page.getByText('€ 3.000,00').waitFor();
    await page.getByRole('button', { name: 'Indienen' }).click();
    await page.getByRole('heading', { name: 'Uw declaratie is ingediend' }).waitFor();
    await fineOn(provider, 'mijn-declaraties/ingediend');
    const receipt = await saved(provider, 'Ontvangstbewijs downloaden');
    expect(JSON.parse(receipt.bytes.toString())).toMatchObject({ receipt: { type: 'ClaimSubmitted' } });
    await page.getByRole('button', { name: 'Nog een declaratie indienen' }).click();
    await page.getByLabel('Cliënt en traject').selectOption(`${file} farid-t1`);
    await page.getByLabel('Nummer van het dienstverband').fill('farid-j9');
    await page.getByRole('button', { name: 'Indienen' }).click();
    await page.getByText('Deze declaratie hebt u al ingediend').waitFor();
    await fineOn(provider, 'mijn-declaraties/dubbel');
    await page.getByRole('link', { name: /Naar de eerdere declaratie/ }).click();
    await page.getByRole('heading', { name: 'Declaratie WP-2026-1' }).waitFor();
  });

  test('completes it with a document that is kept without its name, beside one that stays its own, and withdraws it', async () => {
    const { page } = provider;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.getByRole('link', { name: 'Bewijs aanvullen' }).click();
    await page.getByLabel('Bestand').setInputFiles({ ...PAYSLIP, buffer: Buffer.from('loon over maart') });
    await page.getByRole('button', { name: 'Versturen' }).click();
    await page.getByText('De inhoud van het bestand past niet bij zijn soort').first().waitFor();
    await fineOn(provider, 'mijn-declaraties/aanvullen-fout');
    await page.getByRole('button', { name: 'loonstrook.pdf weghalen' }).click();
    await page.getByLabel('Bestand').setInputFiles([PAYSLIP, NOTE]);
    await page.getByRole('cell', { name: 'wij bewaren het' }).waitFor();
    await page.getByRole('cell', { name: 'bij u; wij leggen alleen het kenmerk vast' }).waitFor();
    await fineOn(provider, 'mijn-declaraties/aanvullen');
    await page.getByRole('button', { name: 'Versturen' }).click();
    await page.getByRole('heading', { name: 'Declaratie WP-2026-1' }).waitFor();
    await page.locator('.hash').first().waitFor();
    expect(sent.join('')).not.toMatch(/loonstrook\.pdf|notitie/);
    await provider.settled();
    await page.getByRole('cell', { name: 'niet hier bewaard' }).waitFor();
    const kept = await saved(provider, 'Download loonstrook');
    expect(kept.bytes).toEqual(PAYSLIP.buffer);
    expect(kept.name).toMatch(/^loonstrook van \d\d-\d\d-\d{4}\.pdf$/);
    await fineOn(provider, 'mijn-declaraties/declaratie');
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go(`/declaraties/${page.url().split('/').at(-1)}`);
    expect((await saved(officer, 'Download loonstrook')).bytes).toEqual(PAYSLIP.buffer);
    await fineOn(officer, 'declaraties/bewijs');
    await page.getByRole('button', { name: 'Declaratie intrekken' }).click();
    await page.getByRole('dialog').getByLabel('Waarom trekt u haar in?').selectOption('MISTAKE');
    await page.getByRole('dialog').getByRole('button', { name: 'Declaratie intrekken' }).click();
    await page.getByText('U hebt deze declaratie ingetrokken.').waitFor();
  });

  test('looks at a delivery row by row before anything of it is recorded', async () => {
    const { page } = provider;
    await provider.go('/mijn-declaraties/aanleveren');
    const buffer = Buffer.from(ROWS.replace('FILE', file));
    await page.getByLabel('Bestand').setInputFiles({ name: 'november.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Het bestand heeft 2 regels.').waitFor();
    await page.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByRole('heading', { name: 'Wat er zou gebeuren' }).waitFor();
    await page.getByRole('cell', { name: 'wordt vastgelegd' }).waitFor();
    await page.getByRole('cell', { name: 'Dossier: De schrijfwijze klopt niet.' }).waitFor();
    await fineOn(provider, 'mijn-declaraties/aanleveren-bekeken');
    await page.getByLabel('Kenmerk van deze levering').fill('november-2');
    await page.getByRole('heading', { name: 'Wat er zou gebeuren' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByRole('cell', { name: 'wordt vastgelegd' }).waitFor(); // Looking recorded nothing: it is not known already.
    await page.getByRole('button', { name: '1 regel vastleggen' }).click();
    await page.getByRole('heading', { name: 'Wat er is gebeurd' }).waitFor();
    await fineOn(provider, 'mijn-declaraties/aanleveren');
    const report = await saved(provider, 'Verslag opslaan als CSV');
    expect(report.bytes.toString()).toMatch(/1;vastgelegd;[\s\S]*2;geweigerd;/);
    expect(report.name).toBe('november-2.csv');
    await page.getByRole('link', { name: 'november-2' }).click();
    await page.getByRole('heading', { level: 1, name: 'Levering november-2' }).waitFor();
    await page.getByRole('cell', { name: 'Dossier: De schrijfwijze klopt niet.' }).waitFor();
    await fineOn(provider, 'mijn-declaraties/geleverd');
  });

  test('reads a letter on the screen, keeps it as PDF, and keeps the proof of its claim', async () => {
    const { page } = provider;
    await provider.go('/mijn-brieven');
    await page.getByRole('link', { name: 'lager bedrag' }).click();
    await page.locator('.letter h2').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Brief van 27-04-2009: lager bedrag', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Declaratie WP-18' }).waitFor();
    await page.getByText(/^lager bedrag [0-9A-F]{12}$/).waitFor();
    const letter = await saved(provider, 'Downloaden als PDF');
    expect(letter.name).toBe('Toekenning van een lager bedrag 2009-04-27.pdf');
    expect(letter.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await provider.go('/mijn-declaraties');
    const list = await saved(provider, 'Download als spreadsheet (CSV)');
    expect([list.name, list.bytes.toString()]).toEqual([
      expect.stringMatching(/^declaraties-\d{4}-\d\d-\d\d\.csv$/),
      expect.stringContaining('WP-18'),
    ]);
    await page.getByRole('link', { name: 'WP-18' }).click();
    await page.getByText('Plaats in het grootboek').waitFor();
    const proof = await saved(provider, 'Bewijs downloaden');
    expect(JSON.parse(proof.bytes.toString())).toMatchObject({ submission: { type: 'ClaimSubmitted' } });
    expect(provider.complaints).toEqual([]);
  });

  test('the client signs in with the code of a letter, sees who claimed, says what it thinks, and sees who looked', async () => {
    const client = await at.visitor();
    const { page } = client;
    await client.go('/');
    await page.getByLabel('Code uit de brief').fill(await letterCode());
    await page.getByRole('button', { name: 'Mijn dossier openen' }).click();
    await page.getByRole('link', { name: 'WERKPLEIN' }).first().waitFor();
    await client.settled();
    await page.getByText('Met ‘de cliënt’ bent u bedoeld.').waitFor();
    await fineOn(client, 'mijn-dossier/dossier');
    await page.getByRole('link', { name: 'Zeggen of het bedrijf u hielp' }).click();
    await page.getByLabel('Heeft het bedrijf u geholpen?').selectOption('ASSISTED');
    await page.getByLabel('Wilt u er iets over zeggen?').fill('Zij vonden de vacature.');
    await fineOn(client, 'mijn-dossier/verklaring');
    await page.getByRole('button', { name: 'Verklaring versturen' }).click();
    await page.getByRole('cell', { name: 'ja, het bedrijf heeft mij geholpen' }).waitFor();
    await client.go('/mijn-dossier/klacht');
    await page.getByRole('button', { name: 'Klacht versturen' }).click();
    await page.getByRole('alert').getByText('Vul in: Over wie gaat uw klacht?', { exact: true }).waitFor();
    await page.getByLabel('Over wie gaat uw klacht?').selectOption('TRAJECT');
    await page.getByLabel('Waar gaat het over?').selectOption('PROMISE_NOT_KEPT');
    await fineOn(client, 'mijn-dossier/klacht');
    await page.getByRole('button', { name: 'Klacht versturen' }).click();
    await page.getByRole('heading', { name: 'Wat over mij is vastgelegd' }).waitFor();
    await client.settled();
    await fineOn(client, 'mijn-dossier/verloop');
    await client.go('/mijn-dossier');
    await page.getByRole('link', { name: 'Bewijsstukken over u bekijken' }).click();
    await page.getByRole('cell', { name: 'Aanbieder' }).waitFor();
    expect((await saved(client, 'Download loonstrook')).bytes).toEqual(PAYSLIP.buffer);
    await fineOn(client, 'mijn-dossier/bewijsstukken');
    await client.go('/mijn-dossier/inzage');
    await page.getByRole('cell', { name: 'Aanbieder, WERKPLEIN' }).first().waitFor();
    await fineOn(client, 'mijn-dossier/inzage');
    expect(client.complaints).toEqual([]);
  });

  test('the client objects against a decision about itself', async () => {
    const client = await at.signedIn(`client-${file}`, 'en');
    const { page } = client;
    await page.getByRole('link', { name: 'WERKPLEIN' }).last().click();
    await page.getByText('‘The client’ is you.').waitFor();
    await page.getByRole('link', { name: 'Object' }).first().click();
    await page.getByLabel('Why do you not agree?').fill('The amount is wrong.');
    await fineOn(client, 'mijn-dossier/bezwaar');
    await page.getByRole('button', { name: 'Send the objection' }).click();
    await page.getByRole('heading', { name: 'Objections' }).waitFor();
    await client.settled();
    await fineOn(client, 'mijn-dossier/declaratie');
    expect(client.complaints).toEqual([]);
  });

  /** A case manager has a letter with a code made for the client. */
  const letterCode = async (): Promise<string> => {
    const manager = await at.signedIn('casemanager-1');
    return manager.page.evaluate(async (dossierRef) => {
      const headers = { 'x-uitkomst': 'pagina' };
      const answer = await fetch(`/v1/dossiers/${dossierRef}/briefcodes/_vernieuw`, { method: 'POST', headers });
      return ((await answer.json()) as { code: string }).code;
    }, file);
  };
});
