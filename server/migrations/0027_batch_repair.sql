-- Batches that were recorded wrong are repaired: two that are one are merged, one that is two is split, a code or a date is corrected.
-- Nothing of what was recorded goes: each repair says what was before, and can be undone.

-- The batch that its goods are now, however often that was merged since. It stays, with all its history, for it is what went out under its code.
alter table batches.batch add column merged_into uuid,
  add foreign key (account_id, merged_into) references batches.batch,
  add constraint batch_is_not_merged_into_itself check (merged_into <> id);
create index batch_merged on batches.batch (account_id, merged_into) where merged_into is not null;

-- Codes that a batch had. They still find it, and no other batch of the product gets them.
create table batches.former_code (
  account_id        uuid not null,
  product_id        uuid not null,
  code              text not null check (length(code) between 1 and 80),
  code_as_given     text not null,
  look_alike_key    text not null,
  identity_supplier uuid not null,
  batch_id          uuid not null,
  until             timestamptz not null, -- when it got another one
  primary key (account_id, product_id, code, identity_supplier),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch
);
create index former_code_by_look_alike on batches.former_code (account_id, product_id, look_alike_key);
create index former_code_by_code on batches.former_code (account_id, code text_pattern_ops);
create index former_code_by_batch on batches.former_code (account_id, batch_id);

-- Every code by which a batch is found, and the batch that is meant by it now. Who is told a code looks here.
create view batches.known_as with (security_invoker = true) as
select account_id, product_id, code, look_alike_key, identity_supplier, coalesce(merged_into, id) as batch_id from batches.batch
union all
select f.account_id, f.product_id, f.code, f.look_alike_key, f.identity_supplier, coalesce(b.merged_into, b.id)
from batches.former_code f join batches.batch b on b.account_id = f.account_id and b.id = f.batch_id;

-- A merge or split that was undone links nothing any more. A batch that was merged away and back again is linked anew. Of what is merged,
-- all may have been sold before: then it is the code alone that is merged.
alter table batches.batch_link
  add column id uuid not null default gen_random_uuid(),
  add column ended_at timestamptz,
  drop constraint batch_link_pkey,
  add primary key (account_id, id),
  drop constraint batch_link_quantity_check,
  add constraint batch_link_quantity_check check (quantity > 0 or (kind = 'merged' and quantity = 0)),
  add constraint batch_link_ends check (ended_at is null or kind in ('split', 'merged'));
alter table batches.batch_link alter column id drop default;
create unique index batch_link_once on batches.batch_link (account_id, child_id, parent_id, kind) where ended_at is null;
create index batch_link_by_child on batches.batch_link (account_id, child_id);

-- A statement of a date that was taken back does not stand.
alter table batches.batch_date
  add column withdrawn_by    text,
  add column withdrawn_at    timestamptz,
  add column withdraw_reason text check (length(withdraw_reason) between 1 and 1000),
  add constraint batch_date_is_withdrawn_whole check (num_nulls(withdrawn_by, withdrawn_at, withdraw_reason) in (0, 3));

-- From a batch to what a hold, a recall or a trace of it reaches in one step: what was made of it. Merged batches are one, so that way goes up as well.
create view batches.reached with (security_invoker = true) as
select account_id, parent_id as batch_id, child_id as reached_id from batches.batch_link where ended_at is null
union all
select account_id, child_id, parent_id from batches.batch_link where ended_at is null and kind = 'merged';

-- From a batch to what it comes from in one step; merged batches come from each other.
create view batches.origin with (security_invoker = true) as
select account_id, child_id as batch_id, parent_id as origin_id from batches.batch_link where ended_at is null
union all
select account_id, parent_id, child_id from batches.batch_link where ended_at is null and kind = 'merged';

create schema repairs;
grant usage on schema repairs to firstout_app;

-- What was repaired. Which units became which batch is in the ledger, under the id of the repair.
create table repairs.repair (
  account_id      uuid not null references access.account,
  id              uuid not null,
  number          text not null,
  kind            text not null check (kind in ('merge', 'split', 'rename', 'date')),
  product_id      uuid not null,
  batch_id        uuid not null, -- that was repaired
  other_id        uuid, -- that it was merged into
  received_before date, -- the day on which the other was first received, until then
  code_before     text,
  code_after      text,
  date_id         uuid, -- the statement that was made
  date_before     date, -- of the same kind, that stood until then
  reason          text not null check (length(reason) between 1 and 1000),
  made_by         text not null,
  made_at         timestamptz not null,
  undone_by       text,
  undone_at       timestamptz,
  undo_reason     text check (length(undo_reason) between 1 and 1000),
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, other_id) references batches.batch,
  foreign key (account_id, date_id) references batches.batch_date,
  check ((kind = 'merge') = (other_id is not null) and (kind = 'merge' or received_before is null)),
  check ((kind = 'rename') = (code_before is not null) and (kind = 'rename') = (code_after is not null)),
  check ((kind = 'date') = (date_id is not null) and (kind = 'date' or date_before is null)),
  check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
);
create index repair_by_batch on repairs.repair (account_id, batch_id);
create index repair_by_other on repairs.repair (account_id, other_id) where other_id is not null;
-- A batch is merged into one, until that is undone.
create unique index repair_merged_once on repairs.repair (account_id, batch_id) where kind = 'merge' and undone_at is null;

call platform.isolate(array['batches.former_code', 'repairs.repair']::regclass[]);
grant select, insert, delete on batches.former_code to firstout_app;
grant update (ended_at) on batches.batch_link to firstout_app;
grant update (withdrawn_by, withdrawn_at, withdraw_reason) on batches.batch_date to firstout_app;
grant select on batches.known_as, batches.reached, batches.origin to firstout_app;
grant select, insert on repairs.repair to firstout_app;
grant update (undone_by, undone_at, undo_reason) on repairs.repair to firstout_app;

select platform.primary_keys_last();
