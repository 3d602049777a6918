/** Key under which a route keeps the name of its operation, as in the API document. */
export const OPERATION = 'operation';

/** Key of the mark of a route that keeps what no event tells. */
export const BESIDE_LEDGER = 'besideLedger';
