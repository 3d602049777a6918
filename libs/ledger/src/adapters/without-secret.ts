import { UnknownEngine } from './refused/unknown-engine.js';

/** An address for a message: it may carry a password, which belongs in none; nor does a piece of one that holds an `@` itself. */
export const withoutSecret = (url: string): string =>
  url.replace(/\/\/.*@/s, '//***@').replace(/(password=).*$/is, '$1***');

/** How what would end a user or a password too early is written in an address. */
export const ESCAPES = '@ : / ? # % in a user, password or database are written as %40 %3A %2F %3F %23 %25';

/** What follows a `/`, `?` or `#` in a password would be taken for a host or an option, and told. Throws {@link UnknownEngine}. */
export function demandEscaped(url: string, setting: 'LEDGER_URL' | 'READS_URL'): void {
  if (/^(?!sqlite:)[^:]+:\/\/[^/?#]*[/?#].*@/s.test(url)) throw new UnknownEngine(`${setting}: ${ESCAPES}`);
}
