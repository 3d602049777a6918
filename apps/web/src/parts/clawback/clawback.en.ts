import type { Texts } from '../../shell/language/texts.js';
import type { nl } from './clawback.nl.js';

export const en: Texts<typeof nl> = {
  record: 'Record',
  settle: 'Settle',
  settleTitle: 'Settle clawback',
  settled: 'The settlement was recorded.',
  outstanding: 'Outstanding',
  method: 'How did it come back',
  methods: { INVOICE: 'paid on an invoice', OFFSET: 'set off in a payment batch' },
  methodExplained: {
    INVOICE: 'Record what the provider paid back. That may be in parts.',
    OFFSET:
      'A payment officer sets off in the payment batch. It is recorded by itself once the bank has paid that line; record it yourself only where that did not happen.',
  },
  batch: 'In which payment batch',
  batchHint: 'Only a batch in which this amount was set off against this clawback, and which the bank has paid.',
  batchOf: (day, number) => `of ${day}, number ${number}`,
  noBatch: 'No payment batch has been exported yet.',
  choose: 'Choose',
  cameBack: 'How much came back',
  amountHint: 'In euros, for instance 1.234,50. A part will do as well.',
  wrongAmount: (most) => `How much came back: write an amount like 1.234,50, more than nothing and at most ${most}.`,
  settledOn: 'On which day',
};
