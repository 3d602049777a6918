import type { Contract } from '../../parts/schema/contract.js';
import type { Role } from '../../shell/session/session.js';

/** What every fact carries, asked for in one place below its own fields. */
export const ORIGIN = ['type', 'source', 'assurance', 'evidence', 'supersedes'];

/** The kinds of facts that somebody in these roles may record. */
export const kindsFor = ({ components }: Contract, roles: readonly Role[]): string[] =>
  Object.entries(components.schemas).flatMap(([name, schema]) =>
    schema['x-may-record']?.some((role) => roles.includes(role)) ? [name.replace(/^Fact/, '')] : [],
  );
