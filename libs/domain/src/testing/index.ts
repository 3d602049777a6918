export * from './actors.js';
export * from './claim-in-state.js';
export * from './commands.js';
export * from './facts.js';
export * from './given-file.js';
export * from './preset-parameters.js';
export * from './terms.js';
export * from '../assessment/testing/random-file.js';
