-- What is stocked, who supplies and buys it, and the places where stock can be.
--
-- Where a table has several indexes that begin with the account, its primary key is made last: of indexes that cost alike,
-- as all do while a table is small, PostgreSQL takes the newest, and it keeps that plan for its foreign-key checks.

create schema catalog;
create schema places;
grant usage on schema catalog, places to firstout_app;

create table catalog.supplier (
  account_id uuid not null references access.account,
  id         uuid not null,
  code       text not null check (length(code) between 1 and 80),
  name       text not null check (length(name) between 1 and 200),
  email      text,
  phone      text,
  address    text,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, code)
);

create table catalog.customer (
  account_id              uuid not null references access.account,
  id                      uuid not null,
  code                    text not null check (length(code) between 1 and 80),
  name                    text not null check (length(name) between 1 and 200),
  email                   text,
  phone                   text,
  address                 text,
  country                 char(2),
  delivery_life_days_min  integer check (delivery_life_days_min between 0 and 36500),
  created_at              timestamptz not null,
  unique (account_id, code)
);
create index customer_by_name on catalog.customer (account_id, lower(name) text_pattern_ops);
alter table catalog.customer add primary key (account_id, id);

create table catalog.product (
  account_id                 uuid not null references access.account,
  id                         uuid not null,
  sku                        text not null check (length(sku) between 1 and 80),
  name                       text not null check (length(name) between 1 and 300),
  category                   text not null default '',
  base_unit                  text not null check (base_unit in ('each', 'gram', 'millilitre')),
  tracking                   text not null check (tracking in ('none', 'batch', 'serial')),
  dates                      text not null check (dates in ('none', 'optional', 'required')),
  batch_identity             text not null default 'product' check (batch_identity in ('product', 'supplier')),
  rotation                   text not null check (rotation in ('fefo', 'fifo', 'lifo')),
  life_days                  integer check (life_days between 1 and 36500),
  receipt_life_days_min      integer check (receipt_life_days_min between 0 and 36500),
  receipt_life_action        text not null default 'hold' check (receipt_life_action in ('accept', 'hold', 'refuse')),
  delivery_life_days_min     integer check (delivery_life_days_min between 0 and 36500),
  delivery_life_percent_min  integer check (delivery_life_percent_min between 0 and 100),
  created_at                 timestamptz not null,
  archived_at                timestamptz,
  unique (account_id, sku),
  check (tracking <> 'none' or dates = 'none')
) with (fillfactor = 80);
create index product_by_name on catalog.product (account_id, lower(name) text_pattern_ops);
alter table catalog.product add primary key (account_id, id);

-- A whole multiple of the base unit; the base unit itself is the pack of one, and carries the product's GTIN.
create table catalog.pack (
  account_id uuid not null,
  product_id uuid not null,
  name       text not null check (length(name) between 1 and 80),
  quantity   bigint not null check (quantity >= 1),
  gtin       char(14) check (gtin ~ '^[0-9]{14}$'),
  primary key (account_id, product_id, name),
  foreign key (account_id, product_id) references catalog.product,
  unique (account_id, gtin)
);

create table places.warehouse (
  account_id uuid not null references access.account,
  id         uuid not null,
  code       text not null check (length(code) between 1 and 40),
  name       text not null check (length(name) between 1 and 200),
  time_zone  text not null,
  address    text,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, code)
);

create table places.zone (
  account_id   uuid not null,
  id           uuid not null,
  warehouse_id uuid not null,
  code         text not null check (length(code) between 1 and 40),
  name         text not null,
  storage      text not null default 'ambient' check (storage in ('ambient', 'cool', 'frozen', 'hazardous')),
  primary key (account_id, id),
  unique (account_id, warehouse_id, code),
  foreign key (account_id, warehouse_id) references places.warehouse
);

create table places.place (
  account_id   uuid not null references access.account,
  id           uuid not null,
  warehouse_id uuid,
  zone_id      uuid,
  kind         text not null check (kind in ('storage', 'dock', 'quarantine', 'transit',
                 'supplier', 'customer', 'production', 'scrap', 'sample', 'count', 'opening')),
  code         text not null check (length(code) between 1 and 40),
  created_at   timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  foreign key (account_id, zone_id) references places.zone,
  check ((kind in ('storage', 'dock', 'quarantine')) = (warehouse_id is not null))
);
create unique index place_code on places.place
  (account_id, coalesce(warehouse_id, '00000000-0000-0000-0000-000000000000'), code);

call platform.isolate(array['catalog.supplier', 'catalog.customer', 'catalog.product', 'catalog.pack',
  'places.warehouse', 'places.zone', 'places.place']::regclass[]);
grant select, insert, update on catalog.supplier, catalog.customer, catalog.product, places.warehouse, places.zone,
  places.place to firstout_app;
grant select, insert, update, delete on catalog.pack to firstout_app;
