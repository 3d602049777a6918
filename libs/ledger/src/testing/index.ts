export { anEvent, aLargeEvent, PROVIDER } from './events.js';
export { freePort } from './free-port.js';
export { manualClock, type ManualClock } from './manual-clock.js';
export { describeWithPostgres, postgresPrograms, PostgresServer } from './postgres-server.js';
export { randomFrom, type Random } from './random.js';
export { sealAll } from './sealing.js';
export { threadOfSources } from './thread-of-sources.js';
