import type { Answer, Caller } from './running-app.js';
import { must } from './story.js';

export interface Act {
  readonly eventId: string;
  readonly type: string;
  readonly role: string;
  readonly actor?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly retracted?: boolean;
}
export interface Acts {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly Act[];
}

/** Where in the API an answer says that what was made can be read. */
const placeOf = ({ headers }: Pick<Answer, 'headers'>): string => String(headers['location']).replace('/v1', '');

/** Reads an act where the answer to it says it is: by itself, and among all that was recorded there. */
export async function readBack(caller: Caller, answer: Answer<unknown>): Promise<Act> {
  must(answer);
  const place = placeOf(answer);
  const act = must(await caller.get<Act>(place), 200);
  const { results } = must(await caller.get<Acts>(`${place.slice(0, place.lastIndexOf('/'))}?pageSize=100`), 200);
  if (!results.some(({ eventId }) => eventId === act.eventId)) throw new Error(`${place} is not in its own list`);
  return act;
}
