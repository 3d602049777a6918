import {
  Inject,
  Module,
  StandardSchemaSerializerInterceptor,
  type DynamicModule,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { BatchesController } from './payments/batches.controller.js';
import { PAYMENT_ACTS } from './payments/payment-acts.controller.js';
import { ClaimDecisionsController } from './approval/claim-decisions.controller.js';
import { ClawbackListController } from './approval/clawback-list.controller.js';
import { ClawbacksController } from './approval/clawbacks.controller.js';
import { CLAWBACK_ACTS } from './approval/clawback-acts.controller.js';
import { DECISION_ACTS } from './approval/decision-acts.controller.js';
import { DeskController } from './approval/desk.controller.js';
import { SilentTrajectsController } from './approval/silent-trajects.controller.js';
import { NoticesController } from './approval/notices.controller.js';
import { OfferLines } from './payments/offer-lines.js';
import { DeterminationsController } from './audit/determinations.controller.js';
import { ClaimProofsController } from './audit/claim-proofs.controller.js';
import { EventProofsController } from './audit/event-proofs.controller.js';
import { SealsController } from './audit/seals.controller.js';
import { CounterfactualController } from './audit/counterfactual.controller.js';
import { DifferencesController } from './audit/what-if/differences.controller.js';
import { DeskDifferencesController } from './audit/what-if/desk-differences.controller.js';
import { WhatIfController } from './audit/what-if/what-if.controller.js';
import { ExplanationController } from './audit/explanation/explanation.controller.js';
import { LedgerController } from './audit/ledger.controller.js';
import { RefusalsController } from './audit/refusals.controller.js';
import { WhoMayController } from './audit/who-may.controller.js';
import { SamplesController } from './audit/samples/samples.controller.js';
import { SAMPLE_ACTS } from './audit/samples/sample-acts.controller.js';
import { ClaimsController } from './claims/claims.controller.js';
import { CLAIM_ACTS } from './claims/claim-acts.controller.js';
import { LettersController } from './claims/letters/letters.controller.js';
import { ObjectionListController } from './claims/objection-list.controller.js';
import { ObjectionsController } from './claims/objections.controller.js';
import { OwnListsController } from './claims/own-lists.controller.js';
import { AttributionsController } from './approval/attributions.controller.js';
import { ContractsController } from './facts/contracts.controller.js';
import { DelegationsController } from './facts/delegations.controller.js';
import { DefinitionListController, DefinitionsController } from './facts/definitions/definitions.controller.js';
import { RuleSetsController } from './facts/definitions/rule-sets.controller.js';
import { DeliveriesController } from './facts/deliveries.controller.js';
import { DeliveryReportsController } from './facts/delivery-reports/delivery-reports.controller.js';
import { FactsController } from './facts/facts.controller.js';
import { FACT_ACTS } from './facts/fact-acts.controller.js';
import { TERMS_ACTS } from './facts/terms-acts.controller.js';
import { EvidenceController } from './facts/evidence/evidence.controller.js';
import { FilesController } from './facts/files.controller.js';
import { ProvidersController } from './facts/providers.controller.js';
import { RecordDelivery } from './facts/record-delivery.js';
import { TimelineController } from './facts/timeline/timeline.controller.js';
import { WatermarksController } from './facts/watermarks.controller.js';
import { AccountsController } from './payments/accounts.controller.js';
import { BankMessagesController } from './payments/bank-messages.controller.js';
import { BatchLinesController } from './payments/batch-lines.controller.js';
import { JournalController } from './payments/journal.controller.js';
import { MismatchesController, OpenMismatchesController } from './payments/mismatches.controller.js';
import { PaymentFilesController } from './payments/payment-files.controller.js';
import { OwnRemittancesController } from './payments/own-remittances.controller.js';
import { RemittancesController } from './payments/remittances.controller.js';
import { ErasureListsController } from './privacy/erasure-lists.controller.js';
import { ERASURE_ACTS } from './privacy/erasure-acts.controller.js';
import { LetterCodesController } from './privacy/letter-codes.controller.js';
import { PersonalDataController } from './privacy/personal-data.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { HandleErasure } from './shell/commands/handle-erasure.js';
import { DevelopmentController } from './shell/auth/development.controller.js';
import { HandleBatch } from './shell/commands/handle-batch.js';
import { HandleDelegation } from './shell/commands/handle-delegation.js';
import { HandleSample } from './shell/commands/handle-sample.js';
import { HandleClientFile } from './shell/commands/handle-client-file.js';
import {
  HandleContract,
  HandleDefinition,
  HandleProvider,
  HandleRuleSets,
  HandleSource,
} from './shell/commands/handle-terms.js';
import { LetterSessionController } from './shell/session/letter-session.controller.js';
import { IssuerSessionController } from './shell/session/issuer-session.controller.js';
import { SessionController } from './shell/session/session.controller.js';
import { HealthController } from './shell/health.controller.js';
import { KnownQuery } from './shell/http/asked/known-query.js';
import { OnlyText } from './shell/http/asked/only-text.js';
import { ProblemFilter } from './shell/http/problem-filter.js';
import { SchemaPipe } from './shell/http/schema-pipe.js';
import { WholeLists } from './shell/http/tables/whole-lists.js';
import type { Services } from './shell/open-services.js';
import { ProblemsController } from './shell/problems.controller.js';
import { RecordOnce } from './shell/recording/record-once.js';
import { SERVICES } from './shell/services.js';
import { LeaveTraces } from './shell/traces/leave-traces.js';
import { TracesController } from './audit/traces.controller.js';

const FACTS = [
  FilesController,
  FactsController,
  EvidenceController,
  TimelineController,
  DeliveriesController,
  DeliveryReportsController,
  WatermarksController,
  ProvidersController,
  ContractsController,
  DefinitionListController,
  DefinitionsController,
  RuleSetsController,
  DelegationsController,
  ...FACT_ACTS,
  ...TERMS_ACTS,
];
const CLAIMS = [
  ClaimsController,
  LettersController,
  ObjectionsController,
  ObjectionListController,
  OwnListsController,
  ...CLAIM_ACTS,
];
const APPROVAL = [
  DeskController,
  SilentTrajectsController,
  ClaimDecisionsController,
  NoticesController,
  AttributionsController,
  ClawbacksController,
  ClawbackListController,
  ...CLAWBACK_ACTS,
  ...DECISION_ACTS,
];
const PAYMENTS = [
  AccountsController,
  BatchesController,
  BatchLinesController,
  PaymentFilesController,
  BankMessagesController,
  MismatchesController,
  OpenMismatchesController,
  RemittancesController,
  OwnRemittancesController,
  JournalController,
  ...PAYMENT_ACTS,
];
const AUDIT = [
  RefusalsController,
  SamplesController,
  WhoMayController,
  DeterminationsController,
  ClaimProofsController,
  LedgerController,
  EventProofsController,
  SealsController,
  ExplanationController,
  CounterfactualController,
  WhatIfController,
  DifferencesController,
  DeskDifferencesController,
  TracesController,
  ...SAMPLE_ACTS,
];
const PRIVACY = [PersonalDataController, LetterCodesController, ErasureListsController, ...ERASURE_ACTS];
const SHELL = [
  ChangesController,
  HealthController,
  ProblemsController,
  DevelopmentController,
  SessionController,
  IssuerSessionController,
  LetterSessionController,
];

/** One handler per decider. */
const HANDLERS = [
  HandleClientFile,
  HandleBatch,
  HandleDelegation,
  HandleSample,
  HandleContract,
  HandleDefinition,
  HandleProvider,
  HandleSource,
  HandleRuleSets,
  HandleErasure,
];

/** Which process contains what, on one screen: the API with its read models and processes in one process. */
@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  static of(services: Services, imports: readonly Type<unknown>[] = []): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      imports: [CqrsModule.forRoot(), TerminusModule.forRoot({ logger: false }), ...imports],
      controllers: [...FACTS, ...CLAIMS, ...APPROVAL, ...PAYMENTS, ...AUDIT, ...PRIVACY, ...SHELL],
      providers: [
        ...HANDLERS,
        OfferLines,
        RecordDelivery,
        { provide: SERVICES, useValue: services },
        { provide: APP_GUARD, useClass: KnownQuery },
        { provide: APP_GUARD, useClass: OnlyText },
        { provide: APP_PIPE, useClass: SchemaPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: WholeLists },
        { provide: APP_INTERCEPTOR, useClass: LeaveTraces },
        { provide: APP_INTERCEPTOR, useClass: RecordOnce },
        {
          provide: APP_INTERCEPTOR,
          useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector),
          inject: [Reflector],
        },
      ],
      exports: [SERVICES],
    };
  }

  /** After the last request was answered. */
  onApplicationShutdown(): Promise<void> {
    return this.services.close();
  }
}
