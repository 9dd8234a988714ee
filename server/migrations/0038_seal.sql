-- What was recorded is sealed in order: blocks of facts, each with the hash of the one before it. Who changes, takes out or slips in a row breaks the chain.
create schema seal;
grant usage on schema seal to firstout_app;

-- How far an account is sealed; its row is the lock of whoever seals.
create table seal.chain (
  account_id  uuid not null references access.account,
  blocks      integer not null check (blocks >= 0),
  facts       bigint not null check (facts >= 0),
  head        bytea not null check (octet_length(head) = 32), -- the hash of the last block
  mark        uuid, -- made when the last look began: facts with older ids were looked at
  looked_at   timestamptz, -- when it was
  complete_at timestamptz, -- when all facts were looked at last, whatever their ids
  complete_to timestamptz, -- all that was recorded before then is sealed
  primary key (account_id)
);

-- Facts of one table. What a fact is made of is read from its row; here is what it was.
create table seal.block (
  account_id  uuid not null references access.account,
  number      integer not null check (number > 0),
  at          timestamptz not null,
  complete_to timestamptz, -- of the chain, when it was made
  table_name  text not null,
  columns     text[] not null, -- that were sealed
  keys        text[] not null, -- of the rows, in order
  first_id    uuid not null, -- of what the keys begin with, the first and the last
  last_id     uuid not null,
  leaves      bytea not null, -- the SHA-256 of each fact, in the order of the keys
  previous    bytea not null check (octet_length(previous) = 32),
  hash        bytea not null check (octet_length(hash) = 32),
  primary key (account_id, number),
  check (cardinality(keys) between 1 and 1000),
  check (octet_length(leaves) = 32 * cardinality(keys))
);
alter table seal.block alter column leaves set storage external;
create index block_by_ids on seal.block (account_id, table_name, last_id);

-- Each time the chain was walked, and what was found.
create table seal.verification (
  account_id uuid not null references access.account,
  id         uuid not null,
  asked_by   text not null,
  asked_at   timestamptz not null,
  checkpoint jsonb, -- that it is held against
  ended_at   timestamptz,
  blocks     integer,
  facts      bigint,
  waiting    bigint,
  head       bytea,
  found      integer, -- how many; the first of them are kept
  findings   jsonb,
  primary key (account_id, id),
  check (num_nulls(ended_at, blocks, facts, waiting, head, found, findings) in (0, 7))
);
create index verification_by_time on seal.verification (account_id, asked_at, id);

call platform.isolate(array['seal.chain', 'seal.block', 'seal.verification']::regclass[]);
grant select, insert, update on seal.chain to firstout_app;
grant select, insert on seal.block, seal.verification to firstout_app;
grant update (ended_at, blocks, facts, waiting, head, found, findings) on seal.verification to firstout_app;
