import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Instant } from '../../parts/values.js';
import type { Schema } from '../../shell/api/client.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useMyFileTexts } from '../my-file-texts.js';
import { useOwnFile } from '../own-file.js';
import { StatementForm, type Job } from './statement-form.js';

type Event = Schema<'TimelineEvent'>;

/** What the client says of the help it got, and what it said before. */
export function StatementPage() {
  const texts = useMyFileTexts();
  const dossierRef = useOwnFile();
  const reading = useReading('/dossiers/{dossierRef}/tijdlijn', { path: { dossierRef } });
  return (
    <Page title={texts.statement} above={[{ path: '/mijn-dossier', title: texts.title }]}>
      <p>{texts.statementIntro}</p>
      <Loaded reading={reading}>
        {({ events }) => {
          const jobs = jobsIn(events);
          return (
            <>
              {jobs.length === 0 ? <p>{texts.noJobs}</p> : <StatementForm jobs={jobs} />}
              <Earlier events={events} jobs={jobs} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Every job that was recorded and not retracted. */
const jobsIn = (events: readonly Event[]): readonly Job[] =>
  events
    .filter(({ type, retracted }) => type === 'PlacementStarted' && !retracted)
    .map(({ fields }) => ({
      jobId: String(fields['jobId']),
      employerId: String(fields['employerId']),
      startedOn: String(fields['validFrom']),
    }));

interface Props {
  readonly events: readonly Event[];
  readonly jobs: readonly Job[];
}

function Earlier({ events, jobs }: Props) {
  const texts = useMyFileTexts();
  const statements = events.filter(({ type }) => type === 'ClientStatement').toReversed();
  const contributions: Readonly<Record<string, string>> = texts.contributions;
  const employerOf = (jobId: string): string => jobs.find((job) => job.jobId === jobId)?.employerId ?? jobId;
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{texts.earlier}</h2>
      <DataTable
        caption={texts.earlier}
        captionHidden
        columns={[
          { head: texts.job, cell: ({ fields }) => employerOf(String(fields['jobId'])) },
          { head: texts.contribution, cell: ({ fields }) => contributions[String(fields['contribution'])] ?? '–' },
          { head: texts.statedOn, cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
        ]}
        rows={statements}
        keyOf={({ eventId }) => eventId}
      />
    </section>
  );
}
