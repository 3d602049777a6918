export * from './ports.js';
export { derivedHash } from './derived-id.js';
export * from './clock/maturity-clock.js';
export * from './sweep/terms-sweep.js';
export * from './batch-completion/plan.js';
export * from './batch-completion/complete-batch.js';
export * from './batch-completion/batch-finisher.js';
