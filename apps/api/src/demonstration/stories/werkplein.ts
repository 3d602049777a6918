import { BENEFITS, CASEMGR, claim, fact, provider, REGISTRY, type Step, type Story } from '../story.js';

const WERKPLEIN = 'WERKPLEIN';

/** Off welfare on 1 September 2008 into work that the company brought about. */
const lasting = (name: string): readonly Step[] => [
  fact('2007-11-06', BENEFITS, [
    'BenefitGranted',
    { benefitId: `${name}-wwb`, kind: 'BIJSTAND', validFrom: '2007-11-01' },
  ]),
  fact('2008-02-05', CASEMGR, [
    'TrajectAssigned',
    {
      trajectId: `${name}-t1`,
      providerId: WERKPLEIN,
      contractId: 'K-WERKPLEIN',
      intakeOn: '2008-02-05',
      validFrom: '2008-02-11',
    },
  ]),
  fact('2008-07-21', provider(WERKPLEIN), [
    'ServiceDelivered',
    { trajectId: `${name}-t1`, kind: 'VACANCY_REFERRAL', validFrom: '2008-07-20' },
  ]),
  fact('2008-08-05', provider(WERKPLEIN), [
    'ApplicationStarted',
    { jobId: `${name}-j1`, by: 'PROVIDER', channel: 'PROVIDER', validFrom: '2008-08-04' },
  ]),
  fact('2008-09-03', BENEFITS, [
    'BenefitStopped',
    { benefitId: `${name}-wwb`, reason: 'WORK_EMPLOYMENT', validFrom: '2008-09-01' },
  ]),
  fact('2008-10-02', REGISTRY, [
    'PlacementStarted',
    { jobId: `${name}-j1`, employerId: 'THUISZORG-BV', form: 'REGULAR', weeklyHours: 3200, validFrom: '2008-09-01' },
  ]),
];

/** Paid, and only then found to be a job the city itself paid for (Amsterdam 2007): the money is asked back. */
export const nadia: Story = {
  label: 'Nadia',
  bsn: '999990123',
  registeredOn: '2007-11-05',
  steps: [
    ...lasting('nadia'),
    claim('2008-10-06', WERKPLEIN, {
      contractId: 'K-WERKPLEIN',
      trajectId: 'nadia-t1',
      jobId: 'nadia-j1',
      providerReference: 'WP-17',
    }),
    fact('2009-06-10', BENEFITS, [
      'JobSubsidyStarted',
      {
        fundingId: 'nadia-l1',
        jobId: 'nadia-j1',
        scheme: 'LOONKOSTENSUBSIDIE',
        payer: 'VOORBEELDSTAD',
        validFrom: '2008-09-01',
      },
    ]),
  ],
};

/** Paid the tariff where more was claimed: the company objects to the difference. */
export const farid: Story = {
  label: 'Farid',
  bsn: '999990135',
  registeredOn: '2007-11-05',
  steps: [
    ...lasting('farid'),
    claim('2008-10-07', WERKPLEIN, {
      contractId: 'K-WERKPLEIN',
      trajectId: 'farid-t1',
      jobId: 'farid-j1',
      providerReference: 'WP-18',
      cents: 350_000,
    }),
  ],
};
