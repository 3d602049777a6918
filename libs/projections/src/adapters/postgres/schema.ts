import type { Migrations } from '@uitkomst/ledger';

const STORE = `
create table served (name text primary key, version integer not null);
create table checkpoint (
  name text not null, version integer not null, position bigint not null, primary key (name, version)
);
create table cursor (process text primary key, position bigint not null);
create table lease (
  name text primary key, holder text not null, token bigint not null, until timestamptz not null
);
create table request (
  organisation text not null, key text not null, fingerprint text not null, answer text,
  running_until bigint not null, expires_at bigint not null, primary key (organisation, key)
);
create index request_expiry on request (expires_at);
`;

/** What a read store needs beside the tables of its projections, which each make their own. */
export const READS_SCHEMA: Migrations = { name: 'reads', setting: 'READS_URL', steps: [STORE] };
