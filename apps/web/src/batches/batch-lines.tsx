import { Link } from 'react-router';
import { DataTable, type Column } from '../parts/data-table.js';
import { useEventWords } from '../parts/facts/words/event-words.js';
import { RoleLink } from '../shell/session/role-link.js';
import { Status, type Tone } from '../parts/status.js';
import { Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { useSignedIn } from '../shell/session/who-works.js';
import { useBatchesTexts } from './batches-texts.js';
import { LineActions } from './line-actions.js';

type Batch = Schema<'Batch'>;
type Line = Batch['lines'][number];

const TONES: Readonly<Record<Line['state'], Tone>> = {
  OPEN: 'neutral',
  ORDERED: 'waiting',
  HELD: 'attention',
  DROPPED: 'bad',
  SETTLED: 'good',
  REJECTED: 'bad',
  RETURNED: 'bad',
};

interface Props {
  readonly batch: Batch;
  readonly etag: string;
}

/** Each line: who is paid what, less what is offset, and what the bank said of it. */
export function BatchLines({ batch: { batchId, lines, status }, etag }: Props) {
  const texts = useBatchesTexts();
  const words = useEventWords();
  const said = useBilingual();
  const { roles } = useSignedIn();
  const canChange = roles.includes('OFFICER') && status === 'PREPARED';
  const columns: Column<Line>[] = [
    { head: texts.claim, cell: ({ claimId }) => <RoleLink to={`/declaraties/${claimId}`}>{claimId}</RoleLink> },
    { head: texts.provider, cell: ({ providerId }) => providerId ?? '–' },
    { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
    { head: texts.offset, numeric: true, cell: ({ offsets }) => <Offsets offsets={offsets} /> },
    { head: texts.net, numeric: true, cell: ({ netCents }) => <Money cents={netCents} /> },
    {
      head: texts.status,
      cell: ({ state, code, codeText }) => (
        <>
          <Status tone={TONES[state]}>{texts.lineStates[state]}</Status>{' '}
          {codeText === undefined ? code !== undefined && words.code(code) : said(codeText)}
        </>
      ),
    },
    { head: texts.action, cell: (line) => <LineActions batchId={batchId} line={line} etag={etag} /> },
  ];
  return (
    <DataTable
      caption={texts.lines}
      columns={canChange ? columns : columns.slice(0, -1)}
      rows={lines}
      keyOf={({ claimId }) => claimId}
    />
  );
}

/** What is taken off a line, and for which money that had to come back. */
function Offsets({ offsets }: Pick<Line, 'offsets'>) {
  if (offsets.length === 0) return <>–</>;
  return (
    <>
      {offsets.map(({ clawbackId, cents }) => (
        <div key={clawbackId}>
          <Link to={`/terugvorderingen/${clawbackId}`}>
            <Money cents={-cents} />
          </Link>
        </div>
      ))}
    </>
  );
}
