import type { Demonstrated } from './happening.js';
import { firstClaim, orderBonus } from './pay-bonus.js';
import type { Recorder } from './recorder.js';
import { provider, staff } from './story.js';

const WERKPLEIN = provider('WERKPLEIN');

/** What officers, the bank and the company do with claims once they are decided: Joyce's is ordered, Nadia's and Farid's are paid. */
export function laterLife(recorder: Recorder, personRefOf: (label: string) => string): readonly Demonstrated[] {
  const [joyce, nadia, farid] = ['Joyce', 'Nadia', 'Farid'].map(personRefOf) as [string, string, string];
  const batch = 'B-2009-05';
  return [
    { on: '2008-10-10', happen: () => complete(recorder, nadia) },
    { on: '2008-10-10', happen: () => complete(recorder, farid) },
    { on: '2009-04-21', happen: () => orderBonus(recorder, joyce, 'B-2009-04') },
    { on: '2009-04-27', happen: () => tell(recorder, farid) },
    { on: '2009-05-06', happen: () => orderBonus(recorder, nadia, `${batch}-1`) },
    { on: '2009-05-06', happen: () => orderBonus(recorder, farid, `${batch}-2`) },
    { on: '2009-05-07', happen: () => recorder.pay(`${batch}-1`) },
    { on: '2009-05-07', happen: () => recorder.pay(`${batch}-2`) },
    { on: '2009-05-18', happen: () => object(recorder, farid) },
    { on: '2009-06-22', happen: () => tellOfClawback(recorder, nadia) },
    { on: '2009-06-30', happen: () => answerClawback(recorder, nadia) },
    { on: '2009-07-08', happen: () => decideClawback(recorder, nadia) },
    { on: '2009-07-09', happen: () => tellOfClawback(recorder, nadia) },
  ];
}

/** The company was asked for a payslip. */
async function complete(recorder: Recorder, personRef: string): Promise<void> {
  const { claimId } = await firstClaim(recorder, personRef);
  const evidence = [{ id: '00000000-0000-4000-8000-000000002008', kind: 'PAYSLIP', sha256: 'c'.repeat(64) }] as const;
  await recorder.onFile(personRef, WERKPLEIN, { type: 'CompleteClaim', claimId, evidence });
}

/** As the screens name a letter. */
const letterIdOf = (kind: string, subjectEventId: string): string =>
  `${kind}_${subjectEventId.slice(-12).toUpperCase()}`;

async function tell(recorder: Recorder, personRef: string): Promise<void> {
  const { claimId, determination } = await firstClaim(recorder, personRef);
  const subjectEventId = determination?.id ?? '';
  const letterId = letterIdOf('REDUCED', subjectEventId);
  await recorder.onFile(personRef, staff('OFFICER', 4), { type: 'ReleaseNotice', claimId, subjectEventId, letterId });
}

async function object(recorder: Recorder, personRef: string): Promise<void> {
  const { claimId, notices } = await firstClaim(recorder, personRef);
  const subjectEventId = notices.at(-1)?.payload.subjectEventId ?? '';
  const objectionId = `${personRef}.bezwaar`;
  await recorder.onFile(personRef, WERKPLEIN, { type: 'FileObjection', claimId, objectionId, subjectEventId });
}

const clawbackOf = async (recorder: Recorder, personRef: string) => {
  const [clawback] = (await recorder.fileOf(personRef)).clawbacks;
  if (clawback === undefined) throw new Error('Nothing is asked back');
  return clawback;
};

/** A letter about what was done last: the money is asked back, or that was decided. */
async function tellOfClawback(recorder: Recorder, personRef: string): Promise<void> {
  const { claimId, proposalId, decision } = await clawbackOf(recorder, personRef);
  const subjectEventId = decision?.eventId ?? proposalId;
  const letterId = letterIdOf(decision === undefined ? 'CLAWBACK_PROPOSED' : 'CLAWBACK_DECIDED', subjectEventId);
  await recorder.onFile(personRef, staff('OFFICER', 4), { type: 'ReleaseNotice', claimId, subjectEventId, letterId });
}

async function answerClawback(recorder: Recorder, personRef: string): Promise<void> {
  const { clawbackId } = await clawbackOf(recorder, personRef);
  await recorder.onFile(personRef, WERKPLEIN, { type: 'HearClawback', clawbackId, position: 'DISPUTES' });
}

/** A proposal would be barred by the time that went by since; what was decided is there to be settled. */
async function decideClawback(recorder: Recorder, personRef: string): Promise<void> {
  const { clawbackId } = await clawbackOf(recorder, personRef);
  const command = { type: 'DecideClawback', clawbackId, grounds: 'EVIDENCE_SEEN' } as const;
  await recorder.onFile(personRef, staff('APPROVER2', 2), command);
}
