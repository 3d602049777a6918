import type { Role } from '../../shell/session/session.js';
import type { Typed } from '../../parts/schema/typed-values.js';

type Fields = Readonly<Record<string, unknown>>;

/** What somebody in this role mostly says of a fact's origin; it can be changed in the form. */
export const usualOrigin = (roles: readonly Role[]): Typed => ({
  'source/system': roles.includes('BENEFITS') ? 'GWS4ALL' : 'SUITE',
  assurance: 'AUTHORITATIVE',
});

/** The origin of a fact that was recorded, as it would have been chosen. Its own reference stays with the old fact. */
export function originOf({ source, assurance }: Fields): Typed {
  const { system } = source as { readonly system: string };
  return { 'source/system': system, assurance: String(assurance) };
}

/** The part of a fact's body that says where it comes from. */
export function originBody(typed: Typed, kept: readonly unknown[] = []): Fields {
  const text = (place: string): string => typed[place]?.trim() ?? '';
  const ref = text('source/ref');
  const [id, kind, sha256, obtainedOn] = ['id', 'kind', 'sha256', 'obtainedOn'].map((name) => text(`evidence/${name}`));
  const added = sha256 === '' ? [] : [{ id, kind, sha256, ...(obtainedOn !== '' && { obtainedOn }) }];
  const evidence = [...kept, ...added];
  return {
    source: { system: text('source/system'), ...(ref !== '' && { ref }) },
    assurance: text('assurance'),
    ...(evidence.length > 0 && { evidence }),
  };
}
