export * from './approval.contract.js';
export * from './claims.contract.js';
export * from './deliveries.contract.js';
export * from './facts.contract.js';
export * from './problems.contract.js';
export * from './published-events.contract.js';
export * from './terms.contract.js';
export * from './values.contract.js';
