export const nl = {
  record: 'Vastleggen',
  settle: 'Afwikkelen',
  settleTitle: 'Terugvordering afwikkelen',
  settled: 'De afwikkeling is vastgelegd.',
  outstanding: 'Nog open',
  method: 'Hoe kwam het terug',
  methods: { INVOICE: 'betaald op een factuur', OFFSET: 'verrekend in een betaalbatch' },
  methodExplained: {
    INVOICE: 'Leg vast wat de aanbieder terugbetaalde. Dat mag in delen.',
    OFFSET:
      'Verrekenen doet een betaalfunctionaris in de betaalbatch. Het wordt vanzelf vastgelegd zodra de bank die regel betaalde; leg het alleen zelf vast als dat uitbleef.',
  },
  batch: 'In welke betaalbatch',
  batchHint: 'Alleen een batch waarin dit bedrag op deze terugvordering is verrekend en die de bank betaalde.',
  batchOf: (day: string, number: string) => `van ${day}, nummer ${number}`,
  noBatch: 'Er is nog geen betaalbatch uitgevoerd.',
  choose: 'Maak een keuze',
  cameBack: 'Hoeveel kwam terug',
  amountHint: 'In euro’s, bijvoorbeeld 1.234,50. Een deel mag ook.',
  wrongAmount: (most: string) =>
    `Hoeveel kwam terug: schrijf een bedrag als 1.234,50, meer dan nul en hoogstens ${most}.`,
  settledOn: 'Op welke dag',
};
