// Second entry, `@uitkomst/processes/kafka`: what goes out and comes in by Kafka, for those alone who name a broker.
export * from './relay/publisher.js';
export { isPublished, type Origin } from './relay/outbound-event.js';
export * from './relay/relay.js';
export { kafkaClient } from './adapters/kafka-client.js';
export { KafkaPublisher } from './adapters/kafka-publisher.js';
export { KafkaSource } from './adapters/kafka-source.js';
export { kafkaKeysIn, type KafkaKeys } from './settings/kafka-keys.js';
export { DeliveryFeed } from './feeds/delivery-feed.js';
export { completeByFeed, recordingByFeed } from './feeds/record-by-feed.js';
export { reportByFeed } from './feeds/report-by-feed.js';
export { ensureTopics, type TopicReport } from './adapters/kafka-topics.js';
