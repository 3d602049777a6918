export const nl = {
  claims: 'Mijn declaraties',
  claim: (name: string) => `Declaratie ${name}`,
  complete: 'Bewijs aanvullen',
  completeExplained: 'De gemeente vraagt om dit bewijs. Daarna beoordeelt zij de declaratie opnieuw.',
  completed: 'Het bewijs is aangevuld.',
  noEvidence: 'Kies minstens één bestand.',
  send: 'Versturen',
  respondUntilOn: 'Aanvullen kan tot en met',
  hearing: 'Zienswijze geven',
  hearingExplained:
    'De gemeente wil de bonus terugvorderen. Zeg hier wat u daarvan vindt, voordat zij besluit. U kunt één keer antwoorden.',
  hearingUntilOn: 'Uw zienswijze kan tot en met',
  amount: 'Bedrag',
  position: 'Bent u het ermee eens?',
  positions: { AGREES: 'ja, ik ben het ermee eens', DISPUTES: 'nee, ik ben het er niet mee eens' },
  heard: 'Uw zienswijze is vastgelegd.',
};
