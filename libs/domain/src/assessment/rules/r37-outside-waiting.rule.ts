import { addDuration, type Day, durationOf, earliest, latest, textOf } from '../../values/calendar-date.js';
import { isSameOutflow, paymentGround } from './paid-earlier.js';
import { type DefinedRule, fail, na, pass } from './rule.js';

export const outsideWaiting: DefinedRule = {
  id: 'R37',
  codes: ['REPEAT_OUTFLOW_WITHIN_WAITING'],
  citation: {
    nl: 'Tussen twee betaalde uitstromen van dezelfde cliënt ligt ten minste de wachttijd, welke ook de eerste was.',
    en: 'At least the waiting period lies between two paid outflows of one client, whichever came first.',
    source: "Haarlem 2009: binnen een jaar twee keer 'succesvol bemiddeld'",
  },
  asks: 'WORK_CLAIM',
  check(context) {
    const { independentOn, parameters, payments } = context;
    if (independentOn === undefined) return na();
    const waiting = durationOf(parameters.waiting);
    const endOf = (episodeOn: Day): Day => addDuration(earliest(episodeOn, independentOn), waiting);
    for (const payment of payments.others) {
      const { episodeOn } = payment;
      if (episodeOn === undefined || isSameOutflow(payment, context)) continue;
      if (latest(episodeOn, independentOn) >= endOf(episodeOn)) continue;
      return fail('REPEAT_OUTFLOW_WITHIN_WAITING', {
        ...paymentGround(payment),
        data: { date: textOf(episodeOn), date2: textOf(addDuration(episodeOn, waiting)) },
      });
    }
    return pass(...payments.others.map(({ eventId }) => eventId));
  },
};
