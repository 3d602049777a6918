const WHOLE = 10_000;

/** A percentage as typed to basis points: "33,33" is 3333; undefined when it is no share. */
export function basisPointsFrom(typed: string): number | undefined {
  const match = /^(\d{1,3})(?:[,.](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (match?.[1] === undefined) return undefined;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= WHOLE ? points : undefined;
}

/** What is left to give until the shares make the whole; undefined when a share cannot be read. */
export function remainderOf(typed: readonly string[]): number | undefined {
  const points = typed.map(basisPointsFrom);
  return points.includes(undefined) ? undefined : WHOLE - points.reduce((sum: number, one) => sum + (one ?? 0), 0);
}

/** Equal shares that make the whole exactly: the first get what does not divide. */
export const equalShares = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(WHOLE / count) + (index < WHOLE % count ? 1 : 0));

/** A share as typed: 3334 is "33,34". */
export const typedShare = (points: number): string => (points / 100).toFixed(2).replace('.', ',');

export interface Sharer {
  readonly providerId: string;
  /** None of its claims can still earn anything: withdrawn, expired or closed. */
  readonly ended: boolean;
}

/** Where dividing starts: as it was decided, else equally over who still claims. What ended starts at nothing: it would be lost. */
export function startingShares(sharers: readonly Sharer[], decided: Readonly<Record<string, number>> | null): string[] {
  const live = sharers.filter(({ ended }) => !ended);
  const equal = equalShares(live.length);
  return sharers.map((one) => typedShare(one.ended ? 0 : (decided?.[one.providerId] ?? equal[live.indexOf(one)] ?? 0)));
}
