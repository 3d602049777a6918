import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { kafkaClient } from './kafka-client.js';
import { KafkaPublisher } from './kafka-publisher.js';

const sockets = new Set<Socket>();
const silent = createServer((socket) => sockets.add(socket));
beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silent.close();
  await once(silent, 'close');
});

test('a broker that takes the call and never answers is a failed send, and the next send begins anew', async () => {
  const { port } = silent.address() as AddressInfo;
  const kafka = kafkaClient({ brokers: [`127.0.0.1:${port}`], tls: false }, () => undefined);
  const publisher = new KafkaPublisher(kafka, 300);
  const message = { topic: 'uitkomst.claims', key: 'k', value: '{}', headers: {} };
  await expect(publisher.publish([message])).rejects.toThrow('The broker did not answer within 300 ms');
  const before = sockets.size;
  await expect(publisher.publish([message])).rejects.toThrow('The broker did not answer within 300 ms');
  expect(sockets.size).toBeGreaterThan(before);
  await publisher.close();
}, 30_000);
