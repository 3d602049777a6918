import { DataTable } from '../../parts/data-table.js';
import { Loaded } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { useReading } from '../../shell/api/use-reading.js';
import { useBilingual } from '../../shell/language/language.js';
import { useShellTexts } from '../../shell/shell-texts.js';
import { StaffingCheck } from './staffing-check.js';
import { useTracesTexts } from './traces-texts.js';

/** Separation of duties as the rules have it, and whether given people can do everything under it. */
export function WhoMayPage() {
  const texts = useTracesTexts();
  const said = useBilingual();
  const roles: Readonly<Record<string, string>> = useShellTexts().roles;
  const reading = useReading('/functiescheiding', {});
  return (
    <Page title={texts.whoMay} above={[{ path: '/verantwoording/toezicht', title: texts.title }]}>
      <p>{texts.whoMayIntro}</p>
      <Loaded reading={reading}>
        {({ results }) => {
          const nameOf = new Map(results.map(({ duty, text }) => [duty, said(text)]));
          return (
            <>
              <DataTable
                caption={texts.whoMay}
                captionHidden
                columns={[
                  { head: texts.duty, cell: ({ text }) => said(text) },
                  { head: texts.roles, cell: (row) => row.roles.map((role) => roles[role]).join(', ') },
                  {
                    head: texts.notAfter,
                    cell: ({ notAfter }) =>
                      notAfter.length === 0 ? texts.anybody : notAfter.map((duty) => nameOf.get(duty)).join(', '),
                  },
                ]}
                rows={results}
                keyOf={({ duty }) => duty}
              />
              <StaffingCheck nameOf={(duty) => nameOf.get(duty) ?? duty} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
