-- Transfers between warehouses: a document asks, its lines are demands like those of orders, and what left and came is in the ledger.

create schema transfers;
grant usage on schema transfers to firstout_app;

-- Whose line a demand is. What goes to another warehouse goes to nobody: no rule of customers, channels or delivery concerns it.
alter table stock.demand
  add column kind text not null default 'order' check (kind in ('order', 'transfer')),
  add column takes_expired boolean not null default false, -- of the batch that a person chose, and said why
  add constraint demand_expired_goes_to_nobody check (not takes_expired or kind = 'transfer');

create table transfers.transfer (
  account_id        uuid not null references access.account,
  id                uuid not null,
  number            text not null check (length(number) between 1 and 80),
  from_warehouse_id uuid not null,
  to_warehouse_id   uuid not null,
  note              text check (length(note) between 1 and 1000),
  requested_by      text not null,
  requested_at      timestamptz not null,
  approved_by       text,
  approved_at       timestamptz,
  cancelled_by      text,
  cancelled_at      timestamptz,
  cancel_reason     text check (length(cancel_reason) between 1 and 1000),
  primary key (account_id, id),
  unique (account_id, number),
  foreign key (account_id, from_warehouse_id) references places.warehouse,
  foreign key (account_id, to_warehouse_id) references places.warehouse,
  check (from_warehouse_id <> to_warehouse_id),
  check ((approved_by is null) = (approved_at is null)),
  check (num_nulls(cancelled_by, cancelled_at, cancel_reason) in (0, 3))
);
-- Its id is that of the demand which approval makes of it.
create table transfers.transfer_line (
  account_id  uuid not null,
  id          uuid not null,
  transfer_id uuid not null,
  line_no     integer not null,
  product_id  uuid not null,
  quantity    bigint not null check (quantity > 0), -- as first asked; what is asked now is stock.demand.quantity
  batch_id    uuid, -- that a person chose
  reason      text check (length(reason) between 1 and 1000), -- why that one
  primary key (account_id, id),
  unique (account_id, transfer_id, line_no),
  foreign key (account_id, transfer_id) references transfers.transfer,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  check (reason is null or batch_id is not null)
);
create index transfer_line_by_batch on transfers.transfer_line (account_id, batch_id) where batch_id is not null;

-- What people said of goods that did not come as they left. Where the goods are is in the ledger.
create table transfers.discrepancy (
  account_id     uuid not null,
  id             uuid not null,
  transfer_id    uuid not null,
  line_id        uuid not null,
  batch_id       uuid not null,
  kind           text not null check (kind in ('missing', 'lost', 'found', 'damaged', 'wrong_batch')),
  quantity       bigint not null check (quantity > 0),
  other_batch_id uuid, -- that lies there instead
  reason         text check (length(reason) between 1 and 1000),
  made_by        text not null,
  made_at        timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, transfer_id) references transfers.transfer,
  foreign key (account_id, line_id) references transfers.transfer_line,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, other_batch_id) references batches.batch,
  check ((reason is null) = (kind = 'missing')),
  check ((other_batch_id is not null) = (kind = 'wrong_batch'))
);
create index discrepancy_by_transfer on transfers.discrepancy (account_id, transfer_id);

alter table allocation.decision drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule', 'delivery', 'swap', 'short', 'unship', 'transfer'));

call platform.isolate(array['transfers.transfer', 'transfers.transfer_line', 'transfers.discrepancy']::regclass[]);
grant select, insert on transfers.transfer, transfers.transfer_line, transfers.discrepancy to firstout_app;
grant update (approved_by, approved_at, cancelled_by, cancelled_at, cancel_reason) on transfers.transfer to firstout_app;

-- As 0016 has it, and of every schema of ours, those to come as well.
create or replace function platform.primary_keys_last() returns void language plpgsql as $$
declare
  late record;
  referring record;
  statements text[];
  statement text;
begin
  for late in
    select k.conrelid::regclass as of_table, k.oid, k.conname, k.conindid, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_index p on p.indexrelid = k.conindid
    where k.contype = 'p' and exists (select from pg_constraint r where r.contype = 'f' and r.conindid = k.conindid)
      and exists (select from pg_index i where i.indrelid = p.indrelid and i.indexrelid > p.indexrelid and i.indkey[0] = p.indkey[0]
        and i.indpred is null)
      and k.connamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
  loop
    statements := '{}';
    for referring in
      select r.conrelid::regclass as of_table, r.conname, pg_get_constraintdef(r.oid) as definition
      from pg_constraint r where r.contype = 'f' and r.conindid = late.conindid
    loop
      execute format('alter table %s drop constraint %I', referring.of_table, referring.conname);
      statements := statements || format('alter table %s add constraint %I %s', referring.of_table, referring.conname, referring.definition);
    end loop;
    execute format('alter table %s drop constraint %I', late.of_table, late.conname);
    execute format('alter table %s add constraint %I %s', late.of_table, late.conname, late.definition);
    foreach statement in array statements loop
      execute statement;
    end loop;
  end loop;
end $$;

select platform.primary_keys_last();
