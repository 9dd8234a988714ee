-- Batches that must come back: what is meant, who decided it and when, and what was frozen and stopped by it.

create schema recalls;
grant usage on schema recalls to firstout_app;

-- Whether a recall takes two people to start and to end; one row an account, none where one person may.
create table recalls.setting (
  account_id uuid not null references access.account,
  two_people boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (account_id)
);

create table recalls.recall (
  account_id uuid not null references access.account,
  id         uuid not null,
  number     text not null,
  kind       text not null check (kind in ('recall', 'withdrawal', 'stock_recovery')),
  class      text check (class in ('I', 'II', 'III')), -- 21 CFR 7.3(m)
  title      text not null check (length(title) between 1 and 200),
  reason     text not null check (length(reason) between 1 and 4000), -- what is wrong with the goods
  hazard     text check (length(hazard) between 1 and 4000), -- what it can do to people
  opened_by  text not null,
  opened_at  timestamptz not null,
  unique (account_id, number),
  primary key (account_id, id),
  check (class is null or kind = 'recall')
);

-- What is meant by it, each time it was said; the last one stands.
create table recalls.version (
  account_id uuid not null,
  recall_id  uuid not null,
  version    integer not null check (version > 0),
  scope      jsonb not null,
  reason     text check (length(reason) between 1 and 1000), -- why it was changed
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, recall_id, version),
  foreign key (account_id, recall_id) references recalls.recall
);

-- Who did what, in order. Its state is read from these.
create table recalls.act (
  account_id uuid not null,
  id         uuid not null,
  recall_id  uuid not null,
  kind       text not null check (kind in ('approve_start', 'start', 'approve_end', 'end', 'abandon')),
  version    integer not null,
  by_id      uuid, -- null where it was a key of the API
  by_name    text not null,
  at         timestamptz not null,
  reason     text check (length(reason) between 1 and 1000),
  primary key (account_id, id),
  foreign key (account_id, recall_id, version) references recalls.version
);
create index act_by_recall on recalls.act (account_id, recall_id, id);
create unique index act_once on recalls.act (account_id, recall_id, kind) where kind in ('start', 'end', 'abandon');

-- What lay where of each batch that was reached when a version was put in force: base units.
create table recalls.frozen (
  account_id uuid not null,
  recall_id  uuid not null,
  version    integer not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  on_hand    bigint not null check (on_hand > 0),
  picked     bigint not null check (picked >= 0),
  primary key (account_id, recall_id, version, batch_id, place_id),
  foreign key (account_id, recall_id, version) references recalls.version,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place
);

-- What was promised of it then and is taken back. Batch and place were named by the promise: to look up both again for each of ten thousand takes longer than all the rest
-- of a start.
create table recalls.released (
  account_id uuid not null,
  recall_id  uuid not null,
  version    integer not null,
  demand_id  uuid not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  quantity   bigint not null check (quantity > 0),
  primary key (account_id, recall_id, version, demand_id, batch_id, place_id),
  foreign key (account_id, recall_id, version) references recalls.version
);

call platform.isolate(array['recalls.setting', 'recalls.recall', 'recalls.version', 'recalls.act', 'recalls.frozen', 'recalls.released']::regclass[]);
grant select, insert, update on recalls.setting, recalls.recall to firstout_app;
grant select, insert on recalls.version, recalls.act, recalls.frozen, recalls.released to firstout_app;
select platform.primary_keys_last();
