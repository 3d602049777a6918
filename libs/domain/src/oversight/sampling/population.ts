import type { RecordedAs, RecordedFileEvent } from '../../client-file/events.js';
import type { SampleFilter } from './sample-filter.js';

/** What a sample asks of a claim, from its own events alone. */
interface Sampled {
  readonly submission: RecordedAs<'ClaimSubmitted'>['payload'];
  readonly outcome?: string;
  /** Paid and not returned by the bank. */
  readonly paidCents: number;
}

/** The claims that match a filter, folded over the events of client files in any order of files; no rules, so anyone can do it again. */
export class Population {
  private readonly claims = new Map<string, Sampled>();

  constructor(private readonly filter: SampleFilter) {}

  add(event: RecordedFileEvent): void {
    if (event.type === 'ClaimSubmitted')
      this.claims.set(event.payload.claimId, { submission: event.payload, paidCents: 0 });
    if (event.type === 'ClaimDetermined') this.change(event.payload.claimId, { outcome: event.payload.outcome });
    if (event.type === 'ClaimPaid') this.book(event.payload.claimId, event.payload.cents);
    if (event.type === 'PaymentReturned') this.book(event.payload.claimId, -event.payload.cents);
  }

  /** In the order of their numbers, whatever the order they came in. */
  claimIds(): readonly string[] {
    return [...this.claims.values()]
      .filter((claim) => this.matches(claim))
      .map(({ submission }) => submission.claimId)
      .toSorted();
  }

  private book(claimId: string, cents: number): void {
    this.change(claimId, { paidCents: (this.claims.get(claimId)?.paidCents ?? 0) + cents });
  }

  private change(claimId: string, to: Partial<Sampled>): void {
    const known = this.claims.get(claimId);
    if (known !== undefined) this.claims.set(claimId, { ...known, ...to });
  }

  private matches({ submission, outcome, paidCents }: Sampled): boolean {
    const { filter } = this;
    const { providerId, milestone, submittedOn } = submission;
    return (
      (filter.providerId ?? providerId) === providerId &&
      (filter.milestone ?? milestone) === milestone &&
      (filter.outcome ?? outcome) === outcome &&
      (filter.paid ?? paidCents > 0) === paidCents > 0 &&
      (filter.submittedFrom ?? submittedOn) <= submittedOn &&
      submittedOn <= (filter.submittedUntil ?? submittedOn)
    );
  }
}
