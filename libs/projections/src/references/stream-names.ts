/** `contract-0363-C1` → 0363 and C1. */
export function municipalityOf(stream: string): string {
  return /^[a-z]+-(\d{4})(?:-|$)/.exec(stream)?.[1] ?? '';
}
