/** The words of a letter besides its reasons. Clauses and parameters as in the other sentences; never a name, a BSN or a rival. */
export const LETTER_NL = {
  TITLE_POSITIVE: 'Toekenning van uw declaratie',
  TITLE_REJECTED: 'Afwijzing van uw declaratie',
  TITLE_REDUCED: 'Toekenning van een lager bedrag',
  TITLE_INCOMPLETE: 'Verzoek om bewijsstukken',
  TITLE_REVIEW: 'Verzoek om informatie',
  TITLE_CLAWBACK_PROPOSED: 'Voornemen tot terugvordering',
  TITLE_CLAWBACK_DECIDED: 'Besluit tot terugvordering',
  TITLE_EXPIRED: 'Uw declaratie is verlopen',
  TITLE_OBJECTION_DECIDED: 'Beslissing op bezwaar',

  NAME_POSITIVE: 'toekenning',
  NAME_REJECTED: 'afwijzing',
  NAME_REDUCED: 'lager bedrag',
  NAME_INCOMPLETE: 'verzoek om bewijs',
  NAME_REVIEW: 'verzoek om inlichtingen',
  NAME_CLAWBACK_PROPOSED: 'voornemen tot terugvordering',
  NAME_CLAWBACK_DECIDED: 'besluit tot terugvordering',
  NAME_EXPIRED: 'termijn verstreken',
  NAME_OBJECTION_DECIDED: 'beslissing op bezwaar',

  MUNICIPALITY: 'Gemeente',
  MUNICIPALITY_BY_CODE: 'gemeente {no}',
  ADDRESSEE: 'Aan',
  THE_CLIENT: 'de cliënt over wie de declaratie gaat',
  DATE: 'Datum',
  LETTER: 'Kenmerk van deze brief',
  CLAIM: 'Nummer van de declaratie',
  YOUR_REFERENCE: 'Uw kenmerk',
  CLAWBACK: 'Nummer van de terugvordering',
  OBJECTION: 'Nummer van het bezwaar',
  SUBMITTED: 'Ingediend op',
  CONTRACT: 'Contract',
  DEFINITION: 'Normenkader',

  POSITIVE: 'Uw declaratie voldoet aan de voorwaarden. Het bedrag is vastgesteld op {amount}.',
  PAID: 'Daarvan is {amount} betaald[ op {date}].',
  PAYMENT_FOLLOWS: 'De betaling volgt zodra zij is gefiatteerd.',
  REJECTED: 'De gemeente wijst uw declaratie[ van {claimed:cents}] af. U ontvangt hiervoor geen bonus.',
  REDUCED:
    'De gemeente kent uw declaratie toe voor {amount}[; u declareerde {claimed:cents}][; het tarief is {tariff:cents}].',
  INCOMPLETE: 'Uw declaratie is nog niet volledig. Stuur wat ontbreekt[ uiterlijk op {date}].',
  INCOMPLETE_ELSE: 'Komt het bewijs niet op tijd, dan verloopt de declaratie.',
  REVIEW:
    'De gemeente kan nog niet op uw declaratie beslissen. U kunt informatie en bewijs sturen[ tot en met {date}].',
  CLAWBACK_PROPOSED: 'De gemeente is van plan {amount} van de betaalde bonus terug te vorderen.',
  CLAWBACK_DECIDED: 'De gemeente vordert {amount} van de betaalde bonus terug.',
  CLAWBACK_HOW: 'U ontvangt een factuur, of het bedrag wordt verrekend met een volgende betaling.',
  EXPIRED: 'Het gevraagde bewijs is niet op tijd ontvangen. Uw declaratie is verlopen[ op {date}].',
  OBJECTION_UPHELD: 'Uw bezwaar is gegrond. De declaratie is opnieuw beoordeeld; over de uitkomst ontvangt u bericht.',
  OBJECTION_PARTLY: 'Uw bezwaar is gedeeltelijk gegrond. De declaratie is opnieuw beoordeeld.',
  OBJECTION_DISMISSED: 'Uw bezwaar is ongegrond. Het besluit blijft in stand.',
  OBJECTION_INADMISSIBLE: 'Uw bezwaar is niet-ontvankelijk. Het besluit blijft in stand.',

  REASONS: 'Waarom',
  REMARKS: 'Daarbij is van belang',
  STILL_OPEN: 'Wat nog ontbreekt of openstaat',

  HEADING_OBJECT: 'Bent u het niet eens met dit besluit?',
  OBJECT: 'U kunt bezwaar maken bij het college van burgemeester en wethouders[, tot en met {date}].',
  OBJECT_HOW:
    'Het bezwaarschrift noemt naam en adres van de indiener, de datum, dit besluit en waarom u het er niet mee eens bent (artikel 6:5 van de Algemene wet bestuursrecht).',
  OBJECT_EFFECT:
    'Bezwaar schort dit besluit niet op. De voorzieningenrechter van de rechtbank kan op verzoek een voorlopige voorziening treffen (artikelen 6:16 en 8:81 van de Algemene wet bestuursrecht).',
  APPEAL:
    'U kunt beroep instellen bij de rechtbank[, tot en met {date}] (artikelen 6:7 en 8:1 van de Algemene wet bestuursrecht).',
  DISPUTE:
    'Op deze declaratie is de geschillenregeling van uw contract[ {no}] van toepassing. Meld het geschil aan de gemeente[, tot en met {date}], en noem daarbij het nummer van de declaratie.',
  HEADING_HEARD: 'Uw zienswijze',
  HEARD:
    'Voordat de gemeente beslist, kunt u uw zienswijze geven[, tot en met {date}][ (artikel {no} van de Algemene wet bestuursrecht)].',
  HEARD_BY: 'Daarna beslist iemand die niet bij de beoordeling of de betaling betrokken was.',
  HEADING_REQUEST: 'Geen besluit',
  REQUEST: 'Dit verzoek is geen besluit waartegen u bezwaar kunt maken; tegen het besluit dat volgt kan dat wel.',
  REQUEST_CONTRACT:
    'Dit verzoek is geen besluit; op het besluit dat volgt is de geschillenregeling van uw contract van toepassing.',

  CLOSING: 'Deze brief noemt geen namen van personen. Vermeld bij vragen het nummer van de declaratie.',
  LANGUAGE: 'De Nederlandse tekst van deze brief is beslissend.',
} as const;
