import type { Recorded } from '@uitkomst/domain';

const OWN_DAY =
  /^(?:validFrom|(?:submitted|completed|withdrawn|expired|closed|resolved|decided|notified|approved|refused|ordered|paid|failed|returned|cancelled|proposed|heard|settled|filed|erased|reported|prepared|released|exported)On)$/;

/** The event's own day; a determination is about the day it looked at. What has none counts as soon as it is known. */
export function dayInTheWorld({ type, payload }: Pick<Recorded, 'type' | 'payload'>): string | undefined {
  if (type === 'ClaimDetermined') return (payload as { readonly basis?: { readonly asOf?: string } }).basis?.asOf;
  const day: unknown = Object.entries(payload as object).find(([field]) => OWN_DAY.test(field))?.[1];
  return typeof day === 'string' ? day : undefined;
}
