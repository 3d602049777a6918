import { z } from 'zod';
import { EventId, Role } from '@uitkomst/domain';
import { Instant, pageOf, PageQuery } from './values.contract.js';

/** What somebody recorded on a resource, as this reader may see it: the same whatever was done to whatever it was. */
export const Act = z
  .object({
    eventId: EventId,
    type: z.string(),
    recordedAt: Instant,
    role: Role.describe('Rol waarin het is vastgelegd'),
    actor: z.string().optional().describe('Wie het vastlegde; alleen voor wie bij de gemeente werkt'),
    fields: z.record(z.string(), z.unknown()).describe('De velden die deze lezer mag zien'),
  })
  .meta({ id: 'Act', description: 'Vastgelegde handeling' });
export type Act = z.infer<typeof Act>;
export const ActPage = pageOf('ActPage', Act);
export type ActPage = z.infer<typeof ActPage>;
export const ListActs = z.strictObject({ ...PageQuery });
export type ListActs = z.infer<typeof ListActs>;
/** Names one act, beside what the path of its resource names. */
export const ACT_PARAM = { actId: EventId };
