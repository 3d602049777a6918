import type { Schema } from '../../shell/api/client.js';

export type Fields = Schema<'TimelineEvent'>['fields'];

/** A field of an event that is text, as most are; undefined where it is absent, hidden from this reader, or no text. */
export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};

/** The system a fact came from. */
export const systemOf = ({ source }: Fields): string | undefined =>
  (source as { readonly system?: string } | undefined)?.system;
