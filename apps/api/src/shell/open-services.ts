import type { StaffMember } from '@uitkomst/domain';
import { BankMessages, TraceLog, type Clock } from '@uitkomst/ledger';
import { Cuts } from '@uitkomst/projections';
import { levelOf, openParts, startProcesses, type Parts, type Runs } from '@uitkomst/processes';
import { finishErasures } from './erasures.js';
import { DevelopmentIssuer } from './auth/development-issuer.js';
import { Tokens, trustIn } from './auth/tokens.js';
import { openSignIn, type SignsIn } from './session/open-sign-in.js';
import { openLog, type Log } from './log.js';
import { Mandates } from './auth/mandates.js';
import { RefusalLog } from './refusal-log.js';
import { openSealing, type Sealing } from './proofs/open-sealing.js';
import type { Settings } from './settings.js';
import { readStaff } from './staff.js';

/** Everything the process is made of, opened once and closed in the opposite order. */
export interface Services extends Parts, Sealing, SignsIn {
  readonly settings: Settings;
  readonly log: Log;
  /** Empty where no list was given. */
  readonly staff: readonly StaffMember[];
  readonly traces: TraceLog;
  /** Past states of what is read. */
  readonly cuts: Cuts;
  readonly bankMessages: BankMessages;
  readonly refusals: RefusalLog;
  readonly mandates: Mandates;
  readonly tokens: Tokens;
  /** Null beside an issuer of the organisation. */
  readonly developmentIssuer: DevelopmentIssuer | null;
  close(): Promise<void>;
}

type Close = () => unknown;

const FINISH_WITHIN_MS = 600_000;

/** What fails halfway closes what was opened before it. */
export async function openServices(settings: Settings, clock: Clock): Promise<Services> {
  const opened: Close[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).toReversed()) await one();
  };
  try {
    return { ...(await open(settings, clock, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(settings: Settings, clock: Clock, opened: Close[]): Promise<Omit<Services, 'close'>> {
  const log = openLog(settings.logLevel);
  const staff = readStaff(settings.staffFile);
  const onError = (error: unknown): void => log[levelOf(error)]({ error }, 'a process of its own failed; it goes on');
  const runs: Runs = settings.processes === 'worker' ? 'nothing by itself' : 'processes';
  const parts = await openParts(settings, { clock, runs, onError, closing: (close) => opened.push(close) });
  if (runs === 'processes') {
    const running = await startProcesses(parts, onError);
    opened.push(() => running.stop());
  }
  const head = await parts.ledger.head();
  const finish = async (): Promise<void> => {
    await parts.projecting.waitUntil(head, FINISH_WITHIN_MS);
    await finishErasures(parts);
  };
  // Before the reading has begun there are no tables; where it cannot begin, whoever opens the parts is told.
  void parts.reading.then(
    () => finish().catch(onError),
    () => undefined,
  );
  const cuts = new Cuts({ ...parts, ...settings });
  opened.push(() => cuts.close());
  const traces = TraceLog.open(settings.dataFolder);
  opened.push(() => traces.close());
  const bankMessages = BankMessages.open(settings.dataFolder);
  opened.push(() => bankMessages.close());
  const sealing = openSealing(settings, parts.ledger, onError);
  opened.push(() => sealing.sealer.stop());
  const refusals = new RefusalLog({ ...parts, log });
  opened.push(() => refusals.drained());
  const mandates = new Mandates(parts);
  const access = await openAccess(settings);
  const signIn = openSignIn(settings, access.tokens);
  return {
    ...parts,
    ...sealing,
    settings,
    log,
    staff,
    cuts,
    traces,
    bankMessages,
    refusals,
    mandates,
    ...access,
    ...signIn,
  };
}

async function openAccess(settings: Settings): Promise<Pick<Services, 'tokens' | 'developmentIssuer'>> {
  const { issuer, municipality } = settings;
  if (issuer.kind === 'oidc') return { tokens: new Tokens(trustIn(issuer), municipality), developmentIssuer: null };
  const developmentIssuer = await DevelopmentIssuer.open(settings);
  return { tokens: new Tokens(developmentIssuer.trust, municipality), developmentIssuer };
}
