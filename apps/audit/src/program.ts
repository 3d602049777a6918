import { Command, CommanderError } from 'commander';
import { RuleSetUnknown } from '@uitkomst/domain';
import { LedgerUnavailable, UnknownEvent } from '@uitkomst/ledger';
import { backup, type BackupOptions } from './backup/backup.js';
import { cases, type CasesOptions } from './cases.js';
import { explainClaim, type ExplainOptions } from './explain.js';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { exportLedger, type ExportOptions } from './export.js';
import { history, type HistoryOptions } from './history.js';
import { importLedger, type ImportOptions } from './import.js';
import { replay, type ReplayOptions } from './replay.js';
import { sample } from './sample.js';
import { staffing, type StaffingOptions } from './staffing.js';
import { counterfactualOf, type CounterfactualOptions } from './questions/counterfactual.js';
import { diff, type DiffOptions } from './questions/diff.js';
import { unclaimedOverAll, type UnclaimedOptions } from './questions/unclaimed.js';
import { whatIfOverAll, type WhatIfOptions } from './questions/what-if.js';
import { fileFault } from './ledger/file-fault.js';
import type { LedgerOptions } from './ledger/with-ledger.js';
import { recover, rotate, type KeyOptions, type RecoverOptions } from './sealing/change-keys.js';
import { checkDisclosure, disclose, type CheckOptions, type DiscloseOptions } from './sealing/disclose.js';
import { rotateVault, type VaultKeyOptions } from './sealing/rotate-vault.js';
import { witness, type WitnessOptions } from './sealing/witness.js';
import { type Output, Terminal } from './terminal.js';
import { traces, type TracesOptions } from './traces.js';
import { verify, type VerifyOptions } from './verify.js';

/** Where the command line is run: its answers, its remarks and its surroundings. */
export interface Surroundings {
  readonly out: Output & NodeJS.EventEmitter;
  readonly err: Output & NodeJS.EventEmitter;
}

/** `uitkomst-audit <command> …`: what an auditor asks of a ledger or of case files, without a server. Gives the exit code. */
export async function runAudit(argv: readonly string[], { out, err }: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.FINE;
  const program = new Command('audit')
    .description('Decides case files, and replays, explains and shows what a ledger holds')
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) });
  addCommands(program, async (options, work) => {
    exitCode = await work(new Terminal(out, err, options.quiet === true));
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return endOf(error, (text) => err.write(`${text}\n`));
  }
}

interface Quiet {
  readonly quiet?: boolean;
}
type Run = (options: Quiet, work: (terminal: Terminal) => Promise<ExitCode>) => Promise<void>;

function addCommands(program: Command, run: Run): void {
  common(program.command('cases'))
    .description('decides the checks of case files and compares them with what they expect')
    .argument('<files...>', 'case files, files of mutations')
    .option('--presets <file>', 'definition sets beside, or in the place of, those built in')
    .action((files: string[], options: CasesOptions & Quiet) =>
      run(options, (terminal) => cases(files, options, terminal)),
    );
  ofLedger(program.command('replay'))
    .description('makes recorded decisions again from the ledger alone, and compares them byte for byte')
    .option('--claim <id>', 'only those on this claim')
    .action((options: ReplayOptions & Quiet) => run(options, (terminal) => replay(options, terminal)));
  atTwoDates(ofLedger(program.command('explain')))
    .description('says why a claim was decided so: every rule, its answer, its facts, its source')
    .requiredOption('--claim <id>', 'the claim')
    .option('--lang <language>', 'nl or en', 'nl')
    .action((options: ExplainOptions & Quiet) => run(options, (terminal) => explainClaim(options, terminal)));
  atTwoDates(ofLedger(program.command('history')))
    .description('shows the file of a client at two dates')
    .option('--claim <id>', 'of the client this claim is about, without other claims')
    .option('--client <reference>', 'of this client')
    .action((options: HistoryOptions & Quiet) => run(options, (terminal) => history(options, terminal)));
  ofLedger(program.command('sample'))
    .description('draws every sample again from its announcement, and compares')
    .action((options: LedgerOptions & Quiet) => run(options, (terminal) => sample(options, terminal)));
  common(program.command('staffing'))
    .description('says whether these people can pay, reclaim and decide objections, or for what nobody is left')
    .argument('<file>', 'a list of people with their roles')
    .action((file: string, options: StaffingOptions & Quiet) =>
      run(options, (terminal) => staffing(file, options, terminal)),
    );
  addFolderCommands(program, run);
  addQuestions(program, run);
}

function addFolderCommands(program: Command, run: Run): void {
  ofLedger(program.command('export'))
    .description('writes the whole ledger, but for the vault, as a folder that can be verified and imported anywhere')
    .requiredOption('--out <folder>', 'where to; must be new or empty')
    .option('--key <file>', 'public keys that go with it; by default those beside the ledger')
    .action((options: ExportOptions & Quiet) => run(options, (terminal) => exportLedger(options, terminal)));
  common(program.command('import'))
    .description('copies an exported folder into an empty ledger of any engine, byte for byte, and reads it back')
    .requiredOption('--from <folder>', 'an exported folder')
    .requiredOption('--ledger <url>', 'the ledger to fill')
    .action((options: ImportOptions & Quiet) => run(options, (terminal) => importLedger(options, terminal)));
  ofLedger(program.command('verify'))
    .description('checks every byte, place, root and signature, and names what is not as it was sealed')
    .option('--from <folder>', 'an exported folder instead of a ledger')
    .option('--key <key...>', 'public keys you were given: as text, or files of them')
    .option('--checkpoint <file...>', 'checkpoints others hold: older ones, those of a witness')
    .action((options: VerifyOptions & Quiet) => run(options, (terminal) => verify(options, terminal)));
  common(program.command('backup'))
    .description('copies all that must be put back, beside a running application: data, keys and seal apart')
    .option('--out <folder>', 'where to; must be new')
    .option('--check [folder]', 'reads a backup back: the one just written, or the one in this folder')
    .option('--data <folder>', 'the data folder; by default the one in UITKOMST_DATA')
    .option('--ledger <url>', 'by default LEDGER_URL, or ledger.db in the data folder')
    .option('--seals <folder>', 'the folder of seals; by default SEAL_FOLDER, or seal in the data folder')
    .option('--kafka-keys <file>', 'by default KAFKA_KEYS_FILE, or kafka-keys.json in the data folder')
    .option('--key <key...>', 'with --check: public keys you were given, as text, or files of them')
    .addHelpText('after', ABOUT_BACKUP)
    .action((options: BackupOptions & Quiet) => run(options, (terminal) => backup(options, terminal)));
  addSealCommands(program, run);
}

const ABOUT_BACKUP = `
A ledger on PostgreSQL or EventStoreDB becomes an exported folder, data/ledger, for import into any engine; the backup
of the database itself is the other way.`;

function addSealCommands(program: Command, run: Run): void {
  common(program.command('witness'))
    .description('cosigns the newest checkpoint of a log if it only grew since this witness last looked; else alarms')
    .requiredOption('--state <folder>', "the witness's own key and what it saw last")
    .requiredOption('--key <key...>', 'public keys of the log: as text, or files of them')
    .option('--from <folder>', 'an exported folder')
    .option('--url <address>', 'a running application, up to and with /v1')
    .option('--name <name>', 'of the witness, when its key is made')
    .action((options: WitnessOptions & Quiet) => run(options, (terminal) => witness(options, terminal)));
  common(program.command('rotate-key'))
    .description('makes a new key for the seals; the one before vouches for it')
    .requiredOption('--seals <folder>', "the application's folder of seals")
    .action((options: KeyOptions & Quiet) => run(options, (terminal) => rotate(options, terminal)));
  common(program.command('recover'))
    .description('after an older backup was put back: goes on as a new log that names the last checkpoint')
    .requiredOption('--seals <folder>', "the application's folder of seals")
    .requiredOption('--last <file>', 'the last checkpoint that was published or cosigned')
    .action((options: RecoverOptions & Quiet) => run(options, (terminal) => recover(options, terminal)));
  common(program.command('rotate-vault-keys'))
    .description('gives the vault new keys, also beside a running application; broken off, do it again')
    .option('--data <folder>', 'the data folder; by default the one in UITKOMST_DATA')
    .action((options: VaultKeyOptions & Quiet) => run(options, (terminal) => rotateVault(options, terminal)));
  addDisclosureCommands(program, run);
}

function addDisclosureCommands(program: Command, run: Run): void {
  ofLedger(program.command('disclose'))
    .description('writes the file a claim is about with chosen parts to be read, and all of it to be proven')
    .requiredOption('--claim <id>', 'the claim')
    .requiredOption('--show <part...>', 'open, provider, municipality, actor')
    .requiredOption('--out <file>', 'where to; must be new')
    .action((options: DiscloseOptions & Quiet) => run(options, (terminal) => disclose(options, terminal)));
  common(program.command('check-disclosure'))
    .description('checks a file that was handed over, with nothing but a public key')
    .argument('<file>', 'made by disclose')
    .requiredOption('--key <key...>', 'public keys of the log: as text, or files of them')
    .action((file: string, options: CheckOptions & Quiet) =>
      run(options, (terminal) => checkDisclosure(file, options, terminal)),
    );
}

/** Nothing is written: the same facts, asked otherwise. */
function addQuestions(program: Command, run: Run): void {
  atTwoDates(ofLedger(program.command('what-if')))
    .description('decides every claim again under another definition set or tariff, and names the rule that differs')
    .option('--definition <name@version>', 'the other definition set: published in the ledger, or built in')
    .option('--against <name@version>', 'compared with this one instead of the one that holds')
    .option('--tariff <cents>', 'the other tariff')
    .option('--provider <id>', 'only claims of this provider')
    .option('--contract <id>', 'only claims under this contract')
    .action((options: WhatIfOptions & Quiet) => run(options, (terminal) => whatIfOverAll(options, terminal)));
  atTwoDates(ofLedger(program.command('counterfactual')))
    .description('says what would have to happen, or be shown, before a claim is eligible')
    .requiredOption('--claim <id>', 'the claim')
    .action((options: CounterfactualOptions & Quiet) =>
      run(options, (terminal) => counterfactualOf(options, terminal)),
    );
  atTwoDates(ofLedger(program.command('unclaimed')))
    .description('finds lasting outflows that nobody claimed')
    .action((options: UnclaimedOptions & Quiet) => run(options, (terminal) => unclaimedOverAll(options, terminal)));
  common(program.command('traces'))
    .description('hands over who looked at whose data and who was allowed what, as OTLP JSON')
    .option('--data <folder>', 'the data folder; by default the one in UITKOMST_DATA')
    .option('--from <day>', 'from this day on')
    .option('--until <day>', 'through this day')
    .action((options: TracesOptions & Quiet) => run(options, (terminal) => traces(options, terminal)));
  ofLedger(program.command('diff'))
    .description('compares what was known at two moments')
    .requiredOption('--known-as-of <moment>', 'as it was known at the end of this day, or at this instant')
    .option('--until <moment>', 'and as it was known then; by default now')
    .action((options: DiffOptions & Quiet) => run(options, (terminal) => diff(options, terminal)));
}

const common = (command: Command): Command =>
  command.option('--json', 'one JSON value a line').option('--quiet', 'no sums, no progress');

const ofLedger = (command: Command): Command =>
  common(command).option('--ledger <url>', 'sqlite:<path>; by default the ledger in the data folder');

const atTwoDates = (command: Command): Command =>
  command
    .option('--as-of <day>', 'as it was in the world on this day')
    .option('--known-as-of <moment>', 'as it was known at the end of this day, or at this instant');

function endOf(error: unknown, tell: (text: string) => void): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.FINE : EXIT.UNREADABLE;
  if (error instanceof Stop) {
    tell(error.message);
    return error.exitCode;
  }
  if (error instanceof LedgerUnavailable) {
    tell(`The ledger cannot be reached: ${error.message}`);
    return EXIT.UNREACHABLE;
  }
  if (error instanceof UnknownEvent || error instanceof RuleSetUnknown) {
    tell(`This program is older than the ledger: ${error.message}`);
    return EXIT.REFUSED;
  }
  const fault = fileFault(error);
  if (fault !== undefined) {
    tell(fault);
    return EXIT.UNREADABLE;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.BUG;
}
