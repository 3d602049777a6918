export * from './claims.js';
export * from './recording.js';
export * from './temporary-folder.js';
