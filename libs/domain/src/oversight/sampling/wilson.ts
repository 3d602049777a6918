/** A share with the bounds between which the real one lies in 95 of 100 samples. */
export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959_963_984_540_054;

/** Wilson's score interval (1927): unlike the textbook one it holds for small samples and for none or all in error. */
export function wilson(errors: number, checked: number): Interval | undefined {
  if (checked === 0) return undefined;
  const rate = errors / checked;
  const square = Z ** 2;
  const centre = rate + square / (2 * checked);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / checked + square / (4 * checked ** 2));
  const scale = 1 + square / checked;
  // None in error is 0 and not a rounding above it; likewise all.
  const low = errors === 0 ? 0 : (centre - spread) / scale;
  const high = errors === checked ? 1 : (centre + spread) / scale;
  return { rate, low, high };
}
