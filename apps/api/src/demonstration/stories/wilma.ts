import { BENEFITS, CASEMGR, claim, fact, provider, REGISTRY, type Story } from '../story.js';

/** Haarlem: "op detacheringbasis vanuit Paswerk, voor hetzelfde salaris"; a friend found the job. */
export const wilma: Story = {
  label: 'Wilma',
  bsn: '999990020',
  registeredOn: '2007-11-19',
  steps: [
    fact('2007-11-20', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'wilma-wwb', kind: 'BIJSTAND', validFrom: '2007-11-01' },
    ]),
    fact('2008-03-10', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'wilma-t1',
        providerId: 'PASWERK',
        contractId: 'K-PASWERK',
        intakeOn: '2008-03-10',
        validFrom: '2008-04-01',
      },
    ]),
    fact('2008-04-02', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'wilma-wwb', reason: 'WORK_FIRST', validFrom: '2008-04-01' },
    ]),
    fact('2008-05-02', REGISTRY, [
      'PlacementStarted',
      {
        jobId: 'wilma-jd',
        employerId: 'PASWERK',
        hirerId: 'THUISZORG',
        form: 'DETACHERING',
        weeklyHours: 2000,
        validFrom: '2008-04-01',
      },
    ]),
    fact('2008-05-03', BENEFITS, [
      'JobSubsidyStarted',
      {
        fundingId: 'wilma-w1',
        jobId: 'wilma-jd',
        scheme: 'WORK_FIRST',
        payer: 'VOORBEELDSTAD',
        validFrom: '2008-04-01',
      },
    ]),
    fact('2008-05-06', provider('PASWERK'), [
      'ServiceDelivered',
      { trajectId: 'wilma-t1', kind: 'COURSE_WORD_EXCEL', validFrom: '2008-05-05' },
    ]),
    claim('2008-12-01', 'PASWERK', {
      contractId: 'K-PASWERK',
      trajectId: 'wilma-t1',
      jobId: 'wilma-jd',
      providerReference: 'PW-118',
    }),
    fact('2009-04-02', BENEFITS, ['JobSubsidyEnded', { fundingId: 'wilma-w1', validFrom: '2009-04-01' }]),
    fact('2009-04-02', CASEMGR, [
      'ApplicationStarted',
      { jobId: 'wilma-jr', by: 'CLIENT', channel: 'FRIEND', validFrom: '2008-09-20' },
    ]),
    fact('2009-05-02', REGISTRY, ['PlacementEnded', { jobId: 'wilma-jd', validFrom: '2009-04-01' }]),
    fact('2009-05-02', REGISTRY, [
      'PlacementStarted',
      { jobId: 'wilma-jr', employerId: 'THUISZORG', form: 'REGULAR', weeklyHours: 2000, validFrom: '2009-04-01' },
    ]),
    claim('2009-10-05', 'PASWERK', {
      contractId: 'K-PASWERK',
      trajectId: 'wilma-t1',
      jobId: 'wilma-jr',
      providerReference: 'PW-204',
    }),
  ],
};
