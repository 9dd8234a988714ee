-- A product with stock begins to be tracked by batch. What lies there is of batches that nobody wrote down; units of it become known ones, as they
-- are counted and scanned, and who holds or traces a batch is told what may be of it and is not known yet.

-- What is identified is linked to the goods without batch that it was among: its receipt is found by that. Whoever holds goods without
-- batch means those that are still unknown, so the link leads up and not down; what was identified wrongly is linked no more.
alter table batches.batch_link
  drop constraint batch_link_kind_check,
  add constraint batch_link_kind_check check (kind in ('opened', 'frozen', 'thawed', 'split', 'merged', 'identified')),
  drop constraint batch_link_ends,
  add constraint batch_link_ends check (ended_at is null or kind in ('split', 'merged', 'identified'));
create or replace view batches.reached with (security_invoker = true) as
select account_id, parent_id as batch_id, child_id as reached_id from batches.batch_link where ended_at is null and kind <> 'identified'
union all
select account_id, child_id, parent_id from batches.batch_link where ended_at is null and kind = 'merged';

create schema identifying;
grant usage on schema identifying to firstout_app;

-- One a product. How far it has come is in the balances and in what was identified: it ends when nothing without batch is left, or when
-- somebody says that the rest stays unknown.
create table identifying.path (
  account_id   uuid not null references access.account,
  id           uuid not null,
  product_id   uuid not null,
  batch_id     uuid not null, -- the goods without batch
  quantity     bigint not null check (quantity > 0), -- of them when it began: base units in all warehouses and between them
  shipped      bigint not null, -- of them, net, until it began
  open_to_any  boolean not null, -- they may be of other batches than its candidates
  reason       text not null check (length(reason) between 1 and 1000),
  started_by   text not null,
  started_at   timestamptz not null,
  given_up_by  text,
  given_up_at  timestamptz,
  give_up_reason text check (length(give_up_reason) between 1 and 1000),
  unique (account_id, product_id),
  primary key (account_id, id),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  check (num_nulls(given_up_by, given_up_at, give_up_reason) in (0, 3))
);
create index path_by_batch on identifying.path (account_id, batch_id);

-- Batches that the goods may be of.
create table identifying.candidate (
  account_id uuid not null,
  path_id    uuid not null,
  batch_id   uuid not null,
  named_by   text not null,
  named_at   timestamptz not null,
  primary key (account_id, path_id, batch_id),
  foreign key (account_id, path_id) references identifying.path,
  foreign key (account_id, batch_id) references batches.batch
);
create index candidate_by_batch on identifying.candidate (account_id, batch_id);

-- Units that became a known batch where they lay. The moves have its id as their document.
create table identifying.identified (
  account_id  uuid not null,
  id          uuid not null,
  path_id     uuid not null,
  batch_id    uuid not null,
  place_id    uuid not null,
  quantity    bigint not null check (quantity > 0),
  found_by    text not null check (found_by in ('label', 'count', 'pick')),
  document_id uuid, -- the count or the pick wave
  made_by     text not null,
  made_at     timestamptz not null,
  undone_by   text,
  undone_at   timestamptz,
  undo_reason text check (length(undo_reason) between 1 and 1000),
  primary key (account_id, id),
  foreign key (account_id, path_id) references identifying.path,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  check ((found_by = 'label') = (document_id is null)),
  check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
);
create index identified_by_path on identifying.identified (account_id, path_id, id);
create index identified_by_batch on identifying.identified (account_id, batch_id);

-- Of a difference, what was no difference: goods without batch that were missing, and the same units found as a known batch.
alter table counts.tally_line
  add column identifies bigint not null default 0,
  add constraint tally_line_identifies_within check (identifies between 0 and abs(found - expected));
-- What came of it when the count was booked; less where some had left meanwhile. What differs beside it is booked as ever.
create table counts.identification (
  account_id   uuid not null,
  line_id      uuid not null,
  quantity     bigint not null check (quantity >= 0),
  booked_by    text not null,
  booked_by_id uuid,
  booked_at    timestamptz not null,
  primary key (account_id, line_id),
  foreign key (account_id, line_id) references counts.tally_line
);

call platform.isolate(array['identifying.path', 'identifying.candidate', 'identifying.identified', 'counts.identification']::regclass[]);
grant select, insert on identifying.path, identifying.identified, counts.identification to firstout_app;
grant select, insert, delete on identifying.candidate to firstout_app;
grant update (open_to_any, given_up_by, given_up_at, give_up_reason) on identifying.path to firstout_app;
grant update (undone_by, undone_at, undo_reason) on identifying.identified to firstout_app;

select platform.primary_keys_last();
