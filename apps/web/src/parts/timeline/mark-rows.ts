/** Room a number needs beside the next. */
const APART = 20;

/** In which row below the drawing each number stands, left to right, so that no two cover each other. */
export function markRows(places: readonly number[]): number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const free = ends.findIndex((end) => end + APART <= x);
    const row = free === -1 ? ends.length : free;
    ends[row] = x;
    return row;
  });
}
