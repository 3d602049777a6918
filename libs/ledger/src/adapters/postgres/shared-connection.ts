import type { PostgresConnection, PostgresPool } from './open-postgres.js';

interface Held {
  readonly connection: Promise<PostgresConnection>;
  users: number;
  failed: boolean;
}

/**
 * One connection for several who do not wait for each other: what they ask is answered in the order of asking. Given back when nobody
 * uses it; after a failure it is used no more, and thrown away by the last who did.
 */
export class SharedConnection {
  private held: Held | undefined;

  constructor(private readonly pool: PostgresPool) {}

  async use<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    const held = (this.held ??= { connection: this.pool.connect(), users: 0, failed: false });
    held.users += 1;
    try {
      return await work(await held.connection);
    } catch (error) {
      held.failed = true;
      this.forget(held);
      throw error;
    } finally {
      held.users -= 1;
      if (held.users === 0) {
        this.forget(held);
        void held.connection.then((connection) => connection.release(held.failed)).catch(() => undefined);
      }
    }
  }

  private forget(held: Held): void {
    if (this.held === held) this.held = undefined;
  }
}
