/** Injection token of what the process is made of: `open-services.ts` makes it once, `api.module.ts` hands it out. */
export const SERVICES = Symbol('services');
