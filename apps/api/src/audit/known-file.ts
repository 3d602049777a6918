import { NotFoundException } from '@nestjs/common';
import type { ClientFile, Terms } from '@uitkomst/domain';
import type { Cut } from '../shell/http/two-dates.js';
import type { Services } from '../shell/open-services.js';
import { termsKnownAt } from '../shell/terms-known-at.js';

export interface Known {
  readonly file: ClientFile;
  readonly terms: Terms;
}

/** A client's file and the terms as they were known at a moment; without one, now. */
export async function knownFile(
  { clientFiles, ledger, terms }: Pick<Services, 'clientFiles' | 'ledger' | 'terms'>,
  { municipality, personRef }: { readonly municipality: string; readonly personRef: string },
  { knownAsOf }: Cut,
): Promise<Known> {
  if (knownAsOf === undefined) {
    const { state } = await clientFiles.read(municipality, personRef);
    return { file: state, terms: await terms.refresh(municipality) };
  }
  const position = await clientFiles.resolveKnownAsOf(knownAsOf);
  const { state, revision } = await clientFiles.readAt(municipality, personRef, { position });
  if (revision < 0) throw new NotFoundException('Niet gevonden');
  const streams = [...terms.current(municipality).revisions.keys()];
  return { file: state, terms: await termsKnownAt(ledger, { municipality, streams, position }) };
}
