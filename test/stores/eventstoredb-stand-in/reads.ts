import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Faults } from './faults.js';
import type { Kept, Log } from './log.js';
import {
  checkpointAt,
  confirmation,
  deletedFailure,
  eventInAll,
  eventInStream,
  failure,
  notFound,
  streamIn,
} from './messages.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

export interface ReadsOptions {
  readonly log: Log;
  readonly faults: Faults;
  readonly cut: () => void;
}

/** Events between two looks of a filter, after which a subscription is told how far it came. */
const WINDOW = 32;

/** A read of a stream, of all, or a subscription to all. */
export function reads(call: Call, options: ReadsOptions): void {
  call.on('error', () => undefined);
  const asked = call.request.getOptions();
  if (asked === undefined) return void call.emit('error', failure(status.INVALID_ARGUMENT, 'No options'));
  if (asked.hasSubscription()) return subscription(call, asked, options);
  const fault = options.faults.reads.shift();
  if (fault === 'no answer') return;
  if (fault === 'cut') return options.cut();
  const answers = asked.hasStream() ? ofStream(asked, options.log) : ofAll(asked, options.log);
  if (answers instanceof Error) return void call.emit('error', answers);
  const cutAfter = typeof fault === 'object' ? fault.cutAfter : Number.POSITIVE_INFINITY;
  void written(call, answers, { cutAfter, cut: options.cut });
}

const forwards = (asked: ReadReq.Options): boolean =>
  asked.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;

function ofStream(asked: ReadReq.Options, log: Log): Error | Iterable<ReadResp> {
  const from = asked.getStream();
  const stream = streamIn(from?.getStreamIdentifier());
  if (log.tombstoned(stream)) return deletedFailure(stream);
  const events = log.events(stream);
  if (events === undefined) return [notFound(stream)];
  const count = Number(asked.getCount());
  const revision = Number(from?.getRevision() ?? 0);
  if (forwards(asked)) {
    const begin = from?.hasStart() ? 0 : revision;
    return lazily(events.filter((event) => event.revision >= begin).slice(0, count), eventInStream);
  }
  const backwards = events.filter((event) => from?.hasEnd() || event.revision <= revision).toReversed();
  return lazily(backwards.slice(0, count), eventInStream);
}

function ofAll(asked: ReadReq.Options, log: Log): Error | Iterable<ReadResp> {
  const from = asked.getAll();
  const count = Number(asked.getCount());
  const index = from?.hasPosition() ? log.indexOf(Number(from.getPosition()?.getCommitPosition())) : undefined;
  if (from?.hasPosition() && index === undefined) return failure(status.UNKNOWN, 'Invalid position');
  if (forwards(asked)) {
    const begin = index ?? (from?.hasStart() ? 0 : log.all.length);
    return lazily(log.all.slice(begin, begin + count), eventInAll);
  }
  const end = index === undefined ? log.all.length : index + 1;
  return lazily(log.all.slice(Math.max(end - count, 0), end).toReversed(), eventInAll);
}

function* lazily(events: readonly Kept[], message: (kept: Kept) => ReadResp): Iterable<ReadResp> {
  for (const event of events) yield message(event);
}

async function written(
  call: Call,
  answers: Iterable<ReadResp>,
  { cutAfter, cut }: { readonly cutAfter: number; readonly cut: () => void },
): Promise<void> {
  let count = 0;
  for (const answer of answers) {
    if (call.cancelled) return;
    if (count >= cutAfter) return cut();
    count += 1;
    if (!call.write(answer)) await drained(call);
  }
  call.end();
}

async function drained(call: Call): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const name of ['drain', 'cancelled', 'close']) call.removeListener(name, done);
      resolve();
    };
    for (const name of ['drain', 'cancelled', 'close']) call.once(name, done);
  });
}

function subscription(call: Call, asked: ReadReq.Options, { log, faults, cut }: ReadsOptions): void {
  const from = asked.getAll();
  const position = from?.hasPosition() ? Number(from.getPosition()?.getCommitPosition()) : undefined;
  const at = position === undefined ? undefined : log.indexOf(position);
  if (position !== undefined && at === undefined)
    return void call.emit('error', failure(status.UNKNOWN, 'Invalid position'));
  let index = at === undefined ? (from?.hasEnd() ? log.all.length : 0) : at + 1;
  const passes = filterOf(asked);
  const every = WINDOW * (asked.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  let looked = 0;
  let busy = false;
  let silent = false;

  const give = async (event: Kept): Promise<void> => {
    looked += 1;
    if (passes(event)) {
      const fault = faults.subscriptions;
      if (fault === 'goes silent') silent = true;
      else faults.subscriptions = undefined;
      if (fault === 'cut') return cut();
      if (fault === 'ends') return void call.end();
      if (silent) return;
      if (fault === 'gives an event twice') call.write(eventInAll(event));
      if (!call.write(eventInAll(event))) await drained(call);
    }
    if (asked.hasFilter() && looked % every === 0 && !silent) call.write(checkpointAt(event.position));
  };
  const pump = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (; index < log.all.length && !call.cancelled && !call.writableEnded; index += 1)
      await give(log.all[index] as Kept);
    busy = false;
  };
  const stop = log.onAppend(() => void pump());
  for (const name of ['cancelled', 'close', 'finish']) call.once(name, stop);
  call.write(confirmation());
  void pump();
}

function filterOf(asked: ReadReq.Options): (event: Kept) => boolean {
  const filter = asked.getFilter();
  if (filter === undefined) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const named = (event: Kept): string =>
    filter.hasStreamIdentifier() ? event.stream : (event.metadata.find(([name]) => name === 'type')?.[1] ?? '');
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => named(event).startsWith(prefix));
  const regex = new RegExp(expression?.getRegex() ?? '');
  return (event) => regex.test(named(event));
}
