export const nl = {
  title: 'Verloop',
  drawing: 'Tekening van het verloop; dezelfde gegevens staan in de tabel eronder.',
  asTable: 'Verloop als tabel',
  what: 'Wat',
  from: 'Vanaf',
  to: 'Tot',
  running: 'loopt door',
  employer: (id: string) => `werkgever ${id}`,
  lanes: {
    benefit: 'Uitkering',
    traject: 'Traject',
    job: 'Werk',
    subsidy: 'Loonsubsidie',
    window: 'Duurzaamheidstermijn',
  },
  marks: {
    claim: 'Declaratie ingediend',
    independence: 'Onafhankelijkheidsdatum',
    maturity: 'Termijn vol',
    payment: 'Betaald',
    application: 'Sollicitatie begonnen',
  },
};
