import type { Area } from '../shell/area.js';

/** Financiën: what the bank did, what came back, and what is booked. */
export const finance: Area = {
  path: 'financien',
  roles: ['FINANCE', 'OFFICER', 'APPROVER2', 'AUDITOR'],
  links: [
    { path: '/financien/te-doen', label: { nl: 'Te doen', en: 'To do' }, roles: ['FINANCE'] },
    { path: '/financien/bankberichten', label: { nl: 'Bankberichten', en: 'Bank messages' }, roles: ['FINANCE'] },
    { path: '/financien/journaal', label: { nl: 'Journaal', en: 'Journal' }, roles: ['FINANCE', 'AUDITOR'] },
    {
      path: '/financien/specificaties',
      label: { nl: 'Betaalspecificaties', en: 'Remittance advices' },
      roles: ['FINANCE'],
    },
  ],
  load: () => import('./finance-routes.js'),
};
