import {
  status,
  type Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Faults } from './faults.js';
import type { Answer, Expectation, Log, Proposed } from './log.js';
import {
  batchStatus,
  deletedFailure,
  expectationOf,
  failure,
  identifierOf,
  proposedIn,
  streamIn,
  tooLargeFailure,
} from './messages.js';
import { reads } from './reads.js';

interface Asked {
  readonly stream: string;
  readonly expected: Expectation;
  readonly events: readonly Proposed[];
}

export interface StreamsOptions {
  readonly log: Log;
  readonly faults: Faults;
  /** Breaks every connection. */
  readonly cut: () => void;
  /** What every call must carry, if anything. */
  readonly authorization: string | undefined;
}

/** The streams service over a log, with its faults. */
export function streamsService({ log, faults, cut, authorization }: StreamsOptions): UntypedServiceImplementation {
  const stranger = ({ metadata }: { readonly metadata: Metadata }): boolean =>
    authorization !== undefined && metadata.get('authorization')[0] !== authorization;
  /** Commits, unless a fault prevents it; answers, unless a fault prevents that. */
  const carryOut = (asked: Asked, answer: (outcome: Answer | 'unavailable') => void): void => {
    const { stream, expected, events } = asked;
    const commit = () => log.append(stream, expected, events);
    const fault = faults.nextAppend();
    if (typeof fault === 'object') return void setTimeout(() => answer(commit()), fault.delayMs);
    switch (fault) {
      case 'cut before commit':
        return cut();
      case 'cut after commit':
        commit();
        return cut();
      case 'no answer before commit':
        return;
      case 'no answer after commit':
        return void commit();
      case 'unavailable':
        return answer('unavailable');
      case 'bad request':
        return answer({ bad: 'Bad request' });
      case 'delivered twice':
        commit();
        return answer(commit());
      case undefined:
        return answer(commit());
    }
  };
  return {
    append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => {
      if (stranger(call)) return answer(unknownUser());
      let options: AppendReq.Options | undefined;
      const events: Proposed[] = [];
      call.on('data', (message: AppendReq) => {
        options ??= message.getOptions();
        const proposed = message.getProposedMessage();
        if (proposed !== undefined) events.push(proposedIn(proposed));
      });
      call.on('error', () => undefined);
      call.on('end', () => {
        if (options === undefined) return answer(failure(status.INVALID_ARGUMENT, 'No options'));
        const revision = options.hasRevision() ? options.getRevision() : undefined;
        const stream = streamIn(options.getStreamIdentifier());
        const expected = expectationOf(options, revision);
        carryOut({ stream, expected, events }, (outcome) => unary(outcome, { stream, expected }, answer));
      });
    },
    batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => {
      const waiting = new Map<string, { options: BatchAppendReq.Options | undefined; readonly events: Proposed[] }>();
      call.on('error', () => undefined);
      call.on('end', () => call.end());
      call.on('data', (message: BatchAppendReq) => {
        const correlation = message.getCorrelationId();
        const id = correlation?.getString() ?? '';
        const one = waiting.get(id) ?? { options: message.getOptions(), events: [] };
        waiting.set(id, one);
        one.events.push(...message.getProposedMessagesList().map(proposedIn));
        if (!message.getIsFinal() || one.options === undefined) return;
        waiting.delete(id);
        const { options, events } = one;
        const stream = streamIn(options.getStreamIdentifier());
        const expected = expectationOf(options, options.hasStreamPosition() ? options.getStreamPosition() : undefined);
        carryOut({ stream, expected, events }, (outcome) => {
          const response = new streams.BatchAppendResp().setCorrelationId(correlation);
          call.write(batch(response, outcome, { stream, expected }));
        });
      });
    },
    read: (call: ServerWritableStream<ReadReq, ReadResp>) => {
      if (stranger(call)) call.emit('error', unknownUser());
      else reads(call, { log, faults, cut });
    },
    delete: (call: ServerUnaryCall<DeleteReq, unknown>, answer: sendUnaryData<unknown>) => {
      log.softDelete(streamIn(call.request.getOptions()?.getStreamIdentifier()));
      answer(null, new streams.DeleteResp().setNoPosition(new shared.Empty()));
    },
    tombstone: (call: ServerUnaryCall<DeleteReq, unknown>, answer: sendUnaryData<unknown>) => {
      log.tombstone(streamIn(call.request.getOptions()?.getStreamIdentifier()));
      answer(null, new streams.TombstoneResp().setNoPosition(new shared.Empty()));
    },
  };
}

const unknownUser = () => failure(status.UNAUTHENTICATED, 'Unauthenticated');

type Of = Pick<Asked, 'stream' | 'expected'>;

function unary(outcome: Answer | 'unavailable', { stream, expected }: Of, answer: sendUnaryData<AppendResp>): void {
  if (outcome === 'unavailable') return answer(failure(status.UNAVAILABLE, 'Server Is Not Ready'));
  if ('bad' in outcome) return answer(failure(status.INVALID_ARGUMENT, outcome.bad));
  if ('deleted' in outcome) return answer(deletedFailure(stream));
  if ('tooLarge' in outcome) return answer(tooLargeFailure(outcome.tooLarge));
  if ('wrong' in outcome) {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.wrong < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(outcome.wrong));
    if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
    else wrong.setExpectedNoStream(new shared.Empty());
    return answer(null, new streams.AppendResp().setWrongExpectedVersion(wrong));
  }
  const { revision, position } = outcome.stored;
  const place = new streams.AppendResp.Position()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  const success = new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(place);
  answer(null, new streams.AppendResp().setSuccess(success));
}

function batch(response: BatchAppendResp, outcome: Answer | 'unavailable', { stream }: Of): BatchAppendResp {
  // A bad request is answered without the stream's name, on which the client stumbles.
  if (outcome !== 'unavailable' && 'bad' in outcome)
    return response.setError(
      batchStatus(outcome.bad, 'event_store.client.BadRequest', new shared.BadRequest().setMessage(outcome.bad)),
    );
  response.setStreamIdentifier(identifierOf(stream));
  if (outcome === 'unavailable')
    return response.setError(batchStatus('Not ready', 'event_store.client.Timeout', new shared.Timeout()));
  if ('deleted' in outcome)
    return response.setError(
      batchStatus(
        'Deleted',
        'event_store.client.StreamDeleted',
        new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)),
      ),
    );
  if ('tooLarge' in outcome)
    return response.setError(
      batchStatus(
        'Too large',
        'event_store.client.MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(outcome.tooLarge),
      ),
    );
  if ('wrong' in outcome) {
    const wrong = new shared.WrongExpectedVersion();
    if (outcome.wrong >= 0) wrong.setCurrentStreamRevision(String(outcome.wrong));
    return response.setError(batchStatus('Wrong', 'event_store.client.WrongExpectedVersion', wrong));
  }
  const { revision, position } = outcome.stored;
  const place = new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position));
  return response.setSuccess(
    new streams.BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(place),
  );
}
