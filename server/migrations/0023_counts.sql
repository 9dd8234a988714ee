-- Counts: what people find in a bin is written beside what should lie there at that moment, and a difference is booked by a move.

create schema counts;
grant usage on schema counts to firstout_app;

-- Worth more than this, a difference is approved by somebody else; null where nobody asks for that.
alter table access.account add column count_limit bigint check (count_limit between 0 and 9000000000000); -- minor units of the currency

create table counts.count (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null,
  warehouse_id uuid not null,
  kind         text not null check (kind in ('bins', 'products', 'batches', 'class', 'random')),
  class        text check (class in ('A', 'B', 'C')),
  class_by     text check (class_by in ('units', 'value')),
  sample       integer check (sample > 0), -- bins drawn
  seed         bigint, -- with which they were drawn: the same seed draws the same bins of the same ones
  drawn_from   integer, -- how many bins there were to draw from
  blind        boolean not null,
  counter      text check (length(counter) between 1 and 200), -- who is to count
  made_by      text not null,
  made_at      timestamptz not null,
  closed_by    text,
  closed_at    timestamptz,
  close_reason text check (length(close_reason) between 1 and 1000),
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  check ((kind = 'class') = (class is not null) and (class is null) = (class_by is null)),
  check ((kind = 'random') = (sample is not null) and num_nulls(sample, seed, drawn_from) in (0, 3)),
  check ((closed_by is null) = (closed_at is null))
);
create index count_open on counts.count (account_id, warehouse_id) where closed_at is null;
-- What is counted of a bin; all that lies there where a count names nothing.
create table counts.subject (
  account_id uuid not null,
  id         uuid not null,
  count_id   uuid not null,
  product_id uuid not null,
  batch_id   uuid, -- every batch of the product where null
  unique nulls not distinct (account_id, count_id, product_id, batch_id),
  primary key (account_id, id),
  foreign key (account_id, count_id) references counts.count,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch
);
create table counts.task (
  account_id uuid not null,
  id         uuid not null,
  count_id   uuid not null,
  place_id   uuid not null,
  unique (account_id, count_id, place_id),
  primary key (account_id, id),
  foreign key (account_id, count_id) references counts.count,
  foreign key (account_id, place_id) references places.place
);
-- What one person found in one bin at one moment. A recount is another round.
create table counts.tally (
  account_id    uuid not null,
  id            uuid not null,
  count_id      uuid not null,
  task_id       uuid not null,
  round         integer not null check (round > 0),
  counted_at    timestamptz not null,
  counted_by    text not null,
  counted_by_id uuid,
  unique (account_id, task_id, round),
  primary key (account_id, id),
  foreign key (account_id, count_id) references counts.count,
  foreign key (account_id, task_id) references counts.task
);
create index tally_by_count on counts.tally (account_id, count_id);
create index tally_by_time on counts.tally (account_id, counted_at);
create table counts.tally_line (
  account_id  uuid not null,
  id          uuid not null,
  tally_id    uuid not null,
  product_id  uuid not null,
  batch_id    uuid, -- null where the system has no batch of that code
  batch_read  text not null check (length(batch_read) between 1 and 80), -- its code, as it was read
  expires_on  date, -- as it was read, of a batch that the system does not have
  date_source text check (date_source in ('scanned', 'typed')),
  found       bigint not null check (found >= 0),
  expected    bigint not null check (expected >= 0), -- at that moment: what lay there and was not picked
  serials     text[],
  note        text check (length(note) between 1 and 1000),
  unique nulls not distinct (account_id, tally_id, product_id, batch_id, batch_read),
  primary key (account_id, id),
  foreign key (account_id, tally_id) references counts.tally,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  check (batch_id is not null or expected = 0),
  check ((expires_on is null) = (date_source is null))
);
create table counts.recount (
  account_id uuid not null,
  id         uuid not null,
  task_id    uuid not null,
  after      integer not null, -- the round that is doubted
  reason     text not null check (length(reason) between 1 and 1000),
  asked_by   text not null,
  asked_at   timestamptz not null,
  unique (account_id, task_id, after),
  primary key (account_id, id),
  foreign key (account_id, task_id) references counts.task
);
-- A difference is booked once.
create table counts.booking (
  account_id   uuid not null,
  line_id      uuid not null,
  move_id      uuid not null,
  batch_id     uuid not null,
  quantity     bigint not null check (quantity <> 0), -- signed base units
  value        bigint check (value >= 0), -- minor units of the account's currency; null where no receipt said a cost
  booked_by    text not null,
  booked_by_id uuid,
  booked_at    timestamptz not null,
  primary key (account_id, line_id),
  foreign key (account_id, line_id) references counts.tally_line,
  foreign key (account_id, move_id) references stock.move,
  foreign key (account_id, batch_id) references batches.batch
);

call platform.isolate(array['counts.count', 'counts.subject', 'counts.task', 'counts.tally', 'counts.tally_line', 'counts.recount',
  'counts.booking']::regclass[]);
grant select, insert on counts.count, counts.subject, counts.task, counts.tally, counts.tally_line, counts.recount, counts.booking to firstout_app;
grant update (closed_by, closed_at, close_reason) on counts.count to firstout_app;

select platform.primary_keys_last();
