import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Between a client and its server, on one machine: passes on all they say until it is told to cut. */
export class CutProxy {
  private next: 'BEFORE' | 'AFTER' | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly listening: Server,
    readonly port: number,
  ) {}

  static async before(serverPort: number): Promise<CutProxy> {
    const listening = createServer((client) => proxy.joins(client, connect(serverPort, '127.0.0.1')));
    listening.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const proxy = new CutProxy(listening, (listening.address() as AddressInfo).port);
    return proxy;
  }

  /** The next thing the client says is lost; or it is heard and carried out, and the answer is lost. */
  cutNext(when: 'BEFORE' | 'AFTER'): void {
    this.next = when;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.listening.close();
    await once(this.listening, 'close');
  }

  private joins(client: Socket, server: Socket): void {
    let answerIsLost = false;
    const cut = (): void => {
      for (const socket of [client, server]) socket.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        this.sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (said) => {
      const when = this.next;
      this.next = undefined;
      if (when === 'BEFORE') return cut();
      if (when === 'AFTER') answerIsLost = true;
      server.write(said);
    });
    server.on('data', (answer) => (answerIsLost ? cut() : client.write(answer)));
  }
}
