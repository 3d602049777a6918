import { Link } from 'react-router';
import { DataTable, type Column } from '../../parts/data-table.js';
import { useEventWords } from '../../parts/facts/words/event-words.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { usePaging } from '../../parts/paged.js';
import { Pager } from '../../parts/pager.js';
import { Status } from '../../parts/status.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { instantText } from '../../shell/language/format.js';
import { SaveList } from '../save-list.js';
import { useLedgerTexts } from './ledger-texts.js';

/** The ledger itself: everything ever recorded, the newest first, each leading to what it says and its proof. */
export function LedgerPage() {
  const texts = useLedgerTexts();
  const paging = usePaging();
  const reading = useReading('/gebeurtenissen', { query: paging.query }, { keep: true });
  return (
    <Page title={texts.title}>
      <p>{texts.intro}</p>
      <p>
        <Link to="/verantwoording/grootboek/zegels">{texts.toSeals}</Link>
      </p>
      <Loaded reading={reading}>
        {(page) =>
          'count' in page && (
            <>
              <Entries entries={page.results} />
              <Pager {...paging.query} count={page.count} onPage={paging.onPage} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

type Entry = Schema<'LedgerEntry'>;

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const texts = useLedgerTexts();
  const words = useEventWords();
  const roles: Readonly<Record<string, string>> = useShellTexts().roles;
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  const columns: Column<Entry>[] = [
    {
      head: texts.event,
      cell: ({ eventId, type }) => <Link to={`/verantwoording/gebeurtenissen/${eventId}`}>{words.name(type)}</Link>,
    },
    { head: texts.place, numeric: true, cell: ({ leafIndex }) => leafIndex + 1 },
    { head: texts.recordedAt, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
    {
      head: texts.recordedBy,
      cell: ({ role, actor }) => (role === 'SYSTEM' ? roles[role] : `${roles[role] ?? role} (${actor})`),
    },
    {
      head: texts.about,
      cell: ({ stream, dossierRef }) => {
        const [kind = '', ...rest] = stream.split('-');
        const name = `${kinds[kind] ?? kind} ${rest.join('-')}`;
        if (dossierRef === undefined) return name;
        return <Link to={`/verantwoording/tijdreis/dossiers/${dossierRef}`}>{name}</Link>;
      },
    },
    {
      head: texts.sealed,
      cell: ({ sealed }) => (
        <Status tone={sealed ? 'good' : 'waiting'}>{sealed ? texts.isSealed : texts.notSealed}</Status>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={texts.entries}
        columns={columns}
        rows={entries}
        keyOf={({ eventId }) => eventId}
        empty={texts.empty}
      />
      <SaveList
        name="grootboek"
        head={[...columns.map(({ head }) => head), texts.leafHash]}
        rows={entries.map(({ type, leafIndex, recordedAt, role, actor, stream, sealed, leafHash }) => [
          words.name(type),
          leafIndex + 1,
          instantText(recordedAt),
          `${roles[role] ?? role} (${actor})`,
          stream,
          sealed ? texts.isSealed : texts.notSealed,
          leafHash,
        ])}
      />
    </>
  );
}
