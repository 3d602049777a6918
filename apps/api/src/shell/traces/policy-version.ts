import { createHash } from 'node:crypto';
import {
  BATCH_COMMANDS,
  CONTRACT_COMMANDS,
  DEFINITION_COMMANDS,
  ERASURE_COMMANDS,
  FILE_COMMANDS,
  MAY_RECORD,
  MAY_RETRACT,
  PROVIDER_COMMANDS,
  SOURCE_COMMANDS,
} from '@uitkomst/domain';

const TABLES = [
  FILE_COMMANDS,
  BATCH_COMMANDS,
  CONTRACT_COMMANDS,
  DEFINITION_COMMANDS,
  PROVIDER_COMMANDS,
  SOURCE_COMMANDS,
  ERASURE_COMMANDS,
  MAY_RECORD,
  MAY_RETRACT,
];

/** Names the tables of who may ask what: another table is another version. */
export const POLICY_VERSION = `roles-${createHash('sha256').update(JSON.stringify(TABLES)).digest('hex').slice(0, 16)}`;
