import { BENEFITS, CASEMGR, claim, fact, provider, REGISTRY, type Story } from '../story.js';

/** Amsterdam 2007: companies got the bonus "op een door de gemeente gesubsidieerde baan". When the subsidy ends, the outflow is real. */
export const amsterdam: Story = {
  label: 'Amsterdam',
  bsn: '999990081',
  registeredOn: '2004-03-01',
  steps: [
    fact('2004-03-02', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'ams-wwb', kind: 'BIJSTAND', validFrom: '2004-03-01' },
    ]),
    fact('2004-09-01', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'ams-t1',
        providerId: 'AGENS',
        contractId: 'K-AGENS',
        intakeOn: '2004-09-01',
        validFrom: '2004-09-06',
      },
    ]),
    fact('2005-01-16', provider('AGENS'), [
      'ServiceDelivered',
      { trajectId: 'ams-t1', kind: 'JOB_COACHING', validFrom: '2005-01-15' },
    ]),
    fact('2005-02-02', provider('AGENS'), [
      'ApplicationStarted',
      { jobId: 'ams-j1', by: 'PROVIDER', validFrom: '2005-02-01' },
    ]),
    fact('2005-03-02', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'ams-wwb', reason: 'WORK_EMPLOYMENT', validFrom: '2005-03-01' },
    ]),
    fact('2005-03-02', CASEMGR, [
      'TrajectEnded',
      { trajectId: 'ams-t1', endKind: 'COMPLETED', validFrom: '2005-03-01' },
    ]),
    fact('2005-04-02', REGISTRY, [
      'PlacementStarted',
      { jobId: 'ams-j1', employerId: 'STADSTOEZICHT', form: 'REGULAR', weeklyHours: 3200, validFrom: '2005-03-01' },
    ]),
    fact('2005-04-04', BENEFITS, [
      'JobSubsidyStarted',
      { fundingId: 'ams-w1', jobId: 'ams-j1', scheme: 'WIW', payer: 'VOORBEELDSTAD', validFrom: '2005-03-01' },
    ]),
    claim('2005-09-05', 'AGENS', {
      contractId: 'K-AGENS',
      trajectId: 'ams-t1',
      jobId: 'ams-j1',
      providerReference: 'AG-1001',
    }),
    fact('2006-03-03', BENEFITS, ['JobSubsidyEnded', { fundingId: 'ams-w1', validFrom: '2006-03-01' }]),
  ],
};

/** Deventer: a "verloningstraject" at the municipality's own company, paid from the re-integration budget. */
export const deventer: Story = {
  label: 'Deventer',
  bsn: '999990093',
  registeredOn: '2006-01-09',
  steps: [
    fact('2006-01-10', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'dev-wwb', kind: 'BIJSTAND', validFrom: '2006-01-01' },
    ]),
    fact('2006-06-01', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'dev-t1',
        providerId: 'SALLCON',
        contractId: 'K-SALLCON',
        intakeOn: '2006-06-01',
        validFrom: '2006-06-06',
      },
    ]),
    fact('2006-08-15', provider('SALLCON'), [
      'ServiceDelivered',
      { trajectId: 'dev-t1', kind: 'WORK_TRAINING', validFrom: '2006-08-14' },
    ]),
    fact('2006-09-05', provider('SALLCON'), [
      'ApplicationStarted',
      { jobId: 'dev-j1', by: 'PROVIDER', validFrom: '2006-09-04' },
    ]),
    fact('2006-10-03', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'dev-wwb', reason: 'WORK_FIRST', validFrom: '2006-10-01' },
    ]),
    fact('2006-11-02', REGISTRY, [
      'PlacementStarted',
      {
        jobId: 'dev-j1',
        employerId: 'SALLCON',
        hirerId: 'GROENBEDRIJF',
        form: 'PAYROLL',
        weeklyHours: 3200,
        validFrom: '2006-10-01',
      },
    ]),
    fact('2006-11-03', BENEFITS, [
      'JobSubsidyStarted',
      { fundingId: 'dev-w1', jobId: 'dev-j1', scheme: 'VERLONING', payer: 'VOORBEELDSTAD', validFrom: '2006-10-01' },
    ]),
    claim('2007-05-07', 'SALLCON', {
      contractId: 'K-SALLCON',
      trajectId: 'dev-t1',
      jobId: 'dev-j1',
      providerReference: 'SC-12',
    }),
  ],
};

/** Haarlem: "Kan het bijvoorbeeld gebeuren dat twee bedrijven dezelfde geslaagde re-integratie claimen?" */
export const twoCompanies: Story = {
  label: 'Twee bedrijven',
  bsn: '999990111',
  registeredOn: '2007-01-02',
  steps: [
    fact('2007-01-03', BENEFITS, [
      'BenefitGranted',
      { benefitId: 'twee-wwb', kind: 'BIJSTAND', validFrom: '2007-01-01' },
    ]),
    fact('2007-09-03', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'twee-ta',
        providerId: 'ALEXANDER-CALDER',
        contractId: 'K-CALDER',
        intakeOn: '2007-09-03',
        validFrom: '2007-09-10',
      },
    ]),
    fact('2008-03-04', provider('ALEXANDER-CALDER'), [
      'ServiceDelivered',
      { trajectId: 'twee-ta', kind: 'APPLICATION_TRAINING', validFrom: '2008-03-03' },
    ]),
    fact('2008-06-02', CASEMGR, [
      'TrajectEnded',
      { trajectId: 'twee-ta', endKind: 'COMPLETED', validFrom: '2008-06-01' },
    ]),
    fact('2008-06-02', CASEMGR, [
      'TrajectAssigned',
      {
        trajectId: 'twee-tb',
        providerId: 'FOURSTAR',
        contractId: 'K-FOURSTAR',
        intakeOn: '2008-06-02',
        validFrom: '2008-06-09',
      },
    ]),
    fact('2008-09-10', provider('FOURSTAR'), [
      'ServiceDelivered',
      { trajectId: 'twee-tb', kind: 'VACANCY_REFERRAL', validFrom: '2008-09-10' },
    ]),
    fact('2008-10-02', BENEFITS, [
      'BenefitStopped',
      { benefitId: 'twee-wwb', reason: 'WORK_EMPLOYMENT', validFrom: '2008-10-01' },
    ]),
    fact('2008-10-03', provider('FOURSTAR'), [
      'ApplicationStarted',
      { jobId: 'twee-j1', by: 'PROVIDER', validFrom: '2008-09-12' },
    ]),
    fact('2008-11-02', REGISTRY, [
      'PlacementStarted',
      { jobId: 'twee-j1', employerId: 'LOGISTIEK-NV', form: 'REGULAR', weeklyHours: 3800, validFrom: '2008-10-01' },
    ]),
    claim('2009-04-01', 'ALEXANDER-CALDER', {
      contractId: 'K-CALDER',
      trajectId: 'twee-ta',
      jobId: 'twee-j1',
      providerReference: 'AC-55',
    }),
    claim('2009-04-20', 'FOURSTAR', {
      contractId: 'K-FOURSTAR',
      trajectId: 'twee-tb',
      jobId: 'twee-j1',
      providerReference: 'FS-78',
    }),
  ],
};
