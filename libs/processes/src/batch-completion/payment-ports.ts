import {
  agreedOn,
  batchDecider,
  budgetDecider,
  type Actor,
  type BatchCommand,
  type BatchState,
  type BudgetCommand,
  type BudgetState,
  type ClientFile,
} from '@uitkomst/domain';
import {
  foldOf,
  foldStream,
  transact,
  type ClientFiles,
  type Clock,
  type Ledger,
  type TermsBook,
  type TransactResult,
} from '@uitkomst/ledger';
import type { SendToFile, Today } from '../ports.js';
import { todayOf } from '../today.js';

interface Sent<C> {
  readonly municipality: string;
  readonly command: C;
  readonly actor: Actor;
  readonly commandId: string;
  readonly commandHash: string;
}

/** How the batch's own stream is written. */
export type SendToBatch = (task: Sent<BatchCommand>) => Promise<TransactResult<BatchState>>;
/** How money is set apart for a contract. */
export type SendToBudget = (task: Sent<BudgetCommand>) => Promise<TransactResult<BudgetState>>;

/** Everything that carrying a batch through reads and writes. */
export interface PaymentPorts {
  readonly sendToFile: SendToFile;
  readonly sendToBatch: SendToBatch;
  readonly sendToBudget: SendToBudget;
  readonly readFile: (municipality: string, personRef: string) => Promise<ClientFile>;
  readonly readBatch: (municipality: string, batchId: string) => Promise<BatchState>;
  /** What may be paid of a contract in all, also after its end; undefined where nothing is agreed. */
  readonly ceilingOf: (municipality: string, contractId: string) => Promise<number | undefined>;
  readonly today: Today;
}

interface Parts {
  readonly ledger: Ledger;
  readonly terms: TermsBook;
  readonly clientFiles: ClientFiles;
  readonly clock: Clock;
}

/** How a batch is carried through: by what people ask of it, and by what finishes it after a crash. */
export function paymentPorts({ ledger, clientFiles, clock, terms }: Parts): PaymentPorts {
  const today = (): ReturnType<Today> => todayOf(clock);
  return {
    sendToFile: (task) => clientFiles.handle(task),
    sendToBatch: ({ municipality, command, actor, ...ids }) =>
      transact<BatchState>({
        ledger,
        stream: batchStream(municipality, command.batchId),
        fold: BATCH,
        decide: (batch) => batchDecider.decide(batch, command, { actor, today: today() }),
        command: { actor, ...ids },
      }),
    sendToBudget: ({ municipality, command, actor, ...ids }) =>
      transact<BudgetState>({
        ledger,
        stream: budgetStream(municipality, command.contractId),
        fold: BUDGET,
        decide: (budget) => budgetDecider.decide(budget, command, { actor, today: today() }),
        command: { actor, ...ids },
      }),
    readFile: async (municipality, personRef) => (await clientFiles.read(municipality, personRef)).state,
    readBatch: (municipality, batchId) => readBatch(ledger, municipality, batchId),
    ceilingOf: async (municipality, contractId) => {
      const contract = (await terms.refresh(municipality)).contracts.get(contractId);
      return contract && agreedOn(contract, today())?.budgetCents;
    },
    today,
  };
}

export const batchStream = (municipality: string, batchId: string): string => `batch-${municipality}-${batchId}`;
export const budgetStream = (municipality: string, contractId: string): string =>
  `budget-${municipality}-${contractId}`;

const BATCH = foldOf(batchDecider);
const BUDGET = foldOf(budgetDecider);

/** The batch as its stream now is. */
export const readBatch = async (ledger: Ledger, municipality: string, batchId: string): Promise<BatchState> =>
  (await foldStream({ ledger, stream: batchStream(municipality, batchId), fold: BATCH })).state;

/** What is set apart for a contract now. */
export const readBudget = async (ledger: Ledger, municipality: string, contractId: string): Promise<BudgetState> =>
  (await foldStream({ ledger, stream: budgetStream(municipality, contractId), fold: BUDGET })).state;
