import { useState } from 'react';
import { Link } from 'react-router';
import { DataTable, type Column } from '../parts/data-table.js';
import { FormDialog } from '../parts/dialog/form-dialog.js';
import { useEventWords } from '../parts/facts/words/event-words.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Status, type Tone } from '../parts/status.js';
import { Money } from '../parts/values.js';
import type { Schema } from '../shell/api/client.js';
import { useRecording } from '../shell/api/use-recording.js';
import { useSignedIn } from '../shell/session/session.js';
import { useBatchesTexts } from './batches-texts.js';
import { ReasonField } from './cancel-dialog.js';

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
  const { roles } = useSignedIn();
  const [held, setHeld] = useState<string | undefined>();
  const free = useRecording('/v1/betaalbatches/{batchId}/regels/{claimId}/vrijgaven');
  const canHold = roles.includes('OFFICER') && status === 'PREPARED';
  const columns: Column<Line>[] = [
    { head: texts.claim, cell: ({ claimId }) => <Link to={`/declaraties/${claimId}`}>{claimId}</Link> },
    { head: texts.provider, cell: ({ providerId }) => providerId ?? '–' },
    { head: texts.amount, numeric: true, cell: ({ cents }) => <Money cents={cents} /> },
    {
      head: texts.offset,
      numeric: true,
      cell: ({ offsets }) => <Money cents={-offsets.reduce((sum, { cents }) => sum + cents, 0)} />,
    },
    { head: texts.net, numeric: true, cell: ({ netCents }) => <Money cents={netCents} /> },
    {
      head: texts.status,
      cell: ({ state, code }) => (
        <>
          <Status tone={TONES[state]}>{texts.lineStates[state]}</Status> {code !== undefined && words.code(code)}
        </>
      ),
    },
    {
      head: texts.action,
      cell: ({ claimId, state }) => (
        <>
          {canHold && state === 'OPEN' && (
            <button type="button" onClick={() => setHeld(claimId)} aria-label={texts.holdLine(claimId)}>
              {texts.hold}
            </button>
          )}
          {canHold && state === 'HELD' && (
            <button
              type="button"
              aria-label={texts.freeLine(claimId)}
              onClick={() => void free.send({ path: { batchId, claimId }, body: {}, ifMatch: etag })}
            >
              {texts.free}
            </button>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <ProblemNotice problem={free.problem} />
      <DataTable
        caption={texts.lines}
        columns={canHold ? columns : columns.slice(0, -1)}
        rows={lines}
        keyOf={({ claimId }) => claimId}
      />
      {held !== undefined && (
        <HoldDialog batchId={batchId} claimId={held} etag={etag} onClose={() => setHeld(undefined)} />
      )}
    </>
  );
}

interface HoldProps {
  readonly batchId: string;
  readonly claimId: string;
  readonly etag: string;
  readonly onClose: () => void;
}

function HoldDialog({ batchId, claimId, etag, onClose }: HoldProps) {
  const texts = useBatchesTexts();
  const [reason, setReason] = useState('');
  const { send, pending, problem } = useRecording('/v1/betaalbatches/{batchId}/regels/{claimId}/aanhoudingen');
  const hold = async (): Promise<void> => {
    const done = await send({ path: { batchId, claimId }, body: { reason }, ifMatch: etag });
    if (done !== undefined) onClose();
  };
  return (
    <FormDialog
      open
      title={texts.holdLine(claimId)}
      submit={texts.hold}
      pending={pending}
      problem={problem}
      onSubmit={() => void hold()}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
