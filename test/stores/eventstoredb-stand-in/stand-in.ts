import { createServer, connect, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Faults } from './faults.js';
import { Log } from './log.js';
import { FEATURES, gossipOf } from './other-services.js';
import { streamsService } from './streams-service.js';

/** The longest message a real server takes and gives. */
const MESSAGE_BYTES_MAX = 17 * 1024 * 1024;

/** Who may come in, and how the server proves itself. */
export interface Guard {
  readonly userAndPassword: string;
  readonly key: Buffer;
  readonly certificate: Buffer;
}

/**
 * A STAND-IN for an EventStoreDB server, for tests only: the client's own service definitions over what was observed of a real one
 * (ledger.md §3). It keeps everything in memory, also over {@link restart}; it proves nothing of a real server, and the same specs run
 * against one when EVENTSTORE_URL names it.
 */
export class StandIn {
  readonly log = new Log();
  readonly faults = new Faults();
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private inner = 0;

  private constructor(
    private readonly outer: NetServer,
    readonly port: number,
    private readonly guard: Guard | undefined,
  ) {}

  /** Listens on a free port. Between it and the client is a wire that can be cut. */
  static async start(guard?: Guard): Promise<StandIn> {
    const outer = createServer({ noDelay: true });
    await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
    const standIn = new StandIn(outer, (outer.address() as AddressInfo).port, guard);
    outer.on('connection', (socket) => standIn.wire(socket));
    await standIn.listen();
    return standIn;
  }

  /** An address of a ledger of its own on this server. */
  url(ledger: string, more = ''): string {
    return `esdb://127.0.0.1:${this.port}?tls=false&ledger=${ledger}${more}`;
  }

  /** Breaks every connection there is; new ones are let through. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Away, with what was committed kept. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.cut();
  }

  async resume(): Promise<void> {
    await this.listen();
  }

  async restart(): Promise<void> {
    this.stop();
    await this.resume();
  }

  async close(): Promise<void> {
    this.stop();
    await new Promise((resolve) => this.outer.close(resolve));
  }

  private async listen(): Promise<void> {
    const server = new Server({
      'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
      'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
    });
    const { log, faults, guard } = this;
    const authorization = guard && `Basic ${Buffer.from(guard.userAndPassword).toString('base64')}`;
    const cut = () => this.cut();
    server.addService(streamsGrpc.StreamsService, streamsService({ log, faults, authorization, cut }));
    server.addService(featuresGrpc.ServerFeaturesService, FEATURES);
    server.addService(gossipGrpc.GossipService, gossipOf(this.port));
    this.inner = await new Promise<number>((resolve, reject) => {
      const credentials = guard
        ? ServerCredentials.createSsl(null, [{ private_key: guard.key, cert_chain: guard.certificate }])
        : ServerCredentials.createInsecure();
      server.bindAsync('127.0.0.1:0', credentials, (error, port) => (error ? reject(error) : resolve(port)));
    });
    this.server = server;
  }

  private wire(socket: Socket): void {
    if (this.server === undefined) return void socket.destroy();
    const within = connect({ port: this.inner, host: '127.0.0.1', noDelay: true });
    for (const [one, other] of [
      [socket, within],
      [within, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
