export const nl = {
  fileHint:
    'Een PDF, PNG of JPEG tot 20 MB bewaren wij, zodat de gemeente het kan lezen. De naam van het bestand bewaren wij niet. Van een ander bestand leggen wij alleen het kenmerk vast: bewaar het zelf, de gemeente kan erom vragen.',
  where: 'Waar het bestand blijft',
  here: 'wij bewaren het',
  withYou: 'bij u; wij leggen alleen het kenmerk vast',
  remove: (name: string) => `${name} weghalen`,
  removeHead: 'Weghalen',
  chosen: 'Gekozen bewijs',
  noneChosen: 'U hebt nog geen bewijs gekozen.',
  required: 'Dit contract vraagt als bewijs',
  present: 'gekozen',
  missing: 'ontbreekt nog',
};
