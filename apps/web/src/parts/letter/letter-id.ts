/** The name a letter gets: what kind it is and which decision it tells of, so that sending twice names one letter. */
export const letterIdOf = (kind: string, subjectEventId: string): string =>
  `${kind}_${subjectEventId.slice(-12).toUpperCase()}`;
