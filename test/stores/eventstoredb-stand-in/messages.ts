import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expectation, Kept, Proposed } from './log.js';

/** An error as the server names them, in a trailer. */
export function failure(code: status, message: string, trailer: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailer)) metadata.set(name, value);
  return Object.assign(new Error(message), { code, details: message, metadata });
}

export const deletedFailure = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const tooLargeFailure = (max: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(max),
  });

export const streamIn = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string) =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

interface Expecting {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export const expectationOf = (options: Expecting, revision: string | undefined): Expectation => {
  if (revision !== undefined) return Number(revision);
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : 'any';
};

export function proposedIn(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  return {
    id: (message.getId() as UUID).getString(),
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    customMetadata: message.getCustomMetadata_asU8(),
  };
}

/** As in a read of all, where commit and prepare position are the event's own. */
export const eventInAll = (kept: Kept): ReadResp =>
  new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent()
      .setEvent(recorded(kept).setCommitPosition(String(kept.position)))
      .setCommitPosition(String(kept.position)),
  );

/** As in a read of a stream, where the commit position may be that of the whole append. */
export const eventInStream = (kept: Kept): ReadResp =>
  new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent()
      .setEvent(recorded(kept).setCommitPosition(String(kept.transaction)))
      .setNoPosition(new shared.Empty()),
  );

function recorded(kept: Kept) {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(new shared.UUID().setString(kept.id));
  event.setStreamIdentifier(identifierOf(kept.stream));
  event.setStreamRevision(String(kept.revision));
  event.setPreparePosition(String(kept.position));
  event.setData(kept.data);
  event.setCustomMetadata(kept.customMetadata);
  for (const [name, value] of kept.metadata) event.getMetadataMap().set(name, value);
  return event;
}

export const checkpointAt = (position: number): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

export const confirmation = (): ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()),
  );

export const notFound = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );

/** A refusal as the batch path carries it: a status with one detail of a named type. */
export function batchStatus(message: string, type: string, detail: { serializeBinary(): Uint8Array }) {
  const any = new anyPb.Any();
  any.pack(detail.serializeBinary(), type);
  return new statusPb.Status().setMessage(message).setDetails(any);
}
