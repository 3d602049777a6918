import { FACT_EVENTS, FILE_EVENTS } from './client-file/events.js';
import {
  BudgetReleased,
  BudgetReserved,
  ContractAmended,
  ContractRegistered,
  TariffSet,
} from './contracts-and-tariffs/events.js';
import { DefinitionSetPublished, RuleSetActivated } from './definitions/events.js';
import { ErasureDecided, ErasureProposed } from './erasure/events.js';
import type { EventDefinition } from './event.js';
import * as oversight from './oversight/events.js';
import * as batch from './payment-batch/events.js';
import * as providers from './providers/events.js';

/** Every event the ledger may hold, by its stored name. Names are for ever. */
export const EVENT_CATALOGUE: Readonly<Record<string, EventDefinition>> = {
  ...FACT_EVENTS,
  ...FILE_EVENTS,
  ...providers,
  ...batch,
  ...oversight,
  DefinitionSetPublished,
  RuleSetActivated,
  ContractRegistered,
  ContractAmended,
  TariffSet,
  BudgetReserved,
  BudgetReleased,
  ErasureProposed,
  ErasureDecided,
};
