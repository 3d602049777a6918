import type { AskWhatIf } from '@uitkomst/contracts';
import type { ClientFile, Terms } from '@uitkomst/domain';
import { CLIENT_INDEX } from '@uitkomst/projections';
import type { Cut } from '../../shell/http/two-dates.js';
import type { Services } from '../../shell/open-services.js';
import { termsKnownAt } from '../../shell/terms-known-at.js';

type Needs = Pick<Services, 'clientFiles' | 'ledger' | 'reads' | 'terms'>;

/** Whose files, and the terms they are judged by, at a moment of knowledge. */
export interface Population {
  readonly personRefs: readonly string[];
  readonly terms: Terms;
  /** Undefined where nothing of the person was known then. */
  fileOf(personRef: string): Promise<ClientFile | undefined>;
}

export async function populationOf(
  services: Needs,
  municipality: string,
  { cut, asked }: { readonly cut: Cut; readonly asked: Pick<AskWhatIf, 'dossierRef'> },
): Promise<Population> {
  const { clientFiles, ledger, terms } = services;
  const personRefs = asked.dossierRef === undefined ? await everybody(services, municipality) : [asked.dossierRef];
  if (cut.knownAsOf === undefined)
    return {
      personRefs,
      terms: await terms.refresh(municipality),
      fileOf: async (personRef) => known(await clientFiles.read(municipality, personRef)),
    };
  const position = await clientFiles.resolveKnownAsOf(cut.knownAsOf);
  const streams = [...terms.current(municipality).revisions.keys()];
  return {
    personRefs,
    terms: await termsKnownAt(ledger, { municipality, streams, position }),
    fileOf: async (personRef) => known(await clientFiles.readAt(municipality, personRef, { position })),
  };
}

const known = ({
  state,
  revision,
}: {
  readonly state: ClientFile;
  readonly revision: number;
}): ClientFile | undefined => (revision < 0 ? undefined : state);

/** Everybody with a file now: who has one now may have had none then. */
async function everybody({ reads }: Pick<Services, 'reads'>, municipality: string): Promise<readonly string[]> {
  const where = [
    { column: 'municipality', is: '=', value: municipality },
    { column: 'claims', is: '>', value: 0 },
  ] as const;
  return (await reads.select(CLIENT_INDEX, { where, orderBy: [{ column: 'personRef' }] })).map((row) => row.personRef);
}
