import type { Schema } from '../shell/api/client.js';
import { useBilingual } from '../shell/language/language.js';
import { DataTable, type Column } from './data-table.js';
import { usePartsTexts } from './parts-texts.js';
import { Status, type Tone } from './status.js';
import { Day } from './values.js';

type Reason = Schema<'Reason'>;

const TONES: Readonly<Record<Reason['kind'], Tone>> = { FAIL: 'bad', OPEN: 'waiting', INFO: 'neutral' };

/** Why a claim stands where it stands: each reason as a sentence this reader may read. */
export function Reasons({ reasons, caption }: { readonly reasons: readonly Reason[]; readonly caption: string }) {
  const texts = usePartsTexts();
  const said = useBilingual();
  const isDated = reasons.some(({ untilOn }) => untilOn !== undefined);
  const columns: Column<Reason>[] = [
    { head: texts.reason, cell: ({ text }) => said(text) },
    { head: texts.reasonKind, cell: ({ kind }) => <Status tone={TONES[kind]}>{texts.reasonKinds[kind]}</Status> },
    ...(isDated ? [{ head: texts.until, cell: ({ untilOn }: Reason) => <Day on={untilOn} /> }] : []),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={reasons}
      keyOf={({ code, kind }) => `${code} ${kind}`}
      empty={texts.noReasons}
    />
  );
}
