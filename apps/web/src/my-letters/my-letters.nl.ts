export const nl = {
  title: 'Mijn brieven',
  caption: 'Brieven van de gemeente, de nieuwste eerst',
  claim: 'Declaratie',
  empty: 'U hebt nog geen brieven van de gemeente.',
};
