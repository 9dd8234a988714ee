-- How far a recall has come is reported, as often as it is asked for (21 CFR 7.53); and what it was, is put together at its end. Neither holds a name or an address.

create schema closing;
grant usage on schema closing to firstout_app;

create table closing.report (
  account_id uuid not null,
  recall_id  uuid not null,
  number     integer not null check (number > 0),
  facts      jsonb not null, -- as they were
  done_on    date, -- when it is expected to be completed
  note       text check (length(note) between 1 and 4000),
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, recall_id, number),
  foreign key (account_id, recall_id) references recalls.recall
);

-- A zip of the file, its sheets and the evidence; another one only where the facts are others.
create table closing.file (
  account_id uuid not null,
  recall_id  uuid not null,
  number     integer not null check (number > 0),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea not null,
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, recall_id, number),
  foreign key (account_id, recall_id) references recalls.recall
);

call platform.isolate(array['closing.report', 'closing.file']::regclass[]);
grant select, insert on closing.report, closing.file to firstout_app;
select platform.primary_keys_last();
