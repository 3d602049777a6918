import { addDays, CalendarDate, dayOf, startOf } from '@uitkomst/domain';
import { TraceLog } from '@uitkomst/ledger';
import { authorisationRecord, otlpLine, processingRecord } from '@uitkomst/projections';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { dataFolderWith } from './ledger/data-folder.js';
import { messageOf } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface TracesOptions {
  readonly data?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const LINE_MAX = 500;

/** Hands over who looked at whose data and who was allowed what, as OTLP JSON: a line for every 500. */
export async function traces(options: TracesOptions, terminal: Terminal): Promise<ExitCode> {
  const fromAt = options.from === undefined ? '' : startOf(dayNamed('--from', options.from));
  const untilAt = options.until === undefined ? '9999' : startOf(addDays(dayNamed('--until', options.until), 1));
  if (fromAt >= untilAt) throw new Stop(EXIT.UNREADABLE, '--until must not lie before --from');
  const log = opened(options.data ?? dataFolderWith('traces.db'));
  try {
    const looks = await told(map(log.everyLook(fromAt, untilAt), processingRecord), terminal);
    const judgements = await told(map(log.everyJudgement(fromAt, untilAt), authorisationRecord), terminal);
    terminal.remark(`${looks} look(s), ${judgements} authorisation decision(s)`);
    return EXIT.FINE;
  } finally {
    log.close();
  }
}

function dayNamed(option: string, text: string) {
  if (CalendarDate.safeParse(text).success) return dayOf(text);
  throw new Stop(EXIT.UNREADABLE, `${option} must be an existing date (jjjj-mm-dd), not ${text}`);
}

function opened(folder: string): TraceLog {
  try {
    return TraceLog.openToRead(folder);
  } catch (error) {
    throw new Stop(EXIT.UNREACHABLE, messageOf(error), { cause: error });
  }
}

type Span = Parameters<typeof otlpLine>[0][number];

async function told(spans: Iterable<Span>, terminal: Terminal): Promise<number> {
  let batch: Span[] = [];
  let count = 0;
  for (const span of spans) {
    count += 1;
    if (batch.push(span) < LINE_MAX) continue;
    await terminal.answer(otlpLine(batch));
    batch = [];
  }
  if (batch.length > 0) await terminal.answer(otlpLine(batch));
  return count;
}

function* map<A, B>(items: Iterable<A>, make: (item: A) => B): Iterable<B> {
  for (const item of items) yield make(item);
}
