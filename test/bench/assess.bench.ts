// How long one decision on a long file takes: a file of 100 events in less than 100 µs.
import {
  assess,
  dayOf,
  isFact,
  MILESTONE_DEFAULT,
  noTerms,
  PRESETS,
  textOf,
  type RecordedFileEvent,
  type Subject,
} from '@uitkomst/domain';
import { applicationStarted, benefitGranted, benefitStopped, fact, placementStarted } from '@uitkomst/domain/testing';
import { serviceDelivered, trajectAssigned, type Past } from '@uitkomst/domain/testing';

const EVENTS = 100;
const TARGET_MICROSECONDS = 100;
const SAMPLES = 200;
const ROUNDS_PER_SAMPLE = 25;
const FIRST_DAY = dayOf('1990-01-01');
const SPELL_DAYS = 490;

/** One spell on welfare that ended in a job that did not last, with everything an officer would find on file about it. */
function spell(number: number): readonly Past[] {
  const on = (days: number): string => textOf((FIRST_DAY + number * SPELL_DAYS + days) as typeof FIRST_DAY);
  const [benefitId, trajectId, jobId] = [`b${number}`, `t${number}`, `j${number}`];
  return [
    benefitGranted({ benefitId, validFrom: on(0) }),
    fact('BenefitReduced', { benefitId, percent: 20, cause: 'SANCTION', validFrom: on(20), validTo: on(50) }),
    trajectAssigned({ trajectId, intakeOn: on(30), validFrom: on(40) }),
    serviceDelivered({ trajectId, validFrom: on(60) }),
    serviceDelivered({ trajectId, validFrom: on(90) }),
    applicationStarted({ jobId, validFrom: on(100) }),
    placementStarted({ jobId, employerId: `employer-${number}`, validFrom: on(120) }),
    benefitStopped({ benefitId, validFrom: on(120) }),
    fact('JobSubsidyStarted', {
      fundingId: `f${number}`,
      jobId,
      scheme: 'LOONKOSTENSUBSIDIE',
      payer: 'GEM_HAARLEM',
      validFrom: on(120),
      validTo: on(180),
    }),
    fact('PlacementEnded', { jobId, validFrom: on(470) }),
  ];
}

function longFile(): Subject {
  const spells = EVENTS / spell(0).length;
  const events = Array.from({ length: spells }, (_, number) => spell(number)).flat();
  const facts = events
    .map(({ by, ...event }, revision): RecordedFileEvent => {
      const id = `00000000-0000-7000-8000-${String(revision).padStart(12, '0')}`;
      const recordedAt = '2009-01-01T10:00:00.000Z';
      return { ...event, id, revision, recordedAt, actor: by, commandId: id, commandHash: '' };
    })
    .filter(isFact);
  const definition = PRESETS.get('NL-STD@1');
  if (!definition) throw new Error('no NL-STD@1');
  const last = spells - 1;
  return {
    file: { revision: events.length - 1, facts, attributions: [], payments: [] },
    claim: {
      claimId: 'abcdefghijklm.a',
      providerId: 'PASWERK',
      trajectId: `t${last}`,
      jobId: `j${last}`,
      milestone: MILESTONE_DEFAULT,
      outcomeType: 'WORK',
      submittedOn: dayOf('2003-06-01'),
      evidence: [],
      reviews: [],
      setAside: [],
    },
    terms: noTerms('0392'),
    asOf: dayOf('2010-01-01'),
    whatIf: { definition, tariffCents: 300_000 },
  };
}

/** Microseconds of processor time, ascending, so that a busy machine does not count. Every round decides on a file object of its own: nothing is remembered of it. */
function measure(subject: Subject): readonly number[] {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { user, system } = process.cpuUsage();
    for (let round = 0; round < ROUNDS_PER_SAMPLE; round += 1) assess({ ...subject, file: { ...subject.file } });
    const used = process.cpuUsage({ user, system });
    samples.push((used.user + used.system) / ROUNDS_PER_SAMPLE);
  }
  return samples.toSorted((a, b) => a - b);
}

const subject = longFile();
if (subject.file.facts.length !== EVENTS || assess(subject).outcome !== 'ELIGIBLE')
  throw new Error('Not the file meant');
measure(subject); // Warm.
const samples = measure(subject);
const at = (part: number): number => samples[Math.floor(part * (samples.length - 1))] ?? Number.NaN;
console.log(
  `assess, ${EVENTS} events: median ${at(0.5).toFixed(1)} µs, p95 ${at(0.95).toFixed(1)} µs (target < ${TARGET_MICROSECONDS})`,
);
