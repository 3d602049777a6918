import { EVENT_CATALOGUE, type EventDefinition } from '@uitkomst/domain';
import { canonical } from '@uitkomst/ledger';
import { codecFor, prepareAll, sealed } from '../../libs/ledger/src/codec/codec.js';
import { partDigest, newSalt, streamTag } from '../../libs/ledger/src/codec/digest.js';
const UNCHECKED = codecFor(Object.fromEntries(Object.values(EVENT_CATALOGUE).map((d) => [d.type, { ...d, payload: { parse: (p: unknown) => p } } as unknown as EventDefinition])));
const claimId = 'aaaaaaaaaaaaa.cccccccccc';
const proof = { id: '0195a000-0000-7000-8000-000000000001', kind: 'PAYSLIP', sha256: 'a'.repeat(64), obtainedOn: '2025-02-01' };
const submitted = { outcomeType: 'WORK', milestone: 'SUSTAINED', claimId, providerId: 'WERKPLUS', submittedOn: '2025-03-01', contractId: 'C-2025-1', trajectId: 'T-1001', jobId: 'J-1001', assertedOutflowOn: '2024-08-01', cents: 300_000, evidence: [proof, proof], providerReference: 'WP-2025-000123' };
const rule = { rule: 'R16', result: 'UNKNOWN', code: 'WAITING_PERIOD', untilOn: '2025-08-01', evidence: [proof.id, proof.id] };
const determined = { claimId, number: 1, outcome: 'PENDING', fail: [], open: ['WAITING_PERIOD', 'NO_WATERMARK'], untilOn: '2025-08-01', nextChangeOn: '2025-08-01', cents: 0, tariffCents: 300_000, episodeOn: '2024-08-01', maturityOn: '2025-02-01', definition: 'NL-STD@1', ruleSet: 'NL-RULES@1', decisionHash: 'd'.repeat(64), passed: Array.from({ length: 30 }, (_, index) => `R${index + 1}`), rules: [rule, { ...rule, rule: 'R22' }, { ...rule, rule: 'R37' }], basis: { fileRevision: 12, terms: ['contract-0363-C-2025-1', 'definition-0363-NL-STD', 'provider-0363-WERKPLUS', 'source-0363-UWV_POLIS'].map((stream) => ({ stream, revision: 3 })), definition: 'NL-STD@1', ruleSet: 'NL-RULES@1', asOf: '2025-03-01' } };
const actor = { id: 'p-1', role: 'PROVIDER' as const, orgId: 'WERKPLUS' };
const hash64 = 'c'.repeat(64);
const ev = (i: number) => ['ClaimSubmitted', 'ClaimDetermined'].map((type, j) => ({ id: `0195a000-0000-7000-8000-${String(i * 2 + j).padStart(12, '0')}`, type, payload: j ? determined : submitted, actor, commandId: proof.id, commandHash: hash64 }));
function t(name: string, f: (i: number) => unknown, n = 30000) { let k: unknown; for (let i = 0; i < 5000; i++) k = f(i); const c0 = process.cpuUsage().user; const s = performance.now(); for (let i = 0; i < n; i++) k = f(i); console.log(name.padEnd(20), ((process.cpuUsage().user - c0) / n).toFixed(2), 'us user;', ((performance.now() - s) / n * 1000).toFixed(2), 'us wall', k === undefined ? '' : ''); }
if (process.argv[2] === 'prof') { t('prepareAll', (i) => prepareAll(UNCHECKED, 'client-0363-aaaa' + (i % 5000), ev(i)), 200000); }
else for (let r = 0; r < 2; r++) {
  t('ev', ev);
  t('prepareAll', (i) => prepareAll(UNCHECKED, 'client-0363-aaaa' + (i % 5000), ev(i)));
  t('canonical both', () => [canonical(submitted), canonical(determined)]);
  const flat = JSON.stringify(determined);
  const salt = newSalt();
  t('digest flat 1500', () => partDigest(salt, 'provider', flat));
  t('digest rope 1500', () => partDigest(salt, 'provider', canonical(determined)));
  t('digest 50', () => partDigest(salt, 'actor', '{"id":"p-1","orgId":"WERKPLUS","role":"PROVIDER"}'));
  t('canon actor', () => canonical({ id: actor.id, orgId: actor.orgId, role: actor.role }));
  t('salt', () => newSalt());
  t('streamTag', (i) => streamTag('client-0363-aaaa' + (i % 5000)));
  const prep = prepareAll(UNCHECKED, 'x', ev(1));
  t('sealed x2', () => prep.map((p) => sealed(p, 3, '2025-03-01T09:00:00.000Z')));
}
