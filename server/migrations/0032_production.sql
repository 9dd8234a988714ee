-- Named batches are used and named batches are made of them: produced, repacked, mixed, made into kits and taken apart, reworked. Which became
-- which, and how much of it, is what a recall asks; a run is undone as a whole.

-- A batch may be made of the same batch in several runs: each is a link of its own, and ends with its run.
alter table batches.batch_link
  add column document_id uuid, -- the run
  drop constraint batch_link_kind_check,
  add constraint batch_link_kind_check check (kind in ('opened', 'frozen', 'thawed', 'split', 'merged', 'identified', 'made')),
  drop constraint batch_link_ends,
  add constraint batch_link_ends check (ended_at is null or kind in ('split', 'merged', 'identified', 'made')),
  add constraint batch_link_made_by_run check ((kind = 'made') = (document_id is not null));
drop index batches.batch_link_once;
create unique index batch_link_once on batches.batch_link (account_id, child_id, parent_id, kind, document_id) nulls not distinct where ended_at is null;
create index batch_link_by_document on batches.batch_link (account_id, document_id) where document_id is not null;

create schema production;
grant usage on schema production to firstout_app;

-- How the last day of what is made of a product comes about, where nothing else is said with the run.
create table production.expiry_rule (
  account_id uuid not null,
  product_id uuid not null,
  rule       text not null check (rule in ('as_stated', 'min_of_inputs')),
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (account_id, product_id),
  foreign key (account_id, product_id) references catalog.product
);

create table production.run (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null,
  kind         text not null check (kind in ('produce', 'repack', 'kit', 'dekit', 'mix', 'rework')),
  warehouse_id uuid not null,
  happened_at  timestamptz not null,
  reference    text check (length(reference) between 1 and 200),
  note         text check (length(note) between 1 and 1000),
  reason       text check (length(reason) between 1 and 1000), -- why goods on hold or in quarantine were used
  waste_reason text check (length(waste_reason) between 1 and 1000),
  made_by      text not null,
  made_at      timestamptz not null,
  undone_by    text,
  undone_at    timestamptz,
  undo_reason  text check (length(undo_reason) between 1 and 1000),
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
);
create index run_by_made_at on production.run (account_id, made_at, id);

-- What was used and what was made of it: each line is a move of the ledger, and of what was used a second one where some of it was waste.
create table production.run_line (
  account_id uuid not null,
  id         uuid not null,
  run_id     uuid not null,
  side       text not null check (side in ('in', 'out')),
  line_no    integer not null check (line_no > 0),
  product_id uuid not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  quantity   bigint not null check (quantity > 0), -- base units; of what was used, waste and all
  waste      bigint not null default 0 check (waste between 0 and quantity),
  primary key (account_id, id),
  foreign key (account_id, run_id) references production.run,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  check (side = 'in' or waste = 0)
);
create index run_line_by_run on production.run_line (account_id, run_id);
create index run_line_by_batch on production.run_line (account_id, batch_id);
create index run_line_by_product on production.run_line (account_id, product_id);

call platform.isolate(array['production.expiry_rule', 'production.run', 'production.run_line']::regclass[]);
grant select, insert, update on production.expiry_rule to firstout_app;
grant select, insert on production.run, production.run_line to firstout_app;
grant update (undone_by, undone_at, undo_reason) on production.run to firstout_app;

select platform.primary_keys_last();
