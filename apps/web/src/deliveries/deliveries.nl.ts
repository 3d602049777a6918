export const nl = {
  title: 'Levering inlezen',
  delivered: 'Leveringen',
  explained:
    'Kies een bestand met feiten. U ziet eerst per regel wat ermee zou gebeuren; er wordt dan nog niets vastgelegd. Een slechte regel houdt de andere niet tegen.',
  system: 'Uit welke administratie',
  deliveryId: 'Kenmerk van de levering',
  deliveryIdHint: 'Letters, cijfers en de tekens _ . - Bijvoorbeeld GWS-2026-11.',
  file: 'Bestand',
  fileHint:
    'CSV met een kopregel: type, bsn of dossierRef, en de velden van het feit. Data als dd-mm-jjjj, lijsten met | ertussen.',
  examples: 'Voorbeelden',
  examplesExplained:
    'Een voorbeeld per soort levering, met de kolommen die nodig zijn. Vul in plaats van abcdefghijklm het dossier van de cliënt in, of zet een kolom bsn in plaats van dossierRef. Bedragen staan in centen.',
  saveExample: {
    benefits: 'Voorbeeld uitkeringen',
    subsidies: 'Voorbeeld loonkostensubsidies',
    jobs: 'Voorbeeld gekoppelde dienstverbanden',
    costs: 'Voorbeeld kosten',
  },
  exampleFile: {
    benefits: 'voorbeeld-uitkeringen',
    subsidies: 'voorbeeld-loonkostensubsidies',
    jobs: 'voorbeeld-dienstverbanden',
    costs: 'voorbeeld-kosten',
  },
  completeThrough: 'Volledig tot en met',
  completeHint: 'Alleen als de administratie met dit bestand volledig is tot en met een dag.',
  completeness: 'Volledigheid van administraties',
  completenessExplained:
    'Een declaratie wordt pas beslist als de administraties die nodig zijn, volledig zijn tot en met de dag waar het om gaat.',
  noWatermarks: 'Van nog geen administratie is gemeld hoe ver zij volledig is.',
  tellComplete: 'Volledigheid melden',
  tell: 'Melden',
  watermarkTold: 'De volledigheid is vastgelegd.',
};
