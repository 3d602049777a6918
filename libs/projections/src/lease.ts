/** The right to move something on, held by one process at a time. */
export interface Lease {
  /** What is moved on: the read models, the relay. */
  readonly name: string;
  readonly holder: string;
  /** Greater than every token given before: whatever an earlier holder still writes is refused. */
  readonly token: number;
}

/** Another process holds the lease by now: nothing was written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Who moves what on. A lease lapses by itself when its holder does not keep it, so that a dead process stands in nobody's way. */
export interface Leases {
  /** Takes a lease nobody holds, or whose holder let it lapse; undefined while another holds it. */
  takeLease(name: string, holder: string, forMs: number): Promise<Lease | undefined>;
  /** Holds it for longer; false when another took it. */
  keepLease(lease: Lease, forMs: number): Promise<boolean>;
  /** Lets another take it at once. */
  leaveLease(lease: Lease): Promise<void>;
}
