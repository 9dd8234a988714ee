-- On which day a customer holds what leaves now: cut-offs, working days, holidays, and how long carriers take.

alter table places.warehouse
  add column cut_off char(5) not null default '23:59' check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column working_days smallint[] not null default '{1,2,3,4,5,6,7}' -- 1 is Monday
    check (working_days <@ '{1,2,3,4,5,6,7}' and cardinality(working_days) between 1 and 7);

create table allocation.service (
  account_id   uuid not null references access.account,
  id           uuid not null,
  code         text not null check (length(code) between 1 and 40),
  name         text not null check (length(name) between 1 and 100),
  working_days smallint[] not null check (working_days <@ '{1,2,3,4,5,6,7}' and cardinality(working_days) between 1 and 7),
  standard     boolean not null, -- taken where an order names none
  created_at   timestamptz not null,
  archived_at  timestamptz,
  primary key (account_id, id),
  unique (account_id, code)
);
create unique index service_standard on allocation.service (account_id) where standard;

-- A day on which a warehouse or a carrier's service rests; all of them where neither is named.
create table allocation.holiday (
  account_id   uuid not null references access.account,
  id           uuid not null,
  on_day       date not null,
  warehouse_id uuid,
  service_id   uuid,
  name         text not null check (length(name) between 1 and 100),
  primary key (account_id, id),
  unique nulls not distinct (account_id, on_day, warehouse_id, service_id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  foreign key (account_id, service_id) references allocation.service,
  check (num_nonnulls(warehouse_id, service_id) <= 1)
);

create table allocation.transit (
  account_id    uuid not null references access.account,
  id            uuid not null,
  service_id    uuid, -- null: any
  warehouse_id  uuid, -- null: from any
  country       char(2), -- null: wherever it goes
  postal_prefix text not null check (length(postal_prefix) <= 20 and postal_prefix !~ '[a-z[:space:]-]'),
  transit_days  smallint not null check (transit_days between 0 and 365),
  primary key (account_id, id),
  unique nulls not distinct (account_id, country, postal_prefix, service_id, warehouse_id),
  foreign key (account_id, service_id) references allocation.service,
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (country is not null or postal_prefix = '')
);

alter table orders.sales_order add column service_id uuid, add column postal_code text check (length(postal_code) between 1 and 20),
  add foreign key (account_id, service_id) references allocation.service;
-- As compared: without spaces and hyphens, in capitals.
alter table stock.demand add column service_id uuid, add column postal_code text;

-- From which warehouse it leaves and arrives when, as it was reckoned.
alter table allocation.decision add column arrivals jsonb not null default '[]',
  drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule', 'delivery'));
call platform.isolate(array['allocation.service', 'allocation.holiday', 'allocation.transit']::regclass[]);
grant select, insert, update on allocation.service, allocation.transit to firstout_app;
grant select, insert, delete on allocation.holiday to firstout_app;
grant delete on allocation.transit to firstout_app;
