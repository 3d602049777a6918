export const nl = {
  claims: 'Mijn declaraties',
  title: 'Veel tegelijk aanleveren',
  intro:
    'U levert declaraties of feiten aan in één bestand. U ziet eerst per regel wat ermee zou gebeuren; er wordt dan nog niets vastgelegd. Een foute regel houdt de andere niet tegen.',
  templates: 'Voorbeelden',
  templatesExplained:
    'Een bestand heeft een kopregel met de namen van de kolommen. Het scheidingsteken is een puntkomma. Datums schrijft u als 31-12-2026.',
  saveTemplate: {
    claims: 'Voorbeeld declaraties',
    services: 'Voorbeeld diensten',
    placements: 'Voorbeeld plaatsingen',
  },
  file: 'Bestand',
  fileHint: 'Een CSV-bestand met hoogstens 5000 regels.',
  tooBig: 'Dit bestand is groter dan 5 MB. Splits het.',
  reference: 'Kenmerk van deze levering',
  referenceHint: 'Met hetzelfde kenmerk legt dezelfde levering niets dubbel vast.',
  referenceWrong: 'Gebruik alleen letters, cijfers, punt en streepje.',
  preview: 'De eerste regels van uw bestand',
  rows: (count: number) => (count === 1 ? 'Het bestand heeft 1 regel.' : `Het bestand heeft ${count} regels.`),
};
