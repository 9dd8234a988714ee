-- A batch that comes to its last day is told of once at each step, and again after its date has moved. Later kinds of alerts lie in the same tables.
create schema alerts;
grant usage on schema alerts to firstout_app;

-- How many days before the last day somebody is told; of an account that never said, the usual ones. On the day after the last day always.
create table alerts.account_steps (
  account_id uuid not null references access.account,
  days       integer[] not null check (cardinality(days) <= 10 and 1 <= all (days) and 3650 >= all (days)),
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (account_id)
);
-- Of a product with steps of its own; none where there are no days.
create table alerts.product_steps (
  account_id uuid not null,
  product_id uuid not null,
  days       integer[] not null check (cardinality(days) <= 10 and 1 <= all (days) and 3650 >= all (days)),
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (account_id, product_id),
  foreign key (account_id, product_id) references catalog.product
);

-- What was told, as it was at that moment; nothing of it changes.
create table alerts.alert (
  account_id   uuid not null references access.account,
  id           uuid not null,
  kind         text not null check (kind in ('expiry')),
  batch_id     uuid not null,
  step_days    integer not null check (step_days between 0 and 3650), -- 0: its last day is over
  expires_on   date not null, -- by which it was judged
  warehouse_id uuid not null, -- in whose zone: of those where it lay, the one in which it is later
  units        bigint not null check (units > 0), -- on hand
  raised_at    timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, warehouse_id) references places.warehouse
);
create index alert_by_batch on alerts.alert (account_id, batch_id);

-- An alert is open for as long as it has a row here, and of each kind a batch has one.
create table alerts.open_alert (
  account_id uuid not null,
  kind       text not null,
  batch_id   uuid not null,
  alert_id   uuid not null,
  primary key (account_id, kind, batch_id),
  unique (account_id, alert_id),
  foreign key (account_id, alert_id) references alerts.alert,
  foreign key (account_id, batch_id) references batches.batch
);

-- Why it is not open any more.
create table alerts.closing (
  account_id uuid not null,
  alert_id   uuid not null,
  because    text not null check (because in ('tighter', 'moved', 'gone', 'steps')),
  expires_on date, -- the last day that it had then
  closed_at  timestamptz not null,
  primary key (account_id, alert_id),
  foreign key (account_id, alert_id) references alerts.alert
);

-- What people said to it; the newest stands.
create table alerts.answer (
  account_id uuid not null,
  id         uuid not null,
  alert_id   uuid not null,
  kind       text not null check (kind in ('seen', 'snoozed')),
  until_on   date, -- the last day on which it is quiet
  reason     text check (length(reason) between 1 and 1000),
  by         text not null,
  at         timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, alert_id) references alerts.alert,
  check ((kind = 'snoozed') = (until_on is not null) and (kind = 'snoozed') = (reason is not null))
);
create index answer_by_alert on alerts.answer (account_id, alert_id);

call platform.isolate(array['alerts.account_steps', 'alerts.product_steps', 'alerts.alert', 'alerts.open_alert', 'alerts.closing',
  'alerts.answer']::regclass[]);
grant select, insert, update on alerts.account_steps to firstout_app;
grant select, insert, update, delete on alerts.product_steps to firstout_app;
grant select, insert on alerts.alert, alerts.closing, alerts.answer to firstout_app;
grant select, insert, delete on alerts.open_alert to firstout_app;

select platform.primary_keys_last();
