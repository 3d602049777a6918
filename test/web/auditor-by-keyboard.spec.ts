import { withDemonstration } from './demonstration.js';
import { Keyboard } from './keyboard.js';
import type { Visitor } from './visitor.js';

withDemonstration('an auditor without a mouse', (at) => {
  let auditor: Visitor;
  let keyboard: Keyboard;

  beforeAll(async () => {
    auditor = await at.visitor();
    keyboard = new Keyboard(auditor.page);
    await auditor.page.goto(at.url);
    await auditor.settled();
    await keyboard.do('Naar de inhoud');
    await keyboard.do('Controleur');
    await auditor.page.locator('.signed-in').waitFor();
    await keyboard.isOn('Werkvoorraad');
  });

  const shows = (text: string | RegExp): Promise<void> => auditor.page.getByText(text).first().waitFor();
  /** Said in the live region, for who does not see it happen. */
  const told = (text: string | RegExp): Promise<void> =>
    auditor.page.locator('output[aria-live]', { hasText: text }).waitFor({ state: 'attached' });

  test('the work list as it stood is looked back at, and left again', async () => {
    await keyboard.do('Kijk terug');
    await keyboard.type('Peildatum', '10-4-2009');
    await keyboard.type('Kennisdatum', '10-4-2009');
    await keyboard.do('Toon');
    await shows('U kijkt naar een stand van toen.');
    await auditor.picture('auditor/keyboard-look-back');
    await keyboard.isOn('Werkvoorraad');
    await keyboard.do('Terug naar nu');
    await auditor.page.getByText('U kijkt naar een stand van toen.').waitFor({ state: 'detached' });
    await keyboard.isOn('Werkvoorraad');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
  });

  test('a claim is opened by its number, compared at two dates, and computed again, down to the proof of an event', async () => {
    await keyboard.backTo('Tijdreis');
    await keyboard.opens('Tijdreis');
    const claimId = (
      await auditor.page
        .getByRole('row', { name: /RANDSTAD/ })
        .getByRole('link')
        .first()
        .innerText()
    ).trim();
    await keyboard.type('Nummer van een declaratie of dossier', 'niets');
    await keyboard.do('Openen');
    await keyboard.isOn('Er is één fout');
    await keyboard.do('Dit is geen nummer');
    await keyboard.isOn('Nummer van een declaratie of dossier');
    await auditor.page.keyboard.press('ControlOrMeta+A');
    await auditor.page.keyboard.type(claimId);
    await keyboard.do('Openen');
    await keyboard.isOn(`Declaratie ${claimId}`);
    await keyboard.type('Peildatum', '10-4-2009');
    await keyboard.type('Kennisdatum', '10-4-2009');
    await keyboard.tick('Vergelijk met een tweede stand');
    await keyboard.type('Peildatum', '1-6-2009');
    await keyboard.type('Kennisdatum', '1-6-2009');
    await keyboard.do('Toon');
    await shows('Verschil tussen de twee standen');
    await keyboard.isOn(`Declaratie ${claimId}`);
    await auditor.picture('auditor/keyboard-compared');
    await keyboard.backTo('Beoordeling 1');
    await keyboard.opens('Beoordeling 1');
    await shows('byte voor byte gelijk aan wat is vastgelegd');
    await keyboard.do('Bewijs van deze beoordeling');
    await shows('Het bewijs klopt.');
    await keyboard.isOn('Declaratie beoordeeld');
    await keyboard.do('Waarmee is nagerekend');
    await shows('Weg naar de wortel');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
    await auditor.picture('auditor/keyboard-proof');
  });

  test('the totals on two days', async () => {
    await auditor.go('/verantwoording/tijdreis');
    await keyboard.do('Alle declaraties op twee momenten');
    await keyboard.opens('Alle declaraties op twee momenten');
    await keyboard.type('Eerste dag', '10-4-2009');
    await keyboard.type('Tweede dag', '1-6-2009');
    await keyboard.do('Vergelijken');
    await auditor.page.getByRole('table', { name: 'Totalen naast elkaar' }).waitFor();
    await keyboard.isOn('Vergelijken');
    await told('De totalen van 10-04-2009 en 01-06-2009 staan naast elkaar.');
    await keyboard.reach('Bewaar deze lijst');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
    await auditor.picture('auditor/keyboard-moments');
  });

  test('the first page of a list keeps the focus that turned to it, and a seal is kept and forgotten', async () => {
    await auditor.go('/verantwoording/grootboek?page=2');
    await keyboard.reach('Vorige', 'Shift+Tab');
    await auditor.page.keyboard.press('Enter');
    await auditor.page.waitForURL(/page=1/);
    await shows('Bladzijde 1 van');
    await keyboard.isOn('Vorige');
    await auditor.go('/verantwoording/grootboek');
    await keyboard.do('Zegels en sleutels');
    await keyboard.opens('Zegels en sleutels');
    await keyboard.do('Bewaar het laatste zegel');
    await told('Het zegel is in deze browser bewaard.');
    await keyboard.isOn('Bewaar het laatste zegel');
    await keyboard.do('Vergeet het bewaarde zegel');
    await told('Het bewaarde zegel is vergeten.');
    await keyboard.isOn('Uw eigen zegel');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
    await auditor.picture('auditor/keyboard-seals');
  });

  test('other terms are tried', async () => {
    await keyboard.backTo('Proefberekening');
    await keyboard.opens('Proefberekening');
    await keyboard.choose('Normenkader B', 'AMS-D7@1');
    await keyboard.type('Peildatum', '1-6-2009');
    await keyboard.type('Kennisdatum', '1-6-2009');
    await keyboard.do('Berekenen');
    await shows('Totalen naast elkaar');
    await keyboard.isOn('Berekenen');
    const saving = auditor.page.waitForEvent('download');
    await keyboard.do('Bewaar als bestand');
    await saving;
    await keyboard.isOn('Bewaar als bestand');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
  });

  test('a sample is drawn and checked to its end', async () => {
    await keyboard.backTo('Steekproeven');
    await keyboard.opens('Steekproeven');
    await keyboard.type('Aantal declaraties', '2');
    await keyboard.do('Aankondigen en trekken');
    await keyboard.isOn('Steekproef van');
    await shows('Bevinding vastleggen');
    await keyboard.choose('Bevinding', 'terecht');
    await keyboard.do('Vastleggen');
    await told('De bevinding is vastgelegd.');
    await shows(/Nog niet alles/);
    await keyboard.isOn('Vastleggen');
    await keyboard.reach('Bevinding', 'Shift+Tab');
    await keyboard.pick('onterecht');
    await keyboard.choose('Reden', 'bewijs ontbreekt');
    await keyboard.do('Vastleggen');
    await shows('Alles is gecontroleerd.');
    await keyboard.isOn('Steekproef van');
    await keyboard.tick('Reken door');
    await shows(/zijn naar verwachting onterecht/);
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
    await auditor.picture('auditor/keyboard-sample');
  });

  test('the lists of supervision are narrowed and saved, and a staffing checked', async () => {
    const supervise = async (name: string): Promise<void> => {
      await keyboard.backTo('Toezicht');
      await keyboard.opens('Toezicht');
      await keyboard.do(name);
      await keyboard.opens(name);
    };
    await supervise('Wie gegevens van cliënten inzag');
    await keyboard.type('Vanaf', '1-2-2009');
    await keyboard.do('Toon');
    await auditor.page.waitForURL(/from=2009-02-01/);
    await keyboard.isOn('Toon');
    await auditor.picture('auditor/keyboard-processing');
    await supervise('Wie wat mocht of niet mocht');
    await auditor.picture('auditor/keyboard-authorisations');
    await supervise('Geweigerde handelingen');
    await keyboard.type('Kenmerk van de medewerker', 'niemand');
    await keyboard.do('Toon');
    await shows('Er is niets geweigerd.');
    await keyboard.isOn('Toon');
    await supervise('Wie mag wat na wie');
    await keyboard.type('Medewerkers', 'jan: Betaalfunctionaris');
    await keyboard.do('Nagaan');
    await shows(/^Niemand over voor/);
    await keyboard.isOn('Nagaan');
    await told(/^Er is niet voor alles iemand/);
    await auditor.picture('auditor/keyboard-staffing');
    await supervise('Mandaten bij afwezigheid');
    await supervise('Vernietigingslijsten');
    expect([...keyboard.unseen, ...(await auditor.faults())]).toEqual([]);
  });

  test('no page complained in the console or asked another host', () => expect(at.complaints).toEqual([]));
});
