import { AFFECTED_CLAIMS } from './affected-claims/affected-claims.projection.js';
import { AGENDA } from './agenda/agenda.projection.js';
import { BATCH_LINES, BATCHES } from './batches/batches.projection.js';
import { CLAIMS_DESK } from './claims-desk/claims-desk.projection.js';
import { CLIENT_INDEX } from './client-index/client-index.projection.js';
import { ERASURE_LISTS } from './erasures/erasure-lists.projection.js';
import { JOURNAL } from './journal/journal.projection.js';
import { OWN_CLAIMS } from './own-claims/own-claims.projection.js';
import { OWN_LETTERS } from './own-claims/own-letters.projection.js';
import { REFUSALS } from './oversight/refusals.projection.js';
import { CLAWBACKS } from './proceedings/clawbacks.projection.js';
import { OBJECTIONS } from './proceedings/objections.projection.js';
import type { Projection } from './projection.js';
import { CONTRACTS } from './references/contracts.projection.js';
import { DEFINITIONS } from './references/definitions.projection.js';
import { PROVIDERS } from './references/providers.projection.js';
import { WATERMARKS } from './references/watermarks.projection.js';
import { OWN_TRAJECTS } from './trajects/own-trajects.projection.js';
import { RUNNING_TRAJECTS } from './trajects/running-trajects.projection.js';

/** Every read model that a running system keeps. */
export const ALL_PROJECTIONS: readonly Projection[] = [
  CLIENT_INDEX,
  CLAIMS_DESK,
  OWN_CLAIMS,
  AGENDA,
  AFFECTED_CLAIMS,
  BATCHES,
  BATCH_LINES,
  JOURNAL,
  CONTRACTS,
  PROVIDERS,
  DEFINITIONS,
  WATERMARKS,
  REFUSALS,
  ERASURE_LISTS,
  RUNNING_TRAJECTS,
  CLAWBACKS,
  OBJECTIONS,
  OWN_TRAJECTS,
  OWN_LETTERS,
];
