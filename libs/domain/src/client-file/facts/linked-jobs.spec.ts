import {
  applicationStarted,
  benefitGranted,
  benefitStopped,
  benefits,
  factOf,
  given,
  provider,
  registry,
  serviceDelivered,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';
import { idsOfJob } from './jobs.js';

const start = (jobId: string, on: string, by = registry()): ClientFileCommand => {
  const told = { jobId, employerId: 'BEVEILIGER', form: 'REGULAR', weeklyHours: 3600, validFrom: on } as const;
  return { type: 'RecordFact', fact: factOf('PlacementStarted', told, by) };
};
const end = (jobId: string, on: string, by = registry()): ClientFileCommand => ({
  type: 'RecordFact',
  fact: factOf('PlacementEnded', { jobId, validFrom: on }, by),
});

/** One job, known to the provider as j1 and to the register as r1, where it ended on that day. */
const endedInRegister = (on: string): GivenFile =>
  given(benefitGranted(), benefitStopped(), trajectAssigned(), serviceDelivered(), applicationStarted())
    .after(start('j1', '2008-09-01', provider()), provider(), '2008-09-02')
    .after(start('r1', '2008-09-01'), registry(), '2008-10-02')
    .after(end('r1', on), registry(), '2008-11-10');

describe('A job that ended under a linked id', () => {
  it('is not for a provider to end on another day under its own', () => {
    const later = endedInRegister('2008-11-01').when(end('j1', '2009-05-01', provider()), provider(), '2009-05-02');
    expect(later).toMatchObject({ refusal: { code: 'ALREADY_ENDED' }, events: [] });
  });

  it('is another job than the one the client was hired for after that', () => {
    const rehired = endedInRegister('2008-09-15').when(start('r2', '2008-09-20'), registry(), '2008-11-20');
    expect(rehired.types).toEqual(['PlacementStarted']);
  });

  it('is another job in whatever order the start and the end were told', () => {
    const started = given(trajectAssigned()).after(start('j1', '2008-09-01'), registry());
    const rehired = started.after(start('r2', '2008-09-20'), registry());
    const ended = rehired.when(end('j1', '2008-09-15'), registry());
    expect(ended.types).toEqual(['PlacementEnded', 'FactRetracted']);
    expect(ended.events[1]).toMatchObject({
      actor: { role: 'SYSTEM' },
      payload: { targetEventId: linkOf(rehired)?.id },
    });
    expect(linkOf(ended.given)).toBeUndefined();

    const earlierToldLast = given(trajectAssigned())
      .after(start('r2', '2008-09-20'), registry())
      .after(start('j1', '2008-09-01'), registry())
      .after(end('j1', '2008-09-15'), registry());
    expect(linkOf(earlierToldLast)).toBeUndefined();
  });

  it('stays linked to what it is the same as', () => {
    const file = given(trajectAssigned())
      .after(start('r2', '2008-09-20'), registry())
      .after(start('j1', '2008-09-01', provider()), provider())
      .after(start('r1', '2008-09-01'), registry())
      .after(end('r1', '2008-09-15'), registry());
    expect(idsOfJob(file.file.facts, 'r1')).toEqual(new Set(['r1', 'j1']));
    expect(idsOfJob(file.file.facts, 'r2')).toEqual(new Set(['r2']));
  });

  it('is the same job again where that end turns out to be wrong', () => {
    const ended = given(trajectAssigned())
      .after(start('j1', '2008-09-01'), registry())
      .after(end('j1', '2008-09-15'), registry());
    const rehired = ended.after(start('r2', '2008-09-20'), registry());
    const targetEventId = ended.file.facts.at(-1)?.id ?? '';
    const retracted = rehired.when({ type: 'RetractFact', targetEventId, reason: 'WRONG_DATE' }, registry());
    expect(retracted.types).toEqual(['FactRetracted', 'JobLinked']);
  });

  it('stays the same job where a person said so', () => {
    const linked = factOf('JobLinked', { jobId: 'r2', sameAsJobId: 'j1' }, benefits());
    const file = given(trajectAssigned())
      .after(start('j1', '2008-09-01'), registry())
      .after(end('j1', '2008-09-15'), registry())
      .after(start('r2', '2008-09-20'), registry())
      .after({ type: 'RecordFact', fact: linked }, benefits());
    expect(linkOf(file.after(end('r2', '2009-09-15'), registry()))).toBeDefined();
  });
});

const linkOf = ({ file }: GivenFile) => file.facts.find(({ type }) => type === 'JobLinked');
