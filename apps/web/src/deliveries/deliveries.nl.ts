export const nl = {
  title: 'Levering inlezen',
  explained:
    'Kies een bestand met feiten. U ziet eerst per regel wat ermee zou gebeuren; er wordt dan nog niets vastgelegd. Een slechte regel houdt de andere niet tegen.',
  system: 'Uit welke administratie',
  deliveryId: 'Kenmerk van de levering',
  deliveryIdHint: 'Letters, cijfers en de tekens _ . - Bijvoorbeeld GWS-2026-11.',
  file: 'Bestand',
  fileHint:
    'CSV met een kopregel: type, bsn of dossierRef, en de velden van het feit. Data als dd-mm-jjjj, lijsten met | ertussen.',
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
