import type { Determination } from '@uitkomst/contracts';
import { personOf, replayDetermination } from '@uitkomst/domain';
import { canonical } from '@uitkomst/ledger';
import type { Services } from '../shell/open-services.js';
import type { RecordedDetermination } from './determinations.js';

type Payload = RecordedDetermination['payload'];

/** Makes a determination again from what its basis names and nothing else, and compares it byte for byte. */
export async function replayOf(
  { clientFiles, terms }: Pick<Services, 'clientFiles' | 'terms'>,
  municipality: string,
  { payload }: RecordedDetermination,
): Promise<NonNullable<Determination['replay']>> {
  const { basis, claimId } = payload;
  const { state: file } = await clientFiles.readAt(municipality, personOf(claimId), { revision: basis.fileRevision });
  const again = replayDetermination(file, await terms.at(municipality, basis.terms), payload);
  if (again !== undefined && canonical(again) === canonical(payload)) return { same: true };
  return { same: false, firstDifference: firstDifference(payload, again) };
}

/** The first rule that answers otherwise, because it says why; else the first field. */
function firstDifference(recorded: Payload, again: Payload | undefined): string {
  if (again === undefined) return 'claimId';
  const answerOf = ({ rules, passed }: Payload, rule: string): string =>
    canonical({ passed: passed.includes(rule), answers: rules.filter((answer) => answer.rule === rule) });
  const named = ({ rules, passed }: Payload): string[] => [...passed, ...rules.map(({ rule }) => rule)];
  const rules = [...new Set([...named(recorded), ...named(again)])].toSorted(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
  );
  const said = (payload: Payload, field: string): string =>
    canonical({ said: payload[field as keyof Payload] ?? null });
  const fields = [...new Set([...Object.keys(recorded), ...Object.keys(again)])].toSorted();
  return (
    rules.find((rule) => answerOf(recorded, rule) !== answerOf(again, rule)) ??
    fields.find((field) => said(recorded, field) !== said(again, field)) ??
    'order'
  );
}
