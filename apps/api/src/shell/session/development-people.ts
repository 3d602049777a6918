import type { Role } from '@uitkomst/domain';
import { PROVIDERS } from '@uitkomst/projections';
import { readMark } from '../../demonstration/demonstration-mark.js';
import type { Services } from '../open-services.js';
import type { Bilingual } from '../http/problem.js';

/** Somebody to sign in as where the development issuer runs: whoever the demonstration is about. */
export interface DevelopmentPerson {
  readonly key: string;
  readonly role: Role;
  readonly subject: string;
  readonly organisation?: string;
  readonly client?: string;
  readonly label: Bilingual;
}

const STAFF: readonly DevelopmentPerson[] = [
  person('OFFICER', 'betaalfunctionaris-1', { nl: 'Betaalfunctionaris 1', en: 'Payment officer 1' }),
  person('OFFICER', 'betaalfunctionaris-2', { nl: 'Betaalfunctionaris 2', en: 'Payment officer 2' }),
  person('APPROVER2', 'approver2-1', { nl: 'Tweede fiatteur 1', en: 'Second approver 1' }),
  person('APPROVER2', 'approver2-2', { nl: 'Tweede fiatteur 2', en: 'Second approver 2' }),
  person('CASEMGR', 'casemanager-1', { nl: 'Klantmanager', en: 'Case manager' }),
  person('BENEFITS', 'uitkeringen-1', { nl: 'Uitkeringsadministratie', en: 'Benefits administration' }),
  person('FINANCE', 'finance-1', { nl: 'Financiën', en: 'Finance' }),
  person('CONTRACTS', 'contracts-1', { nl: 'Contractbeheer', en: 'Contract management' }),
  person('AUDITOR', 'auditor-1', { nl: 'Controleur', en: 'Auditor' }),
];

function person(role: Role, subject: string, label: Bilingual): DevelopmentPerson {
  return { key: subject, role, subject, label };
}

const provider = (organisation: string): DevelopmentPerson => {
  const label = { nl: `Aanbieder ${organisation}`, en: `Provider ${organisation}` };
  return { ...person('PROVIDER', `${organisation.toLowerCase()}-1`, label), organisation };
};

const client = (name: string, dossierRef: string): DevelopmentPerson => {
  const label = { nl: `Cliënt ${name}`, en: `Client ${name}` };
  return { ...person('CLIENT', `client-${dossierRef}`, label), client: dossierRef };
};

type Needs = Pick<Services, 'reads' | 'settings'>;

/** Staff, one person of every provider there is, and the clients of the demonstration's stories. */
export async function developmentPeople({ reads, settings }: Needs): Promise<readonly DevelopmentPerson[]> {
  const where = [{ column: 'municipality', is: '=', value: settings.municipality }] as const;
  const providers = await reads.select(PROVIDERS, { where });
  const organisations = [...new Set(providers.map(({ providerId }) => providerId))].toSorted();
  const stories = readMark(settings.dataFolder)?.stories ?? [];
  return [
    ...STAFF,
    ...organisations.map(provider),
    ...stories.map(({ label, dossierRef }) => client(label, dossierRef)),
  ];
}
