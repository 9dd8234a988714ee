-- A person's file is kept as it came, row by row, with what was judged of each row and the receipt that became of it: a dry run can be looked at and
-- mended, what was committed is never committed twice, and years later it is known from which line of which file stock came.

create schema imports;
grant usage on schema imports to firstout_app;

-- How far it has come is read from these times and from the rows: nothing says it a second time.
create table imports.import (
  account_id  uuid not null references access.account,
  id          uuid not null,
  number      text not null,
  kind        text not null check (kind in ('stock')),
  name        text not null check (length(name) between 1 and 200), -- of the file
  reference   text not null check (length(reference) between 1 and 150), -- the same row under the same reference is received once
  header      text[] not null, -- as the file has it
  made_by     text not null,
  made_by_id  uuid,
  made_at     timestamptz not null,
  read_at     timestamptz, -- all of its rows are here
  judged_at   timestamptz, -- of all rows is told what they are
  mode        text check (mode in ('all', 'good')), -- it is being committed, or was
  asked_by    text,
  asked_by_id uuid,
  asked_at    timestamptz,
  ended_at    timestamptz, -- nothing more will be committed
  refused     text, -- why the last commit of all wrote nothing
  unique (account_id, number),
  primary key (account_id, id),
  check (judged_at is null or read_at is not null),
  check (num_nulls(mode, asked_by, asked_at) in (0, 3)),
  check (ended_at is null or mode is not null)
);
create table imports.row (
  account_id uuid not null,
  import_id  uuid not null,
  line_no    integer not null check (line_no > 0), -- of the file, on which the row ends
  cells      jsonb not null,
  key        text not null, -- rows that may be of one batch have the same
  state      text not null default 'new' check (state in ('new', 'good', 'wrong', 'known', 'committed')),
  problems   jsonb, -- of one that is wrong
  receipt_id uuid, -- that it becomes, or has become: the same for the same row under the same reference
  primary key (account_id, import_id, line_no),
  foreign key (account_id, import_id) references imports.import,
  check ((state = 'wrong') = (problems is not null)),
  check (state not in ('known', 'committed', 'good') or receipt_id is not null)
);
create index row_in_turn on imports.row (account_id, import_id, key, line_no);
create index row_by_state on imports.row (account_id, import_id, state, line_no);

call platform.isolate(array['imports.import', 'imports.row']::regclass[]);
grant select, insert, delete on imports.import, imports.row to firstout_app;
grant update (header, read_at, judged_at, mode, asked_by, asked_by_id, asked_at, ended_at, refused) on imports.import to firstout_app;
grant update (cells, key, state, problems, receipt_id) on imports.row to firstout_app;

select platform.primary_keys_last();
