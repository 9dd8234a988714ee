-- The heart: batches with their dates, and the append-only ledger with the balances kept beside it.

create schema batches;
create schema stock;
grant usage on schema batches, stock to firstout_app;

create table batches.batch (
  account_id        uuid not null references access.account,
  id                uuid not null,
  product_id        uuid not null,
  kind              text not null default 'batch' check (kind in ('batch', 'untracked')),
  code              text not null check (length(code) between 1 and 80),
  code_as_given     text not null,
  look_alike_key    text not null,
  -- The nil UUID unless the product keeps batches apart by supplier.
  identity_supplier uuid not null default '00000000-0000-0000-0000-000000000000',
  supplier_id       uuid,
  supplier_lot      text,
  origin_country    char(2),
  produced_on       date,
  expires_on        date, -- the governing last day, decided by domain/shelf-life from batches.batch_date
  first_received_on date,
  attributes        jsonb not null default '{}',
  created_at        timestamptz not null,
  unique (account_id, product_id, code, identity_supplier),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, supplier_id) references catalog.supplier,
  check (produced_on is null or expires_on is null or produced_on <= expires_on)
);
create index batch_by_look_alike on batches.batch (account_id, product_id, look_alike_key);
create index batch_by_code on batches.batch (account_id, code text_pattern_ops);
create index batch_by_expiry on batches.batch (account_id, expires_on);
create index batch_by_supplier_lot on batches.batch (account_id, supplier_lot text_pattern_ops) where supplier_lot is not null;
alter table batches.batch add primary key (account_id, id);

-- Each statement ever made about a date of a batch; the newest of each kind stands.
create table batches.batch_date (
  account_id  uuid not null,
  id          uuid not null,
  batch_id    uuid not null,
  kind        text not null check (kind in ('produced', 'best_before', 'use_by', 'expiry')),
  on_date     date not null,
  source      text not null check (source in ('scanned', 'typed', 'computed', 'inherited', 'corrected', 'imported')),
  explanation text,
  reason      text,
  actor_name  text not null,
  recorded_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, batch_id) references batches.batch
);
create index batch_date_by_batch on batches.batch_date (account_id, batch_id, id);

create table batches.lot (
  account_id uuid not null references access.account,
  id         uuid not null,
  code       text not null check (length(code) between 1 and 80),
  name       text not null default '',
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, code)
);
create table batches.lot_batch (
  account_id uuid not null,
  lot_id     uuid not null,
  batch_id   uuid not null,
  primary key (account_id, lot_id, batch_id),
  foreign key (account_id, lot_id) references batches.lot,
  foreign key (account_id, batch_id) references batches.batch
);
create index lot_batch_by_batch on batches.lot_batch (account_id, batch_id);

create table batches.serial (
  account_id uuid not null,
  id         uuid not null,
  product_id uuid not null,
  batch_id   uuid not null,
  code       text not null check (length(code) between 1 and 80),
  created_at timestamptz not null,
  unique (account_id, product_id, code),
  foreign key (account_id, batch_id) references batches.batch
);
create index serial_by_code on batches.serial (account_id, code text_pattern_ops);
create index serial_by_batch on batches.serial (account_id, batch_id);
alter table batches.serial add primary key (account_id, id);

-- The ledger. firstout_app may insert and read, nothing else: a mistake is reversed by another move, never edited.
create table stock.move (
  account_id       uuid not null references access.account,
  id               uuid not null,
  batch_id         uuid not null,
  product_id       uuid not null,
  from_place_id    uuid not null,
  to_place_id      uuid not null,
  quantity         bigint not null check (quantity > 0),
  reason           text not null check (reason in ('receipt', 'shipment', 'adjustment', 'transfer', 'putaway', 'return',
                     'disposal', 'sample', 'count', 'consume', 'make', 'reversal')),
  document_kind    text not null,
  document_id      uuid not null,
  document_line_id uuid,
  note             text,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  actor_id         uuid,
  actor_name       text not null,
  reverses_id      uuid,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, from_place_id) references places.place,
  foreign key (account_id, to_place_id) references places.place,
  check (from_place_id <> to_place_id)
);
create index move_by_batch on stock.move (account_id, batch_id, id);
create index move_by_document on stock.move (account_id, document_id);
create index move_by_line on stock.move (account_id, document_line_id);
create index move_by_time on stock.move (account_id, recorded_at);
create unique index move_reversed_once on stock.move (account_id, reverses_id) where reverses_id is not null;
alter table stock.move add primary key (account_id, id);

create table stock.move_serial (
  account_id uuid not null,
  move_id    uuid not null,
  serial_id  uuid not null,
  primary key (account_id, serial_id, move_id),
  foreign key (account_id, move_id) references stock.move,
  foreign key (account_id, serial_id) references batches.serial
);
create index move_serial_by_move on stock.move_serial (account_id, move_id);

-- A serial is in one place at a time: one row a serial.
create table stock.serial_place (
  account_id uuid not null,
  serial_id  uuid not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  primary key (account_id, serial_id),
  foreign key (account_id, serial_id) references batches.serial,
  foreign key (account_id, place_id) references places.place
);
create index serial_place_by_place on stock.serial_place (account_id, batch_id, place_id);

-- What lies in a physical place now. A row that reaches zero is removed, so a product's rows are its present stock.
create table stock.balance (
  account_id    uuid not null,
  batch_id      uuid not null,
  place_id      uuid not null,
  product_id    uuid not null,
  on_hand       bigint not null check (on_hand >= 0),
  reserved      bigint not null default 0,
  last_moved_at timestamptz not null,
  primary key (account_id, batch_id, place_id),
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  check (0 <= reserved and reserved <= on_hand)
) with (fillfactor = 70);
create index balance_by_product on stock.balance (account_id, product_id);
create index balance_by_place on stock.balance (account_id, place_id);

-- What an order line asks of stock; its id is the line's. Unmet = quantity - reserved - shipped.
create table stock.demand (
  account_id    uuid not null references access.account,
  id            uuid not null,
  document_id   uuid not null,
  product_id    uuid not null,
  warehouse_id  uuid,
  quantity      bigint not null check (quantity >= 0),
  reserved      bigint not null default 0,
  shipped       bigint not null default 0,
  rotation      text check (rotation in ('fefo', 'fifo', 'lifo')), -- the product's, unless the line names its own
  shortage      text not null check (shortage in ('part', 'whole')),
  deliver_on    date, -- the day the customer has it; the day of allocation where none is named
  life_days_min integer,
  priority      smallint not null default 0,
  asked_at      timestamptz not null, -- its turn among the back orders,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (reserved >= 0 and shipped >= 0 and reserved + shipped <= quantity)
) with (fillfactor = 80);
create index demand_unmet on stock.demand (account_id, product_id, priority desc, asked_at, id)
  where reserved + shipped < quantity;
create index demand_by_document on stock.demand (account_id, document_id);
alter table stock.demand add primary key (account_id, id);

create table stock.reservation (
  account_id uuid not null,
  demand_id  uuid not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  product_id uuid not null,
  quantity   bigint not null check (quantity > 0),
  primary key (account_id, demand_id, batch_id, place_id),
  foreign key (account_id, demand_id) references stock.demand
);
create index reservation_by_batch on stock.reservation (account_id, batch_id, place_id);

call platform.isolate(array['batches.batch', 'batches.batch_date', 'batches.lot', 'batches.lot_batch', 'batches.serial',
  'stock.move', 'stock.move_serial', 'stock.serial_place', 'stock.balance', 'stock.demand', 'stock.reservation']::regclass[]);
grant select, insert, update on batches.batch, batches.lot to firstout_app;
grant select, insert on batches.batch_date, batches.serial, stock.move, stock.move_serial to firstout_app;
grant select, insert, delete on batches.lot_batch to firstout_app;
grant select, insert, update on stock.serial_place, stock.demand to firstout_app;
grant select, insert, update, delete on stock.balance, stock.reservation to firstout_app;
