import type { Migrations } from './migrate.js';

/** The clock of the caller is more than five minutes behind the ledger. */
export const CLOCK_BEHIND = 'UK001';
/** The server would acknowledge what a power cut takes back. */
export const NOT_DURABLE = 'UK002';

/** Told to whoever listens, whenever something was stored. */
export const CHANNEL = 'uitkomst_ledger';

/**
 * A stream is found by its tag, which is short however long the name; only the first event of each keeps a place in the index of
 * names. Texts are text and not jsonb, which would put their keys in another order.
 */
const EVENTS = `
create table event (
  position bigint primary key,
  tag uuid not null,
  revision integer not null,
  stream text not null,
  id uuid not null unique,
  type text not null,
  recorded_at text not null,
  leaf text not null,
  open text,
  provider text,
  municipality text,
  actor text not null,
  salt text not null,
  leaf_hash text not null,
  unique (tag, revision)
);
create index event_stream on event (left(stream, 100) collate "C") where revision = 0;
`;

/** Only one at a time may give out positions; the next waits until this one's are committed, so no reader can skip one. */
const LOCK_EVENTS = `
create function lock_events() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock((1969::bigint << 32) | 'event'::regclass::oid::bigint);
  if current_setting('fsync') = 'off' or current_setting('synchronous_commit') = 'off'
    or current_setting('full_page_writes') = 'off' then
    raise exception 'fsync, full_page_writes or synchronous_commit is off' using errcode = '${NOT_DURABLE}';
  end if;
end $$;
`;

/**
 * One transaction for all appends of a moment: lock, read the last position and time, compare, stamp, insert. Gives the head found
 * for each append (equal to what it expected: accepted), the position of the first event stored, the stamp, and whether one that was
 * not stored may be a repeat. It is one statement, so that the lock never waits for a caller. Its plans are made once, for the
 * indexes: a plan made while the table was empty would read all of it later.
 *
 * asks: of each append its place in the list of streams, its expected revision, its number of events.
 * events: of each event the append it belongs to, its place in it, and its texts; the leaf is completed here.
 */
const APPEND_BATCH = `
create function append_batch(
  told text, tags uuid[], names text[], stream_of integer[], expected integer[], sizes integer[],
  ask_of integer[], place_of integer[], ids uuid[], types text[], befores text[], afters text[],
  opens text[], providers text[], municipalities text[], actors text[], salts text[],
  out first bigint, out stamp text, out seen integer[], out repeats boolean
) language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  heads integer[];
  firsts bigint[] := array_fill(-1::bigint, array[cardinality(expected)]);
  next bigint;
  latest text;
begin
  perform lock_events();
  select e.position, e.recorded_at into next, latest from event e order by e.position desc limit 1;
  first := coalesce(next, -1) + 1;
  next := first;
  if told::timestamptz < latest::timestamptz - interval '5 minutes' then
    raise exception 'The clock is at %, the ledger at %', told, latest using errcode = '${CLOCK_BEHIND}';
  end if;
  stamp := greatest(told collate "C", latest collate "C");
  select array_agg(coalesce((select max(e.revision) from event e where e.tag = t.tag), -1) order by t.place)
    into heads from unnest(tags) with ordinality t (tag, place);
  seen := array_fill(0, array[cardinality(expected)]);
  for ask in 1 .. cardinality(expected) loop
    seen[ask] := heads[stream_of[ask]];
    if seen[ask] = expected[ask] then
      firsts[ask] := next;
      next := next + sizes[ask];
      heads[stream_of[ask]] := expected[ask] + sizes[ask];
    end if;
  end loop;
  repeats := false;
  if next > first then
    insert into event
      select e.first + e.place, tags[e.stream], e.revision, names[e.stream], e.id, e.type, stamp, e.leaf,
        e.open, e.provider, e.municipality, e.actor, e.salt,
        encode(sha256('\\x00'::bytea || convert_to(e.leaf, 'UTF8')), 'hex')
      from (
        select firsts[u.ask] as first, u.place, stream_of[u.ask] as stream, expected[u.ask] + 1 + u.place as revision,
          u.before || stamp || '","revision":' || (expected[u.ask] + 1 + u.place) || u.after as leaf,
          u.id, u.type, u.open, u.provider, u.municipality, u.actor, u.salt
        from unnest(ask_of, place_of, ids, types, befores, afters, opens, providers, municipalities, actors, salts)
          u (ask, place, id, type, before, after, open, provider, municipality, actor, salt)
        where firsts[u.ask] >= 0
      ) e;
    perform pg_notify('${CHANNEL}', '');
  end if;
  if -1 = any (firsts) then
    repeats := exists (
      select from unnest(ask_of, ids) u (ask, id) join event e on e.id = u.id where firsts[u.ask] = -1
    );
  end if;
end $$;
`;

/** The ledger's own tables and functions. A step that was once released is never changed: what differs is a new step. */
export const LEDGER_SCHEMA: Migrations = {
  name: 'ledger',
  setting: 'LEDGER_URL',
  steps: [EVENTS + LOCK_EVENTS + APPEND_BATCH],
};
