import type { Receipt } from '@uitkomst/contracts';
import type { ClientFileCommand } from '@uitkomst/domain';
import type { FileDecided } from '../shell/commands/handle-client-file.js';
import { receiptOf } from '../shell/receipt.js';

interface RecordedFact {
  readonly eventId: string;
  readonly type: string;
  /** Absent for a fact that was heard before from the same source, by another request. */
  readonly receipt?: Receipt;
}

/** The event that a command about a fact became, or the one that says the same already. */
export function factOf(command: ClientFileCommand, { events, file }: FileDecided): RecordedFact {
  const type = typeOf(command);
  const event = events.find((one) => one.type === type);
  if (event !== undefined) return { eventId: event.id, type, receipt: receiptOf(event) };
  const ref = command.type === 'RecordFact' ? sourceRefOf(command.fact.payload) : undefined;
  const known = file.facts.find((fact) => fact.type === type && sourceRefOf(fact.payload) === ref);
  return { eventId: known?.id ?? '', type };
}

function typeOf(command: ClientFileCommand): string {
  if (command.type === 'RetractFact') return 'FactRetracted';
  return command.type === 'RecordFact' || command.type === 'CorrectFact' ? command.fact.type : command.type;
}

const sourceRefOf = (payload: object): string | undefined =>
  'source' in payload ? (payload.source as { readonly ref?: string }).ref : undefined;
