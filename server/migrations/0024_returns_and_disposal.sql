-- Returns are looked at and decided, also where nobody can read which batch they are of; and what is destroyed is signed for and leaves the ledger's places.

-- A photo or a paper, kept as it came. It is named by the things it proves, and never changed.
create table platform.file (
  account_id   uuid not null,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  content      bytea not null check (length(content) between 1 and 5242880),
  added_by     text not null,
  added_at     timestamptz not null,
  primary key (account_id, id)
);

-- Destroyed only before a witness, and both show their password.
alter table catalog.product add column prescription boolean not null default false;

alter table stock.move drop constraint move_reason_check;
alter table stock.move add constraint move_reason_check check (reason in ('receipt', 'shipment', 'adjustment', 'transfer', 'putaway', 'return',
  'disposal', 'sample', 'count', 'consume', 'make', 'reversal', 'vendor_return'));

alter table allocation.decision drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule', 'delivery', 'swap', 'short', 'unship', 'transfer', 'disposal'));

create schema disposals;
grant usage on schema disposals to firstout_app;

-- The words that the account chooses from.
create table disposals.choices (
  account_id uuid primary key references access.account,
  reasons    text[] not null check (cardinality(reasons) between 1 and 50),
  methods    text[] not null check (cardinality(methods) between 1 and 50)
);
create table disposals.disposal (
  account_id     uuid not null references access.account,
  id             uuid not null,
  number         text not null,
  warehouse_id   uuid not null,
  reason         text not null check (length(reason) between 1 and 200),
  method         text not null check (length(method) between 1 and 200),
  note           text check (length(note) between 1 and 1000),
  by_password    boolean not null, -- it holds a prescription drug: two sign, and each shows a password
  cost           bigint check (cost between 0 and 9000000000000), -- minor units of the currency; null where nobody knows
  currency       text not null,
  made_by        text not null,
  made_by_id     uuid,
  made_by_key    boolean not null, -- by a program; then any person signs as its author
  made_at        timestamptz not null,
  destroyed_by   text,
  destroyed_at   timestamptz,
  cancelled_by   text,
  cancelled_at   timestamptz,
  cancel_reason  text check (length(cancel_reason) between 1 and 1000),
  reversed_by    text,
  reversed_at    timestamptz,
  reverse_reason text check (length(reverse_reason) between 1 and 1000),
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  check ((destroyed_by is null) = (destroyed_at is null)),
  check (num_nulls(cancelled_by, cancelled_at, cancel_reason) in (0, 3)),
  check (num_nulls(reversed_by, reversed_at, reverse_reason) in (0, 3)),
  check (destroyed_at is null or cancelled_at is null),
  check (reversed_at is null or destroyed_at is not null)
);
create index disposal_by_time on disposals.disposal (account_id, made_at, id);
create table disposals.line (
  account_id  uuid not null,
  id          uuid not null,
  disposal_id uuid not null,
  line_no     integer not null,
  product_id  uuid not null,
  batch_id    uuid, -- null where nobody can say which: then it is one of the candidates, and was never in the ledger
  place_id    uuid,
  candidates  uuid[] check (cardinality(candidates) > 1),
  quantity    bigint not null check (quantity > 0),
  cost        bigint check (cost between 0 and 9000000000000), -- as receipts said, minor units of the account's currency
  serials     text[] not null,
  unique (account_id, disposal_id, line_no),
  primary key (account_id, id),
  foreign key (account_id, disposal_id) references disposals.disposal,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  check (num_nulls(batch_id, candidates) = 1 and (batch_id is null) = (place_id is null))
);
-- Who saw it, when, and as what.
create table disposals.signature (
  account_id   uuid not null,
  id           uuid not null,
  disposal_id  uuid not null,
  meaning      text not null check (meaning in ('author', 'witness')),
  signed_by    text not null,
  signed_by_id uuid not null,
  signed_at    timestamptz not null,
  by_password  boolean not null,
  unique (account_id, disposal_id, meaning),
  unique (account_id, disposal_id, signed_by_id),
  primary key (account_id, id),
  foreign key (account_id, disposal_id) references disposals.disposal
);
create table disposals.proof (
  account_id  uuid not null,
  disposal_id uuid not null,
  file_id     uuid not null,
  added_by    text not null,
  added_at    timestamptz not null,
  primary key (account_id, disposal_id, file_id),
  foreign key (account_id, disposal_id) references disposals.disposal,
  foreign key (account_id, file_id) references platform.file
);

alter table returns.announced_return
  add column kind text not null default 'customer_return' check (kind in ('customer_return', 'refused', 'undeliverable')),
  add column unannounced boolean not null default false;

-- What is looked at, by category of the product; '' is of those without a list of their own.
create table returns.checklist (
  account_id uuid not null references access.account,
  category   text not null check (length(category) <= 200),
  checks     text[] not null check (cardinality(checks) <= 20),
  primary key (account_id, category)
);
-- Units that are here and of which nobody can read the batch. They are of one of the candidates, and in no balance until that is known.
create table returns.unlabelled (
  account_id  uuid not null,
  id          uuid not null,
  return_id   uuid not null,
  line_id     uuid not null,
  product_id  uuid not null,
  place_id    uuid not null, -- where they lie, in quarantine
  quantity    bigint not null check (quantity > 0),
  candidates  uuid[] not null check (cardinality(candidates) > 1),
  note        text check (length(note) between 1 and 1000),
  received_by text not null,
  received_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, return_id) references returns.announced_return,
  foreign key (account_id, line_id) references returns.announced_line,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, place_id) references places.place
);
create index unlabelled_by_return on returns.unlabelled (account_id, return_id);
create index unlabelled_by_product on returns.unlabelled (account_id, product_id);
-- How fewer of them are unlabelled: their batch was found out, by a move that stands; or they were never here.
create table returns.resolution (
  account_id    uuid not null,
  id            uuid not null,
  unlabelled_id uuid not null,
  kind          text not null check (kind in ('identified', 'withdrawn')),
  quantity      bigint not null check (quantity > 0),
  batch_id      uuid,
  move_id       uuid,
  reason        text not null check (length(reason) between 1 and 1000),
  resolved_by   text not null,
  resolved_at   timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, unlabelled_id) references returns.unlabelled,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, move_id) references stock.move,
  check ((kind = 'identified') = (move_id is not null) and (move_id is null) = (batch_id is null))
);
create index resolution_by_unlabelled on returns.resolution (account_id, unlabelled_id);
create table returns.inspection (
  account_id    uuid not null,
  id            uuid not null,
  return_id     uuid not null,
  line_id       uuid not null,
  batch_id      uuid,
  unlabelled_id uuid,
  quantity      bigint not null check (quantity > 0),
  note          text check (length(note) between 1 and 1000),
  inspected_by  text not null,
  inspected_at  timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, return_id) references returns.announced_return,
  foreign key (account_id, line_id) references returns.announced_line,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, unlabelled_id) references returns.unlabelled,
  check (num_nulls(batch_id, unlabelled_id) = 1)
);
create index inspection_by_return on returns.inspection (account_id, return_id);
create table returns.checked (
  account_id    uuid not null,
  inspection_id uuid not null,
  position      integer not null,
  name          text not null check (length(name) between 1 and 200),
  result        text not null check (result in ('pass', 'fail', 'not_looked_at')),
  note          text check (length(note) between 1 and 1000),
  primary key (account_id, inspection_id, position),
  foreign key (account_id, inspection_id) references returns.inspection
);
create table returns.photo (
  account_id    uuid not null,
  inspection_id uuid not null,
  file_id       uuid not null,
  primary key (account_id, inspection_id, file_id),
  foreign key (account_id, inspection_id) references returns.inspection,
  foreign key (account_id, file_id) references platform.file
);
-- What becomes of units, from what they stood as before; taken back, it stays.
create table returns.decision (
  account_id    uuid not null,
  id            uuid not null,
  inspection_id uuid not null,
  was           text not null check (was in ('undecided', 'quarantine', 'refurbish')),
  becomes       text not null check (becomes in ('restock', 'quarantine', 'refurbish', 'dispose', 'return_to_vendor')),
  quantity      bigint not null check (quantity > 0),
  place_id      uuid not null, -- where they lie after it
  move_id       uuid,
  disposal_id   uuid,
  reason        text check (length(reason) between 1 and 1000),
  decided_by    text not null,
  decided_at    timestamptz not null,
  undone_by     text,
  undone_at     timestamptz,
  undo_reason   text check (length(undo_reason) between 1 and 1000),
  primary key (account_id, id),
  foreign key (account_id, inspection_id) references returns.inspection,
  foreign key (account_id, place_id) references places.place,
  foreign key (account_id, move_id) references stock.move,
  foreign key (account_id, disposal_id) references disposals.disposal,
  check (was <> becomes),
  check ((becomes = 'dispose') = (disposal_id is not null)),
  check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
);
create index decision_by_inspection on returns.decision (account_id, inspection_id);

call platform.isolate(array['platform.file', 'disposals.choices', 'disposals.disposal', 'disposals.line', 'disposals.signature', 'disposals.proof',
  'returns.checklist', 'returns.unlabelled', 'returns.resolution', 'returns.inspection', 'returns.checked', 'returns.photo',
  'returns.decision']::regclass[]);
grant select, insert on platform.file, disposals.disposal, disposals.line, disposals.signature, disposals.proof, returns.unlabelled,
  returns.resolution, returns.inspection, returns.checked, returns.photo, returns.decision to firstout_app;
grant select, insert, update on disposals.choices, returns.checklist to firstout_app;
grant update (destroyed_by, destroyed_at, cancelled_by, cancelled_at, cancel_reason, reversed_by, reversed_at, reverse_reason)
  on disposals.disposal to firstout_app;
grant update (undone_by, undone_at, undo_reason) on returns.decision to firstout_app;

select platform.primary_keys_last();
