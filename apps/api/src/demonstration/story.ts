import type { Actor, ClientFileCommand, FactEvent, FactType, Role } from '@uitkomst/domain';

/** One thing somebody did on one day, as it would have come in over the API. */
export interface Step {
  /** The Amsterdam day on which it was recorded. */
  readonly on: string;
  readonly by: Actor;
  readonly command: ClientFileCommand | { readonly type: 'ClaimBonus'; readonly claim: ClaimAsked };
}

export interface ClaimAsked {
  readonly contractId?: string;
  readonly trajectId?: string;
  readonly jobId?: string;
  readonly assertedOutflowOn?: string;
  readonly cents?: number;
  readonly providerReference: string;
}

/** What happened to one client, told from the audit reports. The label is a first name of the report, and never recorded. */
export interface Story {
  readonly label: string;
  /** A test number that passes the check of a BSN and belongs to nobody. */
  readonly bsn: string;
  readonly registeredOn: string;
  readonly steps: readonly Step[];
}

const MUNICIPAL_STAFF: Readonly<Record<string, string>> = {
  CASEMGR: 'casemanager-1',
  BENEFITS: 'uitkeringen-1',
  REGISTRY: 'uwv-polis',
  OFFICER: 'betaalfunctionaris-1',
  CLIENT: 'client',
};

/** Staff of the demonstration municipality in a role; `number` tells colleagues apart. */
export const staff = (role: Role, number = 1): Actor => ({
  id: (MUNICIPAL_STAFF[role] ?? `${role.toLowerCase()}-1`).replace(/1$/, String(number)),
  role,
  orgId: 'VOORBEELDSTAD',
});

export const provider = (orgId: string): Actor => ({ id: `${orgId.toLowerCase()}-api`, role: 'PROVIDER', orgId });

const ORIGIN = {
  CASEMGR: { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' },
  BENEFITS: { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' },
  REGISTRY: { source: { system: 'UWV_POLIS' }, assurance: 'AUTHORITATIVE' },
  OFFICER: { source: { system: 'SUITE' }, assurance: 'DOCUMENTED' },
  PROVIDER: { source: { system: 'PROVIDER_API' }, assurance: 'ASSERTED_BY_PROVIDER' },
} as const;

type PayloadOf<T extends FactType> = Extract<FactEvent, { type: T }>['payload'];
type Told<T extends FactType> = Omit<PayloadOf<T>, 'source' | 'assurance'>;

/** Somebody records a fact; source and assurance follow from who it is. */
export function fact<T extends FactType>(on: string, by: Actor, told: readonly [type: T, payload: Told<T>]): Step {
  const [type, payload] = told;
  const origin = ORIGIN[by.role as keyof typeof ORIGIN];
  return {
    on,
    by,
    command: { type: 'RecordFact', fact: { type, payload: { ...payload, ...origin } } as unknown as FactEvent },
  };
}

export const claim = (on: string, providerId: string, asked: ClaimAsked): Step => ({
  on,
  by: provider(providerId),
  command: { type: 'ClaimBonus', claim: asked },
});

export const CASEMGR = staff('CASEMGR');
export const BENEFITS = staff('BENEFITS');
export const REGISTRY = staff('REGISTRY');
