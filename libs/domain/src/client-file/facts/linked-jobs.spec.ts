import {
  applicationStarted,
  benefitGranted,
  benefitStopped,
  factOf,
  given,
  provider,
  registry,
  serviceDelivered,
  trajectAssigned,
  type GivenFile,
} from '../../testing/index.js';
import type { ClientFileCommand } from '../commands.js';

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
});
