import { Link, useParams } from 'react-router';
import { DataTable } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { RoleLink } from '../../shell/session/role-link.js';
import { Status, type Tone } from '../../parts/status.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useFinanceTexts } from '../finance-texts.js';

type Line = Schema<'BankMessageReport'>['lines'][number];

const TONES: Readonly<Record<Line['status'], Tone>> = {
  SETTLED: 'good',
  REJECTED: 'bad',
  RETURNED: 'bad',
  PENDING: 'waiting',
  DUPLICATE: 'neutral',
  MISMATCH: 'attention',
  UNKNOWN: 'attention',
};

/** What was done with each line of a message of the bank, and what was unknown in it. */
export function BankMessagePage() {
  const texts = useFinanceTexts();
  const words = useEventWords();
  const { sha256 = '' } = useParams();
  const places: Readonly<Record<string, string>> = texts.places;
  const said = (place: string): string => place.replaceAll(/[a-z]+/g, (word) => places[word] ?? word);
  const report = useReading('/bankberichten/{sha256}', { path: { sha256 } });
  const above = [{ path: '/financien/bankberichten', title: texts.bankMessages }];
  return (
    <Page title={texts.messageTitle(report.data?.data.messageId ?? '')} above={above}>
      <Loaded reading={report}>
        {({ kind, counts, lines }) => (
          <>
            <dl className="facts">
              <dt>{texts.kind}</dt>
              <dd>{texts.kinds[kind]}</dd>
              {Object.entries(counts).map(([status, count]) => (
                <Count key={status} status={status} count={count} />
              ))}
            </dl>
            {(counts['UNKNOWN'] ?? 0) > 0 && <p className="notice notice-attention">{texts.unknownExplained}</p>}
            {(counts['MISMATCH'] ?? 0) > 0 && (
              <p className="notice notice-attention">
                {texts.mismatchExplained} <Link to="/financien/te-doen">{texts.toMismatches}</Link>
              </p>
            )}
            <DataTable
              caption={texts.lines}
              empty={texts.noLines}
              rows={lines}
              keyOf={({ place }) => place}
              columns={[
                { head: texts.place, cell: ({ place }) => said(place) },
                {
                  head: texts.claim,
                  cell: ({ claimId }) =>
                    claimId === undefined ? '–' : <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink>,
                },
                { head: texts.endToEndId, cell: ({ endToEndId }) => <code>{endToEndId ?? '–'}</code> },
                {
                  head: texts.result,
                  cell: ({ status }) => <Status tone={TONES[status]}>{texts.lineStatuses[status]}</Status>,
                },
                { head: texts.why, cell: ({ reason }) => (reason === undefined ? '–' : words.code(reason)) },
              ]}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Count({ status, count }: { readonly status: string; readonly count: number }) {
  const texts = useFinanceTexts();
  const statuses: Readonly<Record<string, string>> = texts.lineStatuses;
  return (
    <>
      <dt>{statuses[status] ?? status}</dt>
      <dd>{count}</dd>
    </>
  );
}
