export const nl = {
  skip: 'Naar de inhoud',
  about: 'Uitkomst: wie verdiende welke bonus, en waarom.',
  documentation: 'Uitleg van de API',
  language: 'Taal',
  navigation: 'Hoofdmenu',
  signIn: 'Aanmelden',
  signInAtIssuer: 'Aanmelden bij uw organisatie',
  signInFailed: (why: string) =>
    why === 'verlopen'
      ? 'Aanmelden duurde te lang. Probeer het opnieuw.'
      : why === 'onbekend'
        ? 'Uw account heeft hier geen rol. Vraag uw functioneel beheerder.'
        : why === 'tweede-factor'
          ? 'Voor uw rol is aanmelden met een tweede factor verplicht.'
          : 'Aanmelden is niet gelukt. Probeer het opnieuw.',
  chooseSomebody: 'Kies wie u bent',
  demonstrationOnly:
    'Deze keuze bestaat alleen in ontwikkeling en demonstratie. In productie meldt iedereen zich aan bij de eigen organisatie.',
  letterCode: 'Ik heb een brief met een code',
  code: 'Code uit de brief',
  codeHint: 'De code staat rechtsboven in de brief.',
  signInWithCode: 'Mijn dossier openen',
  signOut: 'Afmelden',
  sessionEnds: 'U wordt zo afgemeld',
  sessionEndsIn: (minutes: number) =>
    minutes === 1 ? 'Over minder dan een minuut wordt u afgemeld.' : `Over ${minutes} minuten wordt u afgemeld.`,
  sessionEnded: 'Uw sessie is afgelopen',
  sessionEndedAdvice: 'Sindsdien is niets vastgelegd. Wat u had ingevuld staat er nog als u zich opnieuw aanmeldt.',
  signInOnNewTab: 'Aanmelden bij uw organisatie, op een nieuw tabblad; kom daarna hier terug',
  staySignedIn: 'Aangemeld blijven',
  failed: 'Er ging iets mis',
  failedAdvice: 'De pagina kon niet worden getoond. Wat u al had vastgelegd is bewaard.',
  toStart: 'Naar het begin',
  noScreens: 'Geen schermen voor uw rol',
  noScreensAdvice: 'Voor uw rol zijn er geen schermen. U kunt de API gebruiken.',
  noAccess: 'Geen toegang',
  noAccessAdvice: 'Deze pagina is voor een andere rol dan de uwe.',
  notFound: 'Pagina niet gevonden',
  notFoundAdvice: 'Dit adres bestaat niet. Kies een onderdeel in het menu.',
  roles: {
    CASEMGR: 'Klantmanager',
    BENEFITS: 'Uitkeringsadministratie',
    PROVIDER: 'Aanbieder',
    REGISTRY: 'Registratie',
    FINANCE: 'Financiën',
    CONTRACTS: 'Contractbeheer',
    OFFICER: 'Betaalfunctionaris',
    APPROVER2: 'Tweede fiatteur',
    CLIENT: 'Cliënt',
    AUDITOR: 'Controleur',
    SYSTEM: 'Systeem',
  },
};
