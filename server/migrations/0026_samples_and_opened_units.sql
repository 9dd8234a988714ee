-- Retention samples, what is opened, frozen and thawed, and what is set aside as damaged. A batch has one last day: units that get another
-- one become a batch of their own, and the link to where they come from stays.

-- What a batch was made of. Who asks of a batch where it went, or holds it, asks of all that was made of it as well.
create table batches.batch_link (
  account_id uuid not null,
  child_id   uuid not null,
  parent_id  uuid not null,
  kind       text not null check (kind in ('opened', 'frozen', 'thawed', 'split', 'merged')),
  quantity   bigint not null check (quantity > 0), -- base units of the parent that went into the child
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, child_id, parent_id),
  foreign key (account_id, child_id) references batches.batch,
  foreign key (account_id, parent_id) references batches.batch,
  check (child_id <> parent_id)
);
create index batch_link_by_parent on batches.batch_link (account_id, parent_id);

-- Opened units lie in a place of their own in each warehouse, made when the first is opened: they are on hand, and nobody sells them.
alter table places.place drop constraint place_kind_check,
  add constraint place_kind_check check (kind in ('storage', 'dock', 'quarantine', 'opened', 'transit',
    'supplier', 'customer', 'production', 'scrap', 'sample', 'count', 'opening')),
  drop constraint place_check,
  add constraint place_in_warehouse check ((kind in ('storage', 'dock', 'quarantine', 'opened')) = (warehouse_id is not null)),
  add constraint place_opened_holds_no_boxes check (kind <> 'opened' or bin_id is null);
create unique index place_opened on places.place (account_id, warehouse_id) where kind = 'opened';

create schema samples;
grant usage on schema samples to firstout_app;

-- How many units of each new batch are kept, and for how long after its last day.
create table samples.rule (
  account_id  uuid not null,
  product_id  uuid not null,
  units       integer not null check (units between 0 and 1000000), -- base units; none are taken where 0
  keep_months integer not null check (keep_months between 0 and 1200),
  kept_at     text check (length(kept_at) between 1 and 200), -- shelf, cupboard, laboratory
  set_by      text not null,
  set_at      timestamptz not null,
  primary key (account_id, product_id),
  foreign key (account_id, product_id) references catalog.product
);
-- How many are left of it is in the ledger: what went to the place of samples and what came from it under its id.
create table samples.sample (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null,
  batch_id     uuid not null,
  warehouse_id uuid not null, -- from which it was taken
  receipt_id   uuid, -- with which it came; else it was taken from stock
  quantity     bigint not null check (quantity > 0),
  kept_at      text check (length(kept_at) between 1 and 200),
  due_on       date not null, -- until when it is kept
  due_because  text, -- how that was reckoned; null where a person said it
  keep_months  integer check (keep_months between 0 and 1200), -- after the last day; null where a person said the day
  note         text check (length(note) between 1 and 1000),
  taken_by     text not null,
  taken_at     timestamptz not null,
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (num_nulls(due_because, keep_months) in (0, 2))
);
create index sample_by_batch on samples.sample (account_id, batch_id);
create index sample_by_due on samples.sample (account_id, due_on);

create schema redating;
grant usage on schema redating to firstout_app;

-- What the maker states of opening, freezing and thawing. The newest version of a product stands; what was done by an older one stays dated by it.
create table redating.rule (
  account_id    uuid not null,
  id            uuid not null,
  product_id    uuid not null,
  version       integer not null check (version > 0),
  opened_count  integer check (opened_count between 1 and 36500),
  opened_unit   text check (opened_unit in ('days', 'months')),
  frozen_days   integer check (frozen_days between 1 and 36500),
  thawed_days   integer check (thawed_days between 0 and 36500),
  refreezes     boolean not null,
  says          text not null check (length(says) between 1 and 2000), -- where it is written, in its words
  made_by       text not null,
  made_at       timestamptz not null,
  unique (account_id, product_id, version),
  primary key (account_id, id),
  foreign key (account_id, product_id) references catalog.product,
  check ((opened_count is null) = (opened_unit is null))
);
create table redating.redating (
  account_id   uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('opened', 'frozen', 'thawed')),
  batch_id     uuid not null, -- that was opened, frozen or thawed
  child_id     uuid not null, -- that it became
  rule_id      uuid not null,
  warehouse_id uuid not null,
  quantity     bigint not null check (quantity > 0),
  on_day       date not null,
  kept_at      text check (length(kept_at) between 1 and 200),
  note         text check (length(note) between 1 and 1000),
  made_by      text not null,
  made_at      timestamptz not null,
  undone_by    text,
  undone_at    timestamptz,
  undo_reason  text check (length(undo_reason) between 1 and 1000),
  unique (account_id, child_id),
  primary key (account_id, id),
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, child_id) references batches.batch,
  foreign key (account_id, rule_id) references redating.rule,
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (num_nulls(undone_by, undone_at, undo_reason) in (0, 3))
);
create index redating_by_batch on redating.redating (account_id, batch_id);

-- Why stock is corrected or set aside, in the account's own words.
create table stock.reason (
  account_id  uuid not null references access.account,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 80),
  direction   text not null check (direction in ('out', 'in', 'either')),
  sets_aside  boolean not null, -- the units go to quarantine and stay on hand; else the ledger says they are not there
  created_at  timestamptz not null,
  archived_at timestamptz,
  primary key (account_id, id),
  unique (account_id, name),
  check (not sets_aside or direction = 'out')
);

call platform.isolate(array['batches.batch_link', 'samples.rule', 'samples.sample', 'redating.rule', 'redating.redating',
  'stock.reason']::regclass[]);
grant select, insert on batches.batch_link, samples.sample, redating.rule, redating.redating to firstout_app;
grant select, insert, update on samples.rule, stock.reason to firstout_app;
grant update (due_on, due_because, keep_months, kept_at) on samples.sample to firstout_app;
grant update (undone_by, undone_at, undo_reason, kept_at) on redating.redating to firstout_app;

select platform.primary_keys_last();
