import { dayText, instantText, moneyText } from '../shell/language/format.js';

/** An amount: € 3.000,00. Nothing is decided yet where there is none. */
export function Money({ cents }: { readonly cents: number | null | undefined }) {
  return <span className="money">{cents === null || cents === undefined ? '–' : moneyText(cents)}</span>;
}

/** A day: 05-11-2026. */
export function Day({ on }: { readonly on: string | null | undefined }) {
  return on === null || on === undefined ? <span>–</span> : <time dateTime={on}>{dayText(on)}</time>;
}

/** A moment on the clocks of Amsterdam: 05-11-2026 14:03:09. */
export function Instant({ at }: { readonly at: string | null | undefined }) {
  return at === null || at === undefined ? <span>–</span> : <time dateTime={at}>{instantText(at)}</time>;
}
