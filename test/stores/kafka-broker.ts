import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@uitkomst/ledger/testing';
import { kafkaClient } from '@uitkomst/processes/kafka';

const POM = resolve('test/stores/pom.xml');
/** The version the suite passes with: the newest there is. */
export const KAFKA_VERSION = /<kafka\.version>(.+)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';
const JARS = resolve(process.env['KAFKA_JARS'] ?? `.cache/kafka-${KAFKA_VERSION}`);
const START_LIMIT_MS = 60_000;
/** What it said last is enough to see why it does not start. */
const TOLD_MAX = 4_000;
const FLAGS = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Why the suites against a real broker cannot run here; undefined where they can. */
export function noBroker(): string | undefined {
  if (!existsSync(JARS) || readdirSync(JARS).length === 0)
    return `no Kafka jars in ${JARS}: run \`npm run kafka-jars\` (needs mvn)`;
  return spawnSync('java', ['-version']).status === 0 ? undefined : 'no java';
}

/** `describe` where a broker can be had; else it says what was skipped, and why. */
export function describeWithBroker(title: string, tests: () => void): void {
  const why = noBroker();
  if (why === undefined) return describe(title, tests);
  process.stdout.write(`skipped: ${title} (${why})\n`);
  describe.skip(title, tests);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.once('connect', () => socket.destroy());
  });

const properties = (folder: string, [broker, controller]: readonly [number, number]): string => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${broker}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'logs')}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=1500
broker.heartbeat.interval.ms=300
`;

/** Apache Kafka itself, broker and controller in one process, on free ports and a folder of its own. */
export class Broker {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<Broker> {
    const folder = mkdtempSync(join(tmpdir(), 'uitkomst-kafka-'));
    const port = await freePort();
    const config = join(folder, 'server.properties');
    writeFileSync(config, properties(folder, [port, await freePort()]));
    const cluster = randomBytes(16).toString('base64url');
    // With an equals sign, for the random id may begin with a dash.
    const format = ['kafka.tools.StorageTool', 'format', `--cluster-id=${cluster}`, '-c', config];
    const { status, stderr } = spawnSync('java', [...FLAGS, '-cp', join(JARS, '*'), ...format], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The broker's folder was not made: ${stderr}`);
    const broker = new Broker(folder, port);
    await broker.restart();
    return broker;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Starts it again on what it left. */
  async restart(): Promise<void> {
    const args = [...FLAGS, '-cp', join(JARS, '*'), 'kafka.Kafka', join(this.folder, 'server.properties')];
    this.child = spawn('java', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (told = (told + chunk.toString()).slice(-TOLD_MAX)));
    const deadline = performance.now() + START_LIMIT_MS;
    while (!(await answers(this.port))) {
      if (this.child.exitCode !== null || performance.now() > deadline)
        throw new Error(`The broker did not start:\n${told}`);
      await sleep(50);
    }
  }

  /** As a power cut does it. */
  async killNine(): Promise<void> {
    await this.end('SIGKILL');
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: 'SIGKILL'): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

/** A client that keeps its troubles to itself: here they are made on purpose. */
export const clientOf = (broker: Broker) => kafkaClient({ brokers: [broker.address], tls: false }, () => undefined);
