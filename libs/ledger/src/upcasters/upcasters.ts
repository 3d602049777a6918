/** Turns the payload of one version of an event into the next. Pure; stored bytes and hashes never change. */
export type Upcaster = (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By event type, then by the version it starts from. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;

/** The upcasters in use. Every event still has its first shape. */
export const UPCASTERS: Upcasters = {};

/** The payload brought from the version it was stored in to the one now known, one version at a time. */
export function upcast(
  upcasters: Upcasters,
  event: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> },
  versions: { readonly stored: number; readonly known: number },
): Readonly<Record<string, unknown>> {
  let { payload } = event;
  for (let version = versions.stored; version < versions.known; version += 1) {
    const step = upcasters[event.type]?.[version];
    if (step === undefined) throw new Error(`No upcaster for ${event.type} version ${version}`);
    payload = step(payload);
  }
  return payload;
}
