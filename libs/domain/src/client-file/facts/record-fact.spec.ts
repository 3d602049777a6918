import {
  applicationStarted,
  benefits,
  benefitGranted,
  C1,
  CLAIM_IN_STATE,
  client,
  fact,
  factOf,
  given,
  lastingOutflow,
  provider,
  registered,
  registry,
  trajectAssigned,
  type Told,
} from '../../testing/index.js';
import type { Actor } from '../../event.js';
import type { ClientFileCommand } from '../commands.js';
import type { FactType } from '../events.js';

const record = <T extends FactType>(type: T, told: Told<T>, by?: Actor): ClientFileCommand => ({
  type: 'RecordFact',
  fact: factOf(type, told, by),
});
const file = () => given(...lastingOutflow());
const code = (type: ClientFileCommand, actor: Actor, past = file()) => past.when(type, actor).refusal;

describe('RecordFact', () => {
  it('records what happened and, in the same append, what it does to every claim of the file', () => {
    const { given: rejected } = CLAIM_IN_STATE.ELIGIBLE();
    const outcome = rejected.when(
      record('BenefitGranted', { benefitId: 'b2', kind: 'BIJSTAND', validFrom: '2009-01-05' }),
      benefits(),
    );
    expect(outcome.types).toEqual(['BenefitGranted', 'ClaimDetermined']);
    expect(outcome.events[1]).toMatchObject({
      actor: { role: 'SYSTEM' },
      payload: { claimId: C1, number: 2, outcome: 'REJECTED', fail: ['RELAPSE_WITHIN_SUSTAIN'] },
    });
    const { rules, basis } = outcome.given.claim(C1).determination?.payload ?? {};
    const id = outcome.given.file.facts.at(-1)?.id;
    expect(rules?.find(({ rule }) => rule === 'R25')?.evidence).toEqual([id]); // A fact of the same append, by the id it got.
    expect(basis?.fileRevision).toBe(outcome.given.stream.length - 2);
  });

  it('the same from the same source is heard once; something else under that reference is refused', () => {
    const source = { system: 'GWS4ALL', ref: 'besluit/17' } as const;
    const told = { benefitId: 'b2', kind: 'WW', validFrom: '2010-01-01', source } as const;
    const once = file().after(record('BenefitGranted', told), benefits());
    expect(once.when(record('BenefitGranted', told), benefits())).toMatchObject({ events: [], types: [] });
    const other = record('BenefitGranted', { ...told, validFrom: '2010-02-01' });
    expect(code(other, benefits(), once)).toMatchObject({ code: 'SOURCE_REF_REUSED' });
  });

  it('a new delivery under the same reference that names what it supersedes takes its place', () => {
    const source = { system: 'GWS4ALL', ref: 'besluit/17' } as const;
    const told = { benefitId: 'b2', kind: 'WW', validFrom: '2010-01-01', source } as const;
    const once = file().after(record('BenefitGranted', told), benefits());
    const supersedes = once.file.facts.at(-1)?.id ?? '';
    const outcome = once.when(record('BenefitGranted', { ...told, validFrom: '2010-02-01', supersedes }), benefits());
    expect(outcome.types).toEqual(['FactCorrected', 'BenefitGranted']);
    expect(outcome.given.file.facts.filter(({ id }) => id === supersedes)).toEqual([]);
  });

  it('nothing is recorded about a person whose file was never opened', () => {
    expect(
      code(record('BenefitGranted', { benefitId: 'b9', kind: 'WW', validFrom: '2010-01-01' }), benefits(), given()),
    ).toEqual({
      code: 'NOT_FOUND',
    });
  });

  it.each<{
    readonly what: string;
    readonly command: ClientFileCommand;
    readonly actor: Actor;
    readonly refusal: object;
  }>([
    {
      what: 'an end of a benefit nobody granted',
      command: record('BenefitStopped', { benefitId: 'b9', reason: 'MOVED', validFrom: '2009-01-01' }),
      actor: benefits(),
      refusal: { code: 'UNKNOWN_REFERENCE', data: { field: 'benefitId' } },
    },
    {
      what: 'an end of a job that never began',
      command: record('PlacementEnded', { jobId: 'j9', validFrom: '2009-01-01' }),
      actor: registry(),
      refusal: { code: 'UNKNOWN_REFERENCE', data: { field: 'jobId' } },
    },
    {
      what: 'a service on a traject nobody assigned',
      command: record('ServiceDelivered', { trajectId: 't9', kind: 'COURSE', validFrom: '2008-05-01' }),
      actor: provider(),
      refusal: { code: 'UNKNOWN_REFERENCE', data: { field: 'trajectId' } },
    },
    {
      what: 'an end before the beginning',
      command: record('PlacementEnded', { jobId: 'j1', validFrom: '2008-08-31' }),
      actor: registry(),
      refusal: { code: 'INVALID_PERIOD', data: { field: 'validFrom' } },
    },
    {
      what: 'a period that ends before it begins',
      command: record('BenefitGranted', {
        benefitId: 'b2',
        kind: 'WW',
        validFrom: '2009-02-01',
        validTo: '2009-01-31',
      }),
      actor: benefits(),
      refusal: { code: 'INVALID_PERIOD', data: { field: 'validTo' } },
    },
    {
      what: 'a contract that ends before the work begins',
      command: record('PlacementStarted', {
        jobId: 'j2',
        employerId: 'E',
        form: 'REGULAR',
        validFrom: '2009-02-01',
        contractEndOn: '2009-01-01',
      }),
      actor: registry(),
      refusal: { code: 'INVALID_PERIOD', data: { field: 'contractEndOn' } },
    },
    {
      what: 'a second end without saying that it corrects the first',
      command: record('BenefitStopped', { benefitId: 'b1', reason: 'WORK_EMPLOYMENT', validFrom: '2008-10-01' }),
      actor: benefits(),
      refusal: { code: 'ALREADY_ENDED' },
    },
    {
      what: 'an id that names something else already',
      command: record('BenefitGranted', { benefitId: 'b1', kind: 'WW', validFrom: '2010-01-01' }),
      actor: benefits(),
      refusal: { code: 'ID_REUSED' },
    },
  ])('refuses $what', ({ command, actor, refusal }) => {
    expect(code(command, actor)).toEqual(refusal);
  });

  it('takes an end on the very day of the beginning', () => {
    const end = record('PlacementEnded', { jobId: 'j1', validFrom: '2008-09-01' });
    expect(file().when(end, registry()).types).toContain('PlacementEnded');
    const oneDay = { benefitId: 'b2', kind: 'WW', validFrom: '2009-02-01', validTo: '2009-02-01' } as const;
    expect(file().when(record('BenefitGranted', oneDay), benefits()).types).toContain('BenefitGranted');
  });

  it('a provider writes on its own trajects only, and learns nothing of other files', () => {
    const sagenns = file().and(trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', contractId: 'K2' }));
    const service = record('ServiceDelivered', { trajectId: 't1', kind: 'COURSE', validFrom: '2008-05-01' });
    expect(code(service, provider('SAGENN'), sagenns)).toEqual({
      code: 'UNKNOWN_REFERENCE',
      data: { field: 'trajectId' },
    });
    expect(code(service, provider('SAGENN'))).toEqual({ code: 'NOT_FOUND' });
    expect(code(service, provider('SAGENN'), given())).toEqual({ code: 'NOT_FOUND' });
  });

  it('a provider may assert a job of its client, never establish it', () => {
    const told = { jobId: 'j2', employerId: 'BAKKER', form: 'REGULAR', validFrom: '2009-02-01' } as const;
    expect(file().when(record('PlacementStarted', told, provider()), provider()).types).toEqual(['PlacementStarted']);
    const sure = record('PlacementStarted', { ...told, assurance: 'AUTHORITATIVE' }, provider());
    const polis = record('PlacementStarted', { ...told, source: { system: 'UWV_POLIS' } }, provider());
    expect([sure, polis].map((command) => code(command, provider())?.code)).toEqual([
      'ROLE_MAY_NOT_RECORD',
      'ROLE_MAY_NOT_RECORD',
    ]);
  });

  it('a register speaks for itself only', () => {
    const told = { jobId: 'j2', employerId: 'BAKKER', form: 'REGULAR', validFrom: '2009-02-01' } as const;
    const imported = record('PlacementStarted', { ...told, source: { system: 'IMPORT' } }, registry());
    expect(code(imported, registry())?.code).toBe('ROLE_MAY_NOT_RECORD');
  });

  it('a client says what it knows as a client', () => {
    const told = { jobId: 'j1', contribution: 'NONE' } as const;
    expect(code(record('ClientStatement', told, client()), client())).toBeUndefined();
    const sure = record('ClientStatement', { ...told, assurance: 'AUTHORITATIVE' }, client());
    expect(code(sure, client())?.code).toBe('ROLE_MAY_NOT_RECORD');
  });
});

describe('One job, one id', () => {
  const told = { jobId: 'polis-7', employerId: 'BEVEILIGER', form: 'REGULAR', validFrom: '2008-10-02' } as const;
  const start = (on: string): ClientFileCommand => record('PlacementStarted', { ...told, validFrom: on });

  it('a placement with the same employer within 31 days is linked by the system', () => {
    const outcome = file().when(start('2008-10-02'), registry());
    expect(outcome.types).toEqual(['PlacementStarted', 'JobLinked']);
    expect(outcome.events[1]).toMatchObject({
      payload: { jobId: 'polis-7', sameAsJobId: 'j1' },
      actor: { role: 'SYSTEM' },
    });
  });

  it('32 days apart, or after the first had ended, it is another job', () => {
    expect(file().when(start('2008-10-03'), registry()).types).toEqual(['PlacementStarted']);
    const ended = file().and(fact('PlacementEnded', { jobId: 'j1', validFrom: '2008-09-20' }));
    expect(ended.when(start('2008-09-20'), registry()).types).toEqual(['PlacementStarted']);
  });

  it('where two different jobs would match, a person says which', () => {
    const two = given(registered(), benefitGranted(), applicationStarted()).and(
      fact('PlacementStarted', { ...told, jobId: 'a', validFrom: '2008-09-01' }),
      fact('PlacementStarted', { ...told, jobId: 'b', validFrom: '2008-10-20' }),
    );
    expect(two.when(start('2008-09-25'), registry()).types).toEqual(['PlacementStarted']);
  });
});
