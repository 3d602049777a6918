import { amsterdamDay, type Day } from '@uitkomst/domain';
import type { Clock } from '@uitkomst/ledger';

/** Today in Amsterdam. */
export const todayOf = (clock: Clock): Day => amsterdamDay(new Date(clock.now()).toISOString());
