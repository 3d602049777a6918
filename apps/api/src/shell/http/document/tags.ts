/** How the operations are grouped in the document, with what each group is for. */
export const TAGS = {
  dossiers: 'Dossiers van cliënten en de feiten daarin',
  leveringen: 'Feiten in bulk en meldingen van volledigheid',
  voorwaarden: 'Aanbieders, contracten, tarieven en normenkaders',
  claims: 'Declaraties van aanbieders en hun beoordeling',
  fiattering: 'Werkvoorraad, beoordeling en bekendmaking',
  terugvordering: 'Terugvorderingen: voornemen, zienswijze, besluit en afwikkeling',
  bezwaar: 'Bezwaren en de beslissing daarop',
  betalingen: 'Betaalbatches',
  verantwoording: 'Uitleg en herhaling van besluiten',
  privacy: 'Persoonsgegevens in de kluis en hun vernietiging',
  algemeen: 'Soorten problemen',
} as const;

export type Tag = keyof typeof TAGS;
