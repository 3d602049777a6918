// Second entry, `@uitkomst/ledger/verify`: what checks proofs, in a browser as well as here. Nothing of Node, no driver.
export { bytesToHex, fromBase64, hexToBytes, leafHashOf, toBase64, utf8ToBytes } from './proofs/hashing.js';
export * from './proofs/proofs.js';
export * from './proofs/note.js';
export * from './proofs/checkpoint.js';
export * from './proofs/verify-note.js';
export * from './proofs/promise.js';
export * from './proofs/public-keys.js';
export * from './proofs/disclosure.js';
