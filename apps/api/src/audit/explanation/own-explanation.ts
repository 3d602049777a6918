import { inBothLanguages, type OwnExplanation, type Reason } from '@uitkomst/contracts';
import { explain, personOf, seenByProvider, textOf, usedFact, type Explained, type UsedFact } from '@uitkomst/domain';
import { clientStream, namesOf, plain, type Ledger } from '@uitkomst/ledger';
import { providerClaim, readClientFile } from '@uitkomst/projections';
import type { Principal } from '../../shell/auth/principal.js';
import { ownClaim } from '../../shell/claim-view.js';
import type { Services } from '../../shell/open-services.js';
import { readerOf, type TimelineReader } from '../../shell/timeline/timeline-reader.js';
import { todayOf } from '../../shell/today.js';
import { eachOnce, evidenceIn, type Facts } from './explained-facts.js';

type Rule = OwnExplanation['rules'][number];
const RESULTS = { FAIL: 'FAIL', OPEN: 'UNKNOWN', INFO: 'INFO' } as const;

/**
 * Why, from the reasons its provider was told alone. A reason in words that several codes share names no rule: the rule would tell
 * which of them it is. Rules that passed are left out, since from what is missing one would know what failed.
 */
export async function ownExplanation(
  { clock, ledger }: Pick<Services, 'clock' | 'ledger'>,
  principal: Principal,
  claimId: string,
): Promise<OwnExplanation> {
  const personRef = personOf(claimId);
  const stream = clientStream(principal.municipality, personRef);
  const read = await readClientFile(ledger, stream);
  const claim = read.file.claims.get(claimId);
  const reader = readerOf(principal, personRef, read.file);
  if (claim === undefined || reader === undefined) throw new Error(`Claim ${claimId} is gone from its file`);
  const { state, stateText, outcome, cents, untilOn, reasons } = ownClaim(read, claim);
  const { rules: given = [] } = seenByProvider(providerClaim(read, claim)) ?? {};
  const explained = explain({ rules: [...given], passed: [] });
  const behind = (code: string) => explained.find((one) => one.code === code);
  const named = new Set(reasons.flatMap(({ code }) => behind(code)?.evidence ?? []));
  const facts = await ownFacts(ledger, { stream, reader }, named);
  return {
    claimId,
    asOf: textOf(todayOf(clock)),
    state,
    stateText,
    ...(outcome !== undefined && { outcome }),
    ...(cents !== undefined && { cents }),
    ...(untilOn !== undefined && { untilOn }),
    rules: reasons.map((reason) => ruleView(reason, behind(reason.code), facts)),
    facts: eachOnce(facts),
  };
}

function ruleView({ code, kind, text }: Reason, because: Explained | undefined, facts: Facts): Rule {
  const told = { result: RESULTS[kind], code, text };
  if (because === undefined) return { ...told, evidence: [] };
  const { rule, statement, source, evidence } = because;
  const said = inBothLanguages((language) => statement[language]);
  return { rule, ...told, statement: said, source, evidence: evidenceIn(facts, evidence) };
}

/** The facts of that name that a provider sees in the file, with no more of each than it sees there. */
async function ownFacts(
  ledger: Pick<Ledger, 'readStream'>,
  { stream, reader }: { readonly stream: string; readonly reader: TimelineReader },
  named: ReadonlySet<string>,
): Promise<Facts> {
  const found = new Map<string, UsedFact>();
  for await (const event of ledger.readStream(stream)) {
    const shown = reader.show(event);
    if (shown === undefined) continue;
    const seen = { ...plain(event), payload: shown.fields };
    for (const id of namesOf(seen)) if (named.has(id) && !found.has(id)) found.set(id, usedFact(seen));
  }
  return found;
}
