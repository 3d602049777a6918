/** One of what a header such as Accept or Accept-Language names. */
export interface Wish {
  /** In lower case, without its parameters. */
  readonly name: string;
  /** 0: not at all, 1: most. */
  readonly quality: number;
  readonly place: number;
}

/** What a list of wishes names, each with its weight (RFC 9110 §12.4.2). A weight that is none counts as not said. */
export function wishesIn(header: string): readonly Wish[] {
  return header.split(',').map((text, place) => {
    const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length) ?? '';
    return { name, quality: WEIGHT.test(weight) ? Number(weight) : 1, place };
  });
}

const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;
