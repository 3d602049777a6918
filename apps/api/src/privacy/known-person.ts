import { NotFoundException } from '@nestjs/common';
import type { Whose } from '@uitkomst/ledger';
import type { Principal } from '../shell/auth/principal.js';
import { Problem } from '../shell/http/problem.js';
import type { Services } from '../shell/open-services.js';

/** Nothing is kept about who has no file, nor about who was erased. */
export async function knownPerson(
  { clientFiles }: Pick<Services, 'clientFiles'>,
  { municipality }: Principal,
  personRef: string,
): Promise<Whose> {
  const { state } = await clientFiles.read(municipality, personRef);
  if (state.revision < 0) throw new NotFoundException('Niet gevonden');
  if (state.erasedOn !== undefined) throw new Problem('onjuiste-status', { code: 'STATE_FORBIDS' });
  return { municipality, personRef };
}
