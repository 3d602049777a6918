import type { RecordedAs } from '@uitkomst/domain';
import type { Ledger, RecordedEvent } from '@uitkomst/ledger';

type Determined = RecordedAs<'ClaimDetermined'>['payload'];

/** The last revision of each terms stream, as far as it was asked after. */
export class TermsHeads {
  private readonly heads = new Map<string, number>();

  constructor(private readonly ledger: Ledger) {}

  /** A stream of terms went on. */
  advance({ stream, revision }: RecordedEvent): void {
    const known = this.heads.get(stream);
    if (known !== undefined && known < revision) this.heads.set(stream, revision);
  }

  /** Whether a determination rests on older terms than the ledger holds. */
  async areNewerThan(determined: RecordedEvent): Promise<boolean> {
    const { basis } = determined.payload as Determined;
    for (const { stream, revision } of basis.terms) if ((await this.headOf(stream)) > revision) return true;
    return false;
  }

  private async headOf(stream: string): Promise<number> {
    const known = this.heads.get(stream);
    if (known !== undefined) return known;
    let head = -1;
    for await (const { revision } of this.ledger.readStream(stream, { backwards: true, max: 1 })) head = revision;
    this.heads.set(stream, head);
    return head;
  }
}
