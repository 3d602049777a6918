import { ClaimId, PersonRef, personOf } from '@uitkomst/domain';
import { clientStream, type Ledger } from '@uitkomst/ledger';
import { EXIT, Stop } from '../exit.js';

/** Whose file: the client's, or that of the client a claim is about. */
export interface Whose {
  readonly claim?: string | undefined;
  readonly client?: string | undefined;
}

/** The client's reference that a command names. */
export function personNamed({ claim, client }: Whose): string {
  if (claim !== undefined) {
    if (!ClaimId.safeParse(claim).success) throw new Stop(EXIT.UNREADABLE, `--claim ${claim} is no claim number`);
    return personOf(claim);
  }
  if (client === undefined) throw new Stop(EXIT.UNREADABLE, 'Name a claim (--claim) or a client (--client)');
  if (!PersonRef.safeParse(client).success)
    throw new Stop(EXIT.UNREADABLE, `--client ${client} is no client reference`);
  return client;
}

/** Where a file stands: its stream, in one of the municipalities of this ledger. */
export interface FilePlace {
  readonly stream: string;
  readonly municipality: string;
  readonly personRef: string;
}

/** What the name of a client's stream says of its place. */
export function placeOf(stream: string): FilePlace {
  const [, municipality = '', personRef = ''] = stream.split('-');
  return { stream, municipality, personRef };
}

/** Finds the file of a client, whose reference does not tell the municipality. */
export async function findFile(ledger: Ledger, personRef: string): Promise<FilePlace> {
  for (const municipality of await municipalitiesOf(ledger)) {
    const stream = clientStream(municipality, personRef);
    for await (const _ of ledger.readStream(stream, { max: 1 })) return { stream, municipality, personRef };
  }
  throw new Stop(EXIT.UNREADABLE, `This ledger holds no file of ${personRef}`);
}

/** Whoever decides claims has terms of its own, few enough to look through. */
async function municipalitiesOf(ledger: Ledger): Promise<ReadonlySet<string>> {
  const municipalities = new Set<string>();
  for await (const { stream } of ledger.readAll({ prefixes: ['contract-', 'definition-', 'rules-', 'source-'] })) {
    const municipality = stream.split('-')[1];
    if (municipality !== undefined) municipalities.add(municipality);
  }
  return municipalities;
}
