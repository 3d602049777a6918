/** Key under which a route keeps the name of its operation, as in the API document. */
export const OPERATION = 'operation';
