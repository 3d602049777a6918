import { withDemonstration } from './demonstration.js';

withDemonstration('Anja, whom two companies claim', (at) => {
  test('an officer finds her claim and reads side by side why neither company earned the bonus', async () => {
    const officer = await at.signedIn('betaalfunctionaris-1');
    await officer.go('/werkvoorraad?scope=all&providerId=RANDSTAD');
    await officer.page.getByRole('row', { name: 'RANDSTAD' }).getByRole('link').first().click();
    await officer.settled();
    await officer.page.getByRole('link', { name: 'Alle declaraties van deze cliënt naast elkaar' }).click();
    await officer.page.getByRole('columnheader', { name: 'UWV-RIB' }).waitFor();
    await officer.settled();
    const row = officer.page.getByRole('row');
    const [randstad = '', uwv = ''] = await row.filter({ hasText: 'Status' }).first().locator('td').allInnerTexts();
    expect(randstad).toContain('De sollicitatie begon op 18-08-2008, vóór de intake op 01-09-2008. (R30)');
    expect(uwv).toContain('De gemeente heeft deze cliënt niet bij deze aanbieder geplaatst. (R2)');
    expect(uwv).not.toContain('R30');
    const intake = await row.filter({ hasText: 'Intake' }).last().locator('td').allInnerTexts();
    expect(intake).toEqual(['01-09-2008', '–']);
    await officer.page.getByText('Melding van andere financier').first().waitFor();
    expect(await officer.faults()).toEqual([]);
    await officer.picture('officer/anja-side-by-side');
    expect(officer.complaints).toEqual([]);
  });
});
