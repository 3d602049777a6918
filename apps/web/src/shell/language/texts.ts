/** The shape a catalogue gives to the other languages: the same names, with words of their own. */
export type Texts<T> = {
  readonly [Name in keyof T]: T[Name] extends string
    ? string
    : T[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Texts<T[Name]>;
};
