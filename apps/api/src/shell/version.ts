/** Version of the API: `info.version` of its document and the `API-Version` of every answer. */
export const API_VERSION = '1.0.0';
