// The ledger alone and the full command against raw SQLite transactions of the same bytes (rulings §8).
import { inTurn, median, Subject } from './subject.js';

const SIDES = ['raw', 'alone', 'checked', 'command', 'bare'] as const;
const ROUNDS = { rounds: 9, warmUp: 4 };

/** Prints how the ledger and the full command compare with raw transactions. */
async function compare(callers: number, target: number): Promise<void> {
  const subjects = SIDES.map((side) => Subject.start<number>('ledger/ledger-subject.ts', side, String(callers)));
  const rates = await inTurn(subjects, ROUNDS);
  const [raw = []] = rates;
  const [, alone, checked, command] = rates.map((each) =>
    median(each.map((rate, round) => rate / (raw[round] ?? 1))).toFixed(2),
  );
  console.log(
    `${callers} caller(s): ledger alone ${alone} × raw (target ≥ ${target}), payloads checked too ${checked} ×, full command ${command} × (target ≥ 0.2 at 64)`,
  );
  console.log(
    `  rows a second: ${SIDES.map((side, index) => `${side} ${Math.round(median(rates[index] ?? []))}`).join(', ')}`,
  );
}

await compare(64, 0.5);
await compare(1, 0.7);
