-- Holds that a recall places are lifted by that recall alone, and goods that come under it later are held as they come.

-- Who keeps a hold, and its number as people know it; null where it stands by itself.
alter table quality.hold
  add column keeper_id uuid,
  add column keeper_number text check (length(keeper_number) between 1 and 80),
  add constraint hold_kept check ((keeper_id is null) = (keeper_number is null));
create index hold_by_keeper on quality.hold (account_id, keeper_id) where keeper_id is not null;
select platform.primary_keys_last();

-- What is held as soon as it comes: a supplier's lot, or a product made within days. A batch of which nobody knows when it was made is held as well.
create table quality.watch (
  account_id    uuid not null references access.account,
  id            uuid not null,
  keeper_id     uuid not null,
  keeper_number text not null check (length(keeper_number) between 1 and 80),
  reason        text not null check (length(reason) between 1 and 1000),
  supplier_id   uuid,
  supplier_lot  text check (length(supplier_lot) between 1 and 80),
  product_id    uuid,
  produced_from date,
  produced_to   date,
  begun_by      text not null,
  begun_at      timestamptz not null,
  ended_by      text,
  ended_at      timestamptz,
  primary key (account_id, id),
  foreign key (account_id, supplier_id) references catalog.supplier,
  foreign key (account_id, product_id) references catalog.product,
  check ((supplier_lot is null) <> (product_id is null)),
  check (product_id is not null or (produced_from is null and produced_to is null)),
  check (produced_from <= produced_to),
  check ((ended_at is null) = (ended_by is null))
);
create index watch_active on quality.watch (account_id) where ended_at is null;
create index watch_by_keeper on quality.watch (account_id, keeper_id);
call platform.isolate(array['quality.watch']::regclass[]);
grant select, insert, update on quality.watch to firstout_app;
