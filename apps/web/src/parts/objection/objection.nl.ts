export const nl = {
  title: 'Bezwaar maken',
  explained: 'Iemand die niet eerder over deze declaratie besloot, kijkt er opnieuw naar.',
  grounds: 'Waarom bent u het er niet mee eens?',
  groundsHint: 'Uw woorden komen in de kluis van de gemeente. Schrijf geen namen of BSN.',
  file: 'Bezwaar versturen',
  filed: 'Uw bezwaar is ontvangen.',
};
