import {
  applicationStarted,
  evidence,
  fact,
  placementStarted,
  serviceDelivered,
  trajectAssigned,
} from '../testing/facts.js';
import type { Contract, Terms } from '../terms/terms.js';
import { contract } from '../testing/terms.js';
import { dayOf } from '../values/calendar-date.js';
import { assess } from './assess.js';
import { groundsOf } from './grounds.js';
import {
  attributed,
  eventId,
  outflowWith,
  outflowWithout,
  payment,
  subjectOf,
  type Asked,
  type Heard,
} from './testing/story.js';

const SUBMISSION = eventId(700_001);
const REGISTRATION = eventId(800_001);
const TARIFF = eventId(800_002);
const PUBLICATION = eventId(800_003);
const POLIS = eventId(800_004);
const GWS = eventId(800_005);

/** The facts a passed rule rests on, as an officer would name them; undefined where it did not pass. */
function restsOn(rule: string, past: readonly Heard[], asked: Asked = {}): readonly string[] | undefined {
  const subject = subjectOf(past, asked);
  return groundsOf(subject)
    .get(rule)
    ?.map((id) => nameIn(past, id));
}

function nameIn(past: readonly Heard[], id: string): string {
  const told = past.find((_told, index) => eventId(index) === id);
  if (told === undefined) return id;
  const { validFrom } = told.payload as { readonly validFrom?: string };
  return validFrom === undefined ? told.type : `${told.type} ${validFrom}`;
}

const ASSIGNED = 'TrajectAssigned 2008-02-11';
const STARTED = 'PlacementStarted 2008-09-01';
const STOPPED = 'BenefitStopped 2008-09-01';
const APPLIED = 'ApplicationStarted 2008-08-04';
const SERVED = 'ServiceDelivered 2008-07-20';

/** K1 as its own events told it. */
function agreed(): Partial<Terms> {
  const { registrations, tariffs } = contract('K1', 'PASWERK');
  const [registration, tariff] = [registrations[0], tariffs[0]];
  if (registration === undefined || tariff === undefined) throw new Error('no contract');
  const told: Contract = {
    contractId: 'K1',
    registrations: [{ ...registration, recordedBy: REGISTRATION }],
    tariffs: [{ ...tariff, recordedBy: TARIFF }],
  };
  return { contracts: new Map([['K1', told]]) };
}

describe('contract, assignment and tariff', () => {
  it.each([
    ['R1', [ASSIGNED, REGISTRATION]],
    ['R2', [ASSIGNED]],
    ['R5', [SUBMISSION, STARTED]],
    ['R22', [SUBMISSION]],
  ])('%s', (rule, facts) =>
    expect(restsOn(rule, outflowWith(), { terms: agreed(), claim: { submittedBy: SUBMISSION } })).toEqual(facts),
  );

  it('rest on nothing but the assignment where no registration is on record', () =>
    expect(restsOn('R1', outflowWith())).toEqual([ASSIGNED]));

  it('name the definition set and the tariff that were chosen', () => {
    const { whatIf, ...subject } = subjectOf(outflowWith(), { terms: agreed() });
    if (whatIf?.definition === undefined) throw new Error('no definition');
    const published = { ...whatIf.definition, recordedOn: dayOf('2000-01-01'), recordedBy: PUBLICATION };
    const terms = { ...subject.terms, definitions: new Map([['NL-STD', [published]]]) };
    const grounds = groundsOf({ ...subject, terms });
    expect([grounds.get('R6'), grounds.get('R39')]).toEqual([[PUBLICATION, eventId(2)], [TARIFF]]);
  });

  it('name the pieces that were asked for', () => {
    const piece = evidence('PAYSLIP');
    const asked: Asked = { definition: { requiredEvidence: ['PAYSLIP'] }, claim: { evidence: [piece] } };
    expect(restsOn('R4', outflowWith(), asked)).toEqual([piece.id]);
  });
});

describe('benefits', () => {
  it('R10 and R11 rest on the end that was read', () => {
    expect(restsOn('R10', outflowWith())).toEqual([STOPPED]);
    expect(restsOn('R11', outflowWith())).toEqual([STOPPED]);
  });

  it('the two codes that a running benefit does not give rest on that benefit', () => {
    const running = outflowWithout(['BenefitStopped']);
    expect(restsOn('R7', running)).toEqual(['BenefitGranted 2008-01-01']);
    expect(restsOn('R9', running)).toEqual(['BenefitGranted 2008-01-01']);
    expect(restsOn('R8', running)).toBeUndefined();
  });
});

describe('the job', () => {
  it.each(['R12', 'R13', 'R14', 'R15', 'R17', 'R19', 'R20', 'R21', 'R27', 'R28'])('%s rests on its start', (rule) =>
    expect(restsOn(rule, outflowWith())).toEqual([STARTED]),
  );

  it('is proven by the confirmation beside the assertion', () => {
    const asserted = outflowWithout(
      ['PlacementStarted'],
      placementStarted({ assurance: 'ASSERTED_BY_PROVIDER' }),
      fact('PlacementConfirmed', { jobId: 'j1' }),
    );
    expect(restsOn('R12', asserted)).toEqual([STARTED, 'PlacementConfirmed']);
  });

  it('was subsidised once, and that ended', () => {
    const subsidised = outflowWith(
      fact('JobSubsidyStarted', {
        fundingId: 'f1',
        jobId: 'j1',
        payer: 'HAARLEM',
        scheme: 'WAGE_COST_SUBSIDY',
        validFrom: '2008-09-01',
      }),
      fact('JobSubsidyEnded', { fundingId: 'f1', validFrom: '2008-10-01' }),
    );
    const told = ['JobSubsidyEnded 2008-10-01', 'JobSubsidyStarted 2008-09-01'];
    const asked: Asked = { definition: { conversionCounts: true }, at: '2009-06-02' };
    expect(restsOn('R16', subsidised, asked)).toEqual([STARTED, ...told]);
  });

  it('has the hours that changes told of, and the former jobs it was compared with', () => {
    const past = outflowWith(
      fact('PlacementChanged', { jobId: 'j1', weeklyHours: 2000, validFrom: '2008-12-01' }),
      placementStarted({ jobId: 'j0', employerId: 'BAKKER', validFrom: '2007-01-01' }),
      fact('PlacementEnded', { jobId: 'j0', validFrom: '2007-12-01' }),
    );
    const asked: Asked = { definition: { minHours: 12, prevEmployerYears: 4 } };
    expect(restsOn('R19', past, asked)).toEqual([STARTED, 'PlacementChanged 2008-12-01']);
    expect(restsOn('R21', past, asked)).toEqual([STARTED, 'PlacementStarted 2007-01-01']);
  });
});

describe('the period', () => {
  it('rests on what began it, and on the ends of the benefits that did not come back', () => {
    expect(restsOn('R23', outflowWith())).toEqual([STARTED]);
    expect(restsOn('R25', outflowWith())).toEqual([STARTED, STOPPED]);
    expect(restsOn('R26', outflowWith())).toEqual([STARTED]);
  });

  it('rests on what the registers said of themselves', () => {
    const complete = new Map([
      ['UWV_POLIS' as const, dayOf('2010-01-01')],
      ['GWS4ALL' as const, dayOf('2010-01-01')],
    ]);
    const watermarkedBy = new Map([
      ['UWV_POLIS' as const, POLIS],
      ['GWS4ALL' as const, GWS],
    ]);
    const asked: Asked = {
      definition: { requiredSources: ['UWV_POLIS', 'GWS4ALL'] },
      terms: { watermarks: complete, watermarkedBy },
    };
    expect(restsOn('R24', outflowWith(), asked)).toEqual([STARTED, POLIS, GWS]);
  });
});

describe('credit', () => {
  it.each([
    ['R29', [ASSIGNED, STARTED]],
    ['R30', [APPLIED, ASSIGNED]],
    ['R31', [APPLIED, ASSIGNED]],
    ['R32', [ASSIGNED, STARTED, SERVED]],
    ['R33', []],
    ['R34', [ASSIGNED]],
  ])('%s', (rule, facts) => expect(restsOn(rule, outflowWith())).toEqual(facts));

  it('rests on the intake that was held, on every service and on what the client said', () => {
    const past = outflowWith(
      fact('IntakeHeld', { trajectId: 't1', validFrom: '2008-02-12' }),
      serviceDelivered({ validFrom: '2008-08-01' }),
      fact('ClientStatement', { jobId: 'j1', contribution: 'ASSISTED' }),
      applicationStarted({ validFrom: '2008-08-20', by: 'CLIENT' }),
    );
    expect(restsOn('R30', past)).toEqual([APPLIED, 'IntakeHeld 2008-02-12']);
    expect(restsOn('R31', past)).toEqual([APPLIED, 'ApplicationStarted 2008-08-20', 'IntakeHeld 2008-02-12']);
    expect(restsOn('R32', past)).toEqual([ASSIGNED, STARTED, SERVED, 'ServiceDelivered 2008-08-01']);
    expect(restsOn('R33', past)).toEqual(['ClientStatement']);
  });

  it('rests on the decision of an officer, and never on the traject of another', () => {
    const rival = trajectAssigned({ trajectId: 't2', providerId: 'SAGENN', validFrom: '2007-01-01' });
    expect(restsOn('R34', outflowWith(rival, attributed({ PASWERK: 6000, SAGENN: 4000 })))).toEqual([
      'AttributionDecided',
    ]);
    expect(restsOn('R34', outflowWith(rival))).toEqual([ASSIGNED]);
  });
});

describe('money', () => {
  const other = payment({ episodeOn: dayOf('2003-01-01'), jobId: 'j0' });

  it('rests on no fact where none is on record, and otherwise on the payments it was held against', () => {
    expect(restsOn('R35', outflowWith())).toEqual([]);
    expect(restsOn('R36', outflowWith())).toEqual([]);
    expect(restsOn('R37', outflowWith())).toEqual([]);
    expect(restsOn('R37', outflowWith(), { payments: [other] })).toEqual([other.eventId]);
  });

  it('rests on what was paid beside a decided share', () => {
    const share = payment({ episodeOn: dayOf('2008-09-01'), jobId: 'j1', netCents: 120_000, tariffCents: 300_000 });
    const past = outflowWith(attributed({ PASWERK: 6000, SAGENN: 4000 }));
    expect(restsOn('R35', past, { payments: [share] })).toEqual([share.eventId]);
  });
});

test('exactly the rules that a decision says were passed have their facts found again', () => {
  for (const past of [outflowWith(), outflowWithout(['BenefitStopped']), outflowWithout(['PlacementStarted'])]) {
    const subject = subjectOf(past);
    expect([...groundsOf(subject).keys()]).toEqual(assess(subject).passed);
  }
});
