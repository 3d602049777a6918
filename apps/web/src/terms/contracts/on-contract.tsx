import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useTermsTexts } from '../terms-texts.js';

interface Seen {
  readonly contractId: string;
  /** The version that the form was made on: the server refuses it if somebody changed the contract since. */
  readonly etag: string;
  readonly events: Schema<'TermsHistory'>['events'];
}

interface Props {
  readonly title: string;
  readonly children: (seen: Seen) => ReactNode;
}

/** A page on which something of one contract is changed. */
export function OnContract({ title, children }: Props) {
  const texts = useTermsTexts();
  const { contractId = '' } = useParams();
  const contract = useReading('/contracten/{contractId}', { path: { contractId } });
  const above = [
    { path: '/voorwaarden/contracten', title: texts.contracts },
    { path: `/voorwaarden/contracten/${contractId}`, title: texts.contractTitle(contractId) },
  ];
  return (
    <Page title={title} above={above}>
      <Loaded reading={contract}>{({ events }, etag = '') => children({ contractId, etag, events })}</Loaded>
    </Page>
  );
}
