export { anEvent, aLargeEvent, PROVIDER } from './events.js';
export { manualClock, type ManualClock } from './manual-clock.js';
export { randomFrom, type Random } from './random.js';
