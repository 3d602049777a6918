import { mkdirSync, rmSync } from 'node:fs';
import {
  addDays,
  claimState,
  dayOf,
  MILESTONE_DEFAULT,
  SYSTEM,
  textOf,
  type ClientFileCommand,
} from '@uitkomst/domain';
import { newPersonRef } from '@uitkomst/ledger';
import { readMark, writeMark, type Demonstration, type ToldStory } from './demonstration-mark.js';
import type { Demonstrated } from './happening.js';
import { laterLife } from './later-life.js';
import { recordTerms, recordWatermarks } from './record-terms.js';
import { Recorder } from './recorder.js';
import { CASEMGR, type Step, type Story } from './story.js';
import { STORIES } from './stories/index.js';

const FIRST_MONTH = 2004 * 12 + 1;
const LAST_MONTH = 2010 * 12;
const ROUND_DAY = '20';

/** The demonstration in this folder, recorded now if it is not there yet. A half-recorded one is made anew. */
export async function demonstrationIn(folder: string, ledgerUrl: string, municipality: string): Promise<Demonstration> {
  const found = readMark(folder);
  if (found?.complete === true) return found;
  if (found !== undefined) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  writeMark(folder, { complete: false, stories: [] });
  const recorder = await Recorder.open(folder, ledgerUrl, municipality);
  try {
    const demonstration = await recorded(recorder);
    writeMark(folder, demonstration);
    return demonstration;
  } finally {
    await recorder.close();
  }
}

/** Walks day by day through 2004–2009 and lets everyone do what the reports say they did. */
async function recorded(recorder: Recorder): Promise<Demonstration> {
  const opened = STORIES.map((story) => ({ story, personRef: recorder.personRefOf(story.bsn) }));
  const happenings: Demonstrated[] = [
    ...opened.flatMap(({ story, personRef }) => [
      registration(recorder, story, personRef),
      ...stepsOf(recorder, story, personRef),
    ]),
    ...rounds(
      recorder,
      opened.map(({ personRef }) => personRef),
    ),
    ...laterLife(recorder, (label) => personRefIn(opened, label)),
  ];
  await recordTerms(recorder);
  for (const happening of happenings.toSorted((a, b) => dayOf(a.on) - dayOf(b.on))) {
    recorder.moveTo(happening.on);
    await happening.happen();
  }
  return {
    complete: true,
    stories: await Promise.all(opened.map(({ story, personRef }) => told(recorder, story, personRef))),
  };
}

const personRefIn = (opened: readonly { readonly story: Story; readonly personRef: string }[], label: string): string =>
  opened.find(({ story }) => story.label === label)?.personRef ?? '';

function registration(recorder: Recorder, { registeredOn }: Story, personRef: string): Demonstrated {
  const origin = { source: { system: 'SUITE' }, assurance: 'AUTHORITATIVE' } as const;
  const command = { type: 'RegisterClient', registration: { validFrom: registeredOn, ...origin } } as const;
  return { on: registeredOn, happen: async () => void (await recorder.onFile(personRef, CASEMGR, command)) };
}

const stepsOf = (recorder: Recorder, { steps }: Story, personRef: string): readonly Demonstrated[] =>
  steps.map((step) => ({
    on: step.on,
    happen: async () => void (await recorder.onFile(personRef, step.by, commandOf(step, personRef))),
  }));

function commandOf({ by, command }: Step, personRef: string): ClientFileCommand {
  if (command.type !== 'ClaimBonus') return command;
  const claimId = `${personRef}.${newPersonRef()}`;
  const asked = {
    ...command.claim,
    claimId,
    providerId: by.orgId,
    milestone: MILESTONE_DEFAULT,
    outcomeType: 'WORK',
  } as const;
  return { type: 'SubmitClaim', claim: asked };
}

/** Every month the registers deliver up to the end of the month before, and the clock looks at every file. */
function rounds(recorder: Recorder, personRefs: readonly string[]): readonly Demonstrated[] {
  return Array.from({ length: LAST_MONTH - FIRST_MONTH }, (_, index) => {
    const month = FIRST_MONTH + index;
    const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const happen = async (): Promise<void> => {
      await recordWatermarks(recorder, textOf(addDays(dayOf(first), -1)));
      for (const personRef of personRefs) await lookAgain(recorder, personRef);
    };
    return { on: first.replace(/01$/, ROUND_DAY), happen };
  });
}

async function lookAgain(recorder: Recorder, personRef: string): Promise<void> {
  const { claims } = await recorder.fileOf(personRef);
  if (claims.size > 0) await recorder.onFile(personRef, SYSTEM, { type: 'Redetermine' });
}

async function told(recorder: Recorder, { label }: Story, dossierRef: string): Promise<ToldStory> {
  const file = await recorder.fileOf(dossierRef);
  const claims = [...file.claims.values()].map(({ claimId, submission }) => ({
    claimId,
    providerId: submission.payload.providerId,
    state: claimState(file, claimId, { today: recorder.today }) ?? 'SUBMITTED',
  }));
  return { label, dossierRef, claims };
}
