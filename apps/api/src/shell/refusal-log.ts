import { isKeptRefusal, refusalsDecider, SYSTEM, type RefusalsState } from '@uitkomst/domain';
import { foldOf, transact, type Clock, type Ledger } from '@uitkomst/ledger';
import type { Principal } from './auth/principal.js';
import type { Log } from './log.js';
import { commandHashOf, commandIdOf } from './recording/ask.js';
import { todayOf } from './today.js';

/** Something asked that was refused, and by which command it was asked. */
export interface Refused {
  readonly principal: Principal;
  readonly commandId: string;
  readonly command: string;
  readonly code: string;
  readonly claimId?: string;
}

const WAITING_MAX = 500;

const FOLD = foldOf(refusalsDecider);

/**
 * Keeps what was refused to whom, for the auditor. It runs behind the answer and one at a time: a refusal that cannot be kept is
 * logged and changes nothing for who was refused.
 */
export class RefusalLog {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly parts: { readonly ledger: Ledger; readonly clock: Clock; readonly log: Log }) {}

  note(refused: Refused): void {
    if (!isKeptRefusal(refused.command, refused.code)) return;
    if (this.waiting >= WAITING_MAX) {
      this.parts.log.warn({ command: refused.command, code: refused.code }, 'too many refusals at once: not kept');
      return;
    }
    this.waiting += 1;
    this.last = this.last.then(() => this.keep(refused));
  }

  /** Until all that was noted so far is kept. */
  drained(): Promise<void> {
    return this.last;
  }

  private async keep({ principal, commandId, command, code, claimId }: Refused): Promise<void> {
    const { ledger, clock, log } = this.parts;
    const { municipality, subject } = principal;
    const refusal = { command, code, subject, ...(claimId !== undefined && { claimId }) };
    try {
      await transact<RefusalsState>({
        ledger,
        stream: `refusals-${municipality}-${subject}`,
        fold: FOLD,
        decide: (state) =>
          refusalsDecider.decide(state, { type: 'RecordRefusal', refusal }, { actor: SYSTEM, today: todayOf(clock) }),
        command: {
          actor: SYSTEM,
          commandId: commandIdOf('refusal', commandId, code),
          commandHash: commandHashOf(refusal),
        },
      });
    } catch (error) {
      log.error({ error, command, code }, 'a refusal could not be kept');
    } finally {
      this.waiting -= 1;
    }
  }
}
