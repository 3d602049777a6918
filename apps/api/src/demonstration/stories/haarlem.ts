import { BENEFITS, CASEMGR, claim, fact, provider, REGISTRY, type Story } from '../story.js';

const assigned = (trajectId: string, on: string, starts: string) =>
  fact(on, CASEMGR, [
    'TrajectAssigned',
    { trajectId, providerId: 'SAGENN', contractId: 'K-SAGENN', intakeOn: on, validFrom: starts },
  ]);

/** Haarlem: a full sanction brought Piet's benefit to nothing; that is no outflow. */
export const piet: Story = {
  label: 'Piet',
  bsn: '999990032',
  registeredOn: '2008-01-14',
  steps: [
    fact('2008-01-15', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'piet-wwb', kind: 'BIJSTAND', validFrom: '2008-01-01' },
    ]),
    assigned('piet-t1', '2008-05-06', '2008-05-13'),
    fact('2008-06-11', provider('SAGENN'), [
      'ServiceDelivered',
      { trajectId: 'piet-t1', kind: 'JOB_COACHING', validFrom: '2008-06-10' },
    ]),
    fact('2008-11-03', BENEFITS, [
      'BenefitReduced',
      { benefitId: 'piet-wwb', percent: 100, cause: 'SANCTION', ground: 'NO_SHOW', validFrom: '2008-11-01' },
    ]),
    claim('2009-05-11', 'SAGENN', {
      contractId: 'K-SAGENN',
      trajectId: 'piet-t1',
      assertedOutflowOn: '2008-11-01',
      providerReference: 'SG-311',
    }),
  ],
};

/** Haarlem: Theo did a traineeship of a month; a contract was promised and never came. */
export const theo: Story = {
  label: 'Theo',
  bsn: '999990044',
  registeredOn: '2008-03-03',
  steps: [
    fact('2008-03-04', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'theo-wwb', kind: 'BIJSTAND', validFrom: '2008-03-01' },
    ]),
    assigned('theo-t1', '2008-09-02', '2008-09-09'),
    fact('2008-12-02', provider('SAGENN'), [
      'ServiceDelivered',
      { trajectId: 'theo-t1', kind: 'VACANCY_REFERRAL', validFrom: '2008-12-01' },
    ]),
    fact('2009-01-13', provider('SAGENN'), [
      'ApplicationStarted',
      { jobId: 'theo-j1', by: 'PROVIDER', validFrom: '2009-01-12' },
    ]),
    fact('2009-02-03', provider('SAGENN'), [
      'PlacementStarted',
      { jobId: 'theo-j1', employerId: 'MAGAZIJN-NOORD', form: 'UNPAID', weeklyHours: 3200, validFrom: '2009-02-02' },
    ]),
    fact('2009-02-10', provider('SAGENN'), [
      'PlacementPromised',
      { jobId: 'theo-j1', term: 'CONTRACT', dueOn: '2009-03-02', validFrom: '2009-02-09' },
    ]),
    claim('2009-03-16', 'SAGENN', {
      contractId: 'K-SAGENN',
      trajectId: 'theo-t1',
      jobId: 'theo-j1',
      providerReference: 'SG-298',
    }),
  ],
};

/** Haarlem: Karel found the vacancy "via internet", wrote the letter "met zijn begeleider": a person must weigh that. */
export const karel: Story = {
  label: 'Karel',
  bsn: '999990056',
  registeredOn: '2007-09-10',
  steps: [
    fact('2007-09-11', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'karel-wwb', kind: 'BIJSTAND', validFrom: '2007-09-01' },
    ]),
    assigned('karel-t1', '2008-02-04', '2008-02-11'),
    fact('2008-06-17', provider('SAGENN'), [
      'ServiceDelivered',
      { trajectId: 'karel-t1', kind: 'LETTER_WRITING', validFrom: '2008-06-16' },
    ]),
    fact('2008-06-17', provider('SAGENN'), [
      'ApplicationStarted',
      { jobId: 'karel-j1', by: 'CLIENT', channel: 'INTERNET', validFrom: '2008-06-16' },
    ]),
    fact('2008-08-05', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'karel-wwb', reason: 'WORK_EMPLOYMENT', validFrom: '2008-08-01' },
    ]),
    fact('2008-09-02', REGISTRY, [
      'PlacementStarted',
      { jobId: 'karel-j1', employerId: 'GARAGE-ZUID', form: 'REGULAR', weeklyHours: 3600, validFrom: '2008-08-01' },
    ]),
    claim('2009-02-09', 'SAGENN', {
      contractId: 'K-SAGENN',
      trajectId: 'karel-t1',
      jobId: 'karel-j1',
      providerReference: 'SG-275',
    }),
  ],
};

/** The traject everyone hopes for: referred by the provider, in regular work, and still there half a year later. */
export const joyce: Story = {
  label: 'Joyce',
  bsn: '999990068',
  registeredOn: '2008-01-03',
  steps: [
    fact('2008-01-04', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'joyce-wwb', kind: 'BIJSTAND', validFrom: '2008-01-01' },
    ]),
    assigned('joyce-t1', '2008-02-05', '2008-02-11'),
    fact('2008-07-21', provider('SAGENN'), [
      'ServiceDelivered',
      { trajectId: 'joyce-t1', kind: 'VACANCY_REFERRAL', validFrom: '2008-07-20' },
    ]),
    fact('2008-09-03', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'joyce-wwb', reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-01' },
    ]),
    fact('2008-09-10', provider('SAGENN'), [
      'ApplicationStarted',
      { jobId: 'joyce-j1', by: 'PROVIDER', channel: 'PROVIDER', validFrom: '2008-08-04' },
    ]),
    fact('2008-10-02', REGISTRY, [
      'PlacementStarted',
      { jobId: 'joyce-j1', employerId: 'BEVEILIGER-BV', form: 'REGULAR', weeklyHours: 3600, validFrom: '2008-09-01' },
    ]),
    claim('2008-12-01', 'SAGENN', {
      contractId: 'K-SAGENN',
      trajectId: 'joyce-t1',
      jobId: 'joyce-j1',
      providerReference: 'SG-260',
    }),
  ],
};
