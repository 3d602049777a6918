import { clockIn, readMark, writeMark } from '../../apps/api/src/demonstration/demonstration-mark.js';
import { runClock } from '../../apps/api/src/run-clock.js';
import { runApp, type RunningApp } from './running-app.js';
import { BSNS, claimFor, clientWithJob, must, setOut, storyClock, type ClaimBody } from './story.js';

const clock = storyClock('2004-01-05');
let running: RunningApp;
let claimId: string;

beforeAll(async () => {
  running = await runApp({ clock });
  await setOut(running, ['CALDER']);
  clock.moveTo('2008-10-10');
  const file = await clientWithJob(running, BSNS[0], ['CALDER']);
  const calder = await running.as('PROVIDER', { organisation: 'CALDER' });
  ({ claimId } = must(await calder.post<ClaimBody>('/claims', claimFor('CALDER', file))));
});
afterAll(() => running.stop());

const ask = (asOf?: string) => {
  const { settings } = running.app.services;
  return runClock(settings, { asOf, clock, onError: (error) => fail(String(error)) });
};
const fail = (message: string): never => {
  throw new Error(message);
};
const state = async (): Promise<string> => {
  const officer = await running.as('OFFICER', { subject: 'officer-1' });
  return (await officer.get<ClaimBody>(`/claims/${claimId}`)).body.state;
};

test('a folder that is no demonstration refuses a later day, and the clock never goes back', async () => {
  await expect(ask('2008-10-11')).rejects.toThrow('only in the demonstration');
  await expect(ask('2008-10-09')).rejects.toThrow('does not go back');
  await expect(ask('10-10-2008')).rejects.toThrow('is no day');
});

test('beside a running application it is refused, and the day stays what it was', async () => {
  writeMark(running.folder, { complete: true, stories: [] });
  await expect(ask('2009-03-15')).rejects.toThrow('Another process writes the ledger');
  expect(readMark(running.folder)?.aheadDays).toBeUndefined();
});

test('in the demonstration a later day brings what it would bring, and it goes on from there', async () => {
  expect(await state()).toBe('MATURING');
  await running.app.close();
  expect(await ask('2009-03-15')).toEqual({ on: '2009-03-15', done: 1, failed: 0 });
  expect(await ask('2009-03-15')).toEqual({ on: '2009-03-15', done: 0, failed: 0 });
  const ahead = clockIn(running.folder, 0, clock);
  expect(new Date(ahead.now()).toISOString().slice(0, 10)).toBe('2009-03-15');
  clock.moveTo('2009-03-15');
  await running.restart();
  expect(await state()).toBe('VERIFYING');
});
