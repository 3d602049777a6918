import type { Actor } from '../event.js';
import type { ClientFileEvent, FactEvent, FactType } from '../client-file/events.js';
import type { Evidence, Source } from '../client-file/fact-fields.js';
import type { z } from 'zod';
import { benefits, caseManager, officer, provider, registry } from './actors.js';

/** An event of the past: what happened, and who recorded it. */
export type Past = ClientFileEvent & { readonly by: Actor };

type PayloadOf<T extends FactType> = Extract<FactEvent, { type: T }>['payload'];
/** The fields of a fact that a story tells; where it came from is filled in. */
export type Told<T extends FactType> = Omit<PayloadOf<T>, 'source' | 'assurance'> &
  Partial<Pick<PayloadOf<T>, keyof PayloadOf<T> & ('source' | 'assurance')>>;

/** A fact as its usual recorder would give it; an actor may take that one's place. */
export function fact<T extends FactType>(type: T, told: Told<T>, by: Actor = usually(type)): Past {
  return { type, payload: { ...originOf(by), ...told }, by } as unknown as Past;
}

/** The fact alone, to be recorded by a command. */
export const factOf = <T extends FactType>(type: T, told: Told<T>, by: Actor = usually(type)): FactEvent => {
  const { by: _by, ...event } = fact(type, told, by);
  return event as FactEvent;
};

function usually(type: FactType): Actor {
  if (type.startsWith('Benefit') || type.startsWith('JobSubsidy')) return benefits();
  if (type.startsWith('Placement') || type === 'SelfPlacementConfirmed') return registry();
  if (type === 'ServiceDelivered' || type === 'ApplicationStarted' || type === 'VacancyReferred') return provider();
  return type === 'ExternalClaimReported' ? officer() : caseManager();
}

function originOf({ role }: Actor): { readonly source: z.infer<typeof Source>; readonly assurance: string } {
  if (role === 'REGISTRY') return { source: { system: 'UWV_POLIS' }, assurance: 'AUTHORITATIVE' };
  if (role === 'PROVIDER') return { source: { system: 'PROVIDER_API' }, assurance: 'DOCUMENTED' };
  if (role === 'CLIENT') return { source: { system: 'SUITE' }, assurance: 'CLIENT_STATEMENT' };
  return { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE' };
}

export const registered = (): Past => ({
  type: 'ClientRegistered',
  payload: { source: { system: 'GWS4ALL' }, assurance: 'AUTHORITATIVE', validFrom: '2008-01-01' },
  by: caseManager(),
});

/** Bijstand from 1 January 2008. */
export const benefitGranted = (told: Partial<Told<'BenefitGranted'>> = {}): Past =>
  fact('BenefitGranted', { benefitId: 'b1', kind: 'BIJSTAND', validFrom: '2008-01-01', ...told });

/** … stopped for work on 1 September 2008. */
export const benefitStopped = (told: Partial<Told<'BenefitStopped'>> = {}): Past =>
  fact('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-01', ...told });

/** A traject of Paswerk from 11 February 2008, intake a week before. */
export const trajectAssigned = (told: Partial<Told<'TrajectAssigned'>> = {}): Past =>
  fact('TrajectAssigned', {
    trajectId: 't1',
    providerId: 'PASWERK',
    contractId: 'K1',
    intakeOn: '2008-02-04',
    validFrom: '2008-02-11',
    ...told,
  });

export const serviceDelivered = (told: Partial<Told<'ServiceDelivered'>> = {}, by = provider()): Past =>
  fact('ServiceDelivered', { trajectId: 't1', kind: 'COURSE', validFrom: '2008-07-20', ...told }, by);

export const applicationStarted = (told: Partial<Told<'ApplicationStarted'>> = {}, by = provider()): Past =>
  fact('ApplicationStarted', { jobId: 'j1', by: 'PROVIDER', validFrom: '2008-08-04', ...told }, by);

/** Regular work, 36 hours, from 1 September 2008, known from the register of wages. */
export const placementStarted = (told: Partial<Told<'PlacementStarted'>> = {}, by = registry()): Past =>
  fact(
    'PlacementStarted',
    { jobId: 'j1', employerId: 'BEVEILIGER', form: 'REGULAR', weeklyHours: 3600, validFrom: '2008-09-01', ...told },
    by,
  );

/** Anja's ordinary sister: off welfare into lasting work that Paswerk brought about. Mature on 1 March, registers by 1 April 2009. */
export const lastingOutflow = (): readonly Past[] => [
  registered(),
  benefitGranted(),
  trajectAssigned(),
  serviceDelivered(),
  applicationStarted(),
  placementStarted(),
  benefitStopped(),
];

/** A piece of evidence; the number tells pieces apart. */
export const evidence = (kind: z.infer<typeof Evidence>['kind'] = 'PAYSLIP', number = 1): z.infer<typeof Evidence> => ({
  id: `00000000-0000-7000-9000-${String(number).padStart(12, '0')}`,
  kind,
  sha256: String(number).padStart(64, '0'),
});
