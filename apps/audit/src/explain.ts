import { LANGUAGES, type Language } from '@uitkomst/domain';
import { EXIT, type ExitCode, Stop } from './exit.js';
import { decisionOn, type ExplainedRule, type Explanation, explanationOf } from './ledger/explanation.js';
import { findFile, personNamed } from './ledger/find-client.js';
import { RecordedFile } from './ledger/recorded-file.js';
import { asOfDay, knownPosition, type TwoDates } from './ledger/two-dates.js';
import { type LedgerOptions, withLedger } from './ledger/with-ledger.js';
import type { Terminal } from './terminal.js';

export interface ExplainOptions extends LedgerOptions, TwoDates {
  readonly claim: string;
  readonly lang?: string | undefined;
}

/** Says why a claim was decided as it was: every rule, what it states, how it came out, on which facts, and whence it comes. */
export const explainClaim = (options: ExplainOptions, terminal: Terminal): Promise<ExitCode> =>
  withLedger(options, async (ledger) => {
    const language = languageOf(options.lang ?? 'nl');
    const asOf = asOfDay(options);
    const place = await findFile(ledger, personNamed(options));
    const known = await knownPosition(ledger, options);
    const file = await RecordedFile.read(ledger, place.stream, known);
    const decision = await decisionOn(options.claim, file, { ledger, place, known, asOf });
    if (decision === undefined) throw new Stop(EXIT.UNREADABLE, `No decision on claim ${options.claim} was known then`);
    const explanation = await explanationOf(decision, { ledger, place, language });
    if (options.json) await terminal.answer(JSON.stringify(explanation));
    else for (const line of linesOf(explanation)) await terminal.answer(line);
    return EXIT.FINE;
  });

function languageOf(text: string): Language {
  const language = LANGUAGES.find((one) => one === text);
  if (language === undefined) throw new Stop(EXIT.UNREADABLE, `--lang must be ${LANGUAGES.join(' or ')}, not ${text}`);
  return language;
}

function linesOf(explanation: Explanation): readonly string[] {
  const { claim, event, asOf, outcome, until, cents, episodeOn, maturityOn, definition, ruleSet } = explanation;
  const facts = [
    until === undefined ? '' : `until ${until}`,
    `${cents} cents`,
    episodeOn === undefined ? 'no episode' : `episode ${episodeOn}`,
    maturityOn === undefined ? '' : `mature ${maturityOn}`,
    `under ${definition ?? 'no definition'} by ${ruleSet}`,
    event === undefined ? 'decided now' : `recorded as ${event}`,
  ];
  return [
    `${claim} as of ${asOf}: ${outcome}, ${facts.filter(Boolean).join(', ')}`,
    `decision ${explanation.decisionHash}`,
    ...explanation.rules.flatMap(linesOfRule),
  ];
}

function linesOfRule({ rule, statement, result, code, sentence, facts, missing, source }: ExplainedRule) {
  return [
    `${rule.padEnd(4)}${result.padEnd(8)}${statement} [${source}]`,
    ...(code === undefined ? [] : [`    ${code}: ${sentence}`]),
    ...facts.map(
      ({ event, type, on, recordedAt, source: system, assurance }) =>
        `    ${[type, on, system, assurance, recordedAt && `recorded ${recordedAt}`, event].filter(Boolean).join(' ')}`,
    ),
    ...(missing.length > 0 ? [`    missing: ${missing.join(', ')}`] : []),
  ];
}
