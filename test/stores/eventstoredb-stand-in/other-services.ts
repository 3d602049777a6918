import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';

type Answering = (call: unknown, answer: (error: null, value: unknown) => void) => void;

const getSupportedMethods: Answering = (_call, answer) => {
  const methods = ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  answer(null, new features.SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList(methods));
};

/** What the server says it can. */
export const FEATURES: UntypedServiceImplementation = { getSupportedMethods };

/** A cluster of one, which leads. */
export function gossipOf(port: number): UntypedServiceImplementation {
  const read: Answering = (_call, answer) => {
    const member = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(crypto.randomUUID()))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port));
    answer(null, new gossip.ClusterInfo().setMembersList([member]));
  };
  return { read };
}
