/** A table as spreadsheets of the Netherlands open it; a cell that would be a formula there is made text. */
export async function csvFile(rows: readonly object[], columns: readonly string[]): Promise<Buffer> {
  const { stringify } = await import('csv-stringify/sync'); // Starting doesn't wait for it.
  const format = { header: true, columns: [...columns], delimiter: ';', bom: true, escape_formulas: true };
  return Buffer.from(stringify([...rows], format), 'utf8');
}
