interface Kept {
  readonly secure: boolean;
  /** Strict: sent by our own pages only. Lax: also when another site sends somebody back here. */
  readonly sameSite: 'Strict' | 'Lax';
  readonly path?: string;
  readonly seconds?: number;
}

/** The Set-Cookie of something no script may read. Without seconds it goes when the browser closes. */
export function setCookie(name: string, value: string, { secure, sameSite, path = '/', seconds }: Kept): string {
  const fields = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', `SameSite=${sameSite}`];
  if (secure) fields.push('Secure');
  if (seconds !== undefined) fields.push(`Max-Age=${seconds}`);
  return fields.join('; ');
}

/** The cookie of a name. One that is there twice was planted by somebody: neither is believed. */
export function cookieNamed(name: string, header: string | undefined): string | undefined {
  const found = (header ?? '').split(';').flatMap((pair) => {
    const [key, value] = split(pair.trim());
    return key === name && value !== '' ? [value] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function split(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
