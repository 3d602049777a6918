import { BENEFITS, CASEMGR, claim, fact, provider, REGISTRY, type Story } from '../story.js';

/** Haarlem: "De sollicitatieprocedure daarvoor liep al voordat ze bij Randstad begon", and two companies report her. */
export const anja: Story = {
  label: 'Anja',
  bsn: '999990019',
  registeredOn: '2008-01-18',
  steps: [
    fact('2008-01-20', BENEFITS, ['BenefitGranted', { benefitId: 'anja-ww', kind: 'WW', validFrom: '2008-01-07' }]),
    fact('2008-07-02', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'anja-ww', reason: 'MAX_DURATION', validFrom: '2008-07-01' },
    ]),
    fact('2008-07-25', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'anja-wwb', kind: 'BIJSTAND', validFrom: '2008-07-01' },
    ]),
    fact('2008-08-28', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'anja-t1',
        providerId: 'RANDSTAD',
        contractId: 'K-RANDSTAD',
        intakeOn: '2008-09-01',
        validFrom: '2008-09-08',
      },
    ]),
    fact('2008-09-16', provider('RANDSTAD'), [
      'ServiceDelivered',
      { trajectId: 'anja-t1', kind: 'GROUP_COURSE', validFrom: '2008-09-15' },
    ]),
    fact('2008-10-01', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'anja-wwb', reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-29' },
    ]),
    fact('2008-11-02', REGISTRY, [
      'PlacementStarted',
      {
        jobId: 'anja-j1',
        employerId: 'BASISSCHOOL-X',
        form: 'REGULAR',
        weeklyHours: 2800,
        contractEndOn: '2009-08-01',
        validFrom: '2008-09-29',
      },
    ]),
    claim('2009-04-06', 'RANDSTAD', {
      contractId: 'K-RANDSTAD',
      trajectId: 'anja-t1',
      jobId: 'anja-j1',
      providerReference: 'RS-2009-0412',
    }),
    fact('2009-04-20', CASEMGR, [
      'ExternalClaimReported',
      { funder: 'UWV', externalProviderId: 'UWV-RIB', jobId: 'anja-j1', status: 'REPORTED' },
    ]),
    claim('2009-04-22', 'UWV-RIB', { jobId: 'anja-j1', providerReference: 'RIB-77' }),
    fact('2009-04-28', CASEMGR, [
      'ApplicationStarted',
      { jobId: 'anja-j1', by: 'CLIENT', channel: 'NEWSPAPER', validFrom: '2008-08-18' },
    ]),
    fact('2009-04-28', CASEMGR, ['ClientStatement', { jobId: 'anja-j1', contribution: 'NONE' }]),
  ],
};
