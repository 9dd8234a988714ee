-- Pick waves, what was picked and put back, parcels with their SSCC, and what a person let a line have against its rules.

-- Digits that GS1 gave the company: an SSCC begins with them.
alter table access.account add column gs1_prefix text check (gs1_prefix ~ '^[0-9]{4,12}$');

create table fulfilment.pick_wave (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null,
  warehouse_id uuid not null,
  made_by      text not null,
  made_at      timestamptz not null,
  closed_by    text,
  closed_at    timestamptz,
  primary key (account_id, id),
  unique (account_id, number),
  unique (account_id, id, warehouse_id),
  foreign key (account_id, warehouse_id) references places.warehouse,
  check ((closed_by is null) = (closed_at is null))
);
create index pick_wave_open on fulfilment.pick_wave (account_id) where closed_at is null;
create table fulfilment.pick_wave_order (
  account_id   uuid not null,
  wave_id      uuid not null,
  order_id     uuid not null,
  warehouse_id uuid not null,
  closed_at    timestamptz, -- with its wave
  primary key (account_id, wave_id, order_id),
  foreign key (account_id, wave_id, warehouse_id) references fulfilment.pick_wave (account_id, id, warehouse_id),
  foreign key (account_id, order_id) references orders.sales_order
);
-- An order is picked by one wave of a warehouse at a time.
create unique index pick_wave_order_open on fulfilment.pick_wave_order (account_id, warehouse_id, order_id) where closed_at is null;

-- What was taken off its bin for a line, put back, or has left; what lies picked is the sum. The goods stay on the balance of their bin
-- until they are shipped.
create table fulfilment.picked (
  account_id    uuid not null references access.account,
  id            uuid not null,
  wave_id       uuid, -- in which it was picked
  order_line_id uuid not null,
  product_id    uuid not null,
  batch_id      uuid not null,
  place_id      uuid not null,
  kind          text not null check (kind in ('pick', 'put_back', 'ship')),
  quantity      bigint not null check (quantity > 0),
  scan          text check (length(scan) between 1 and 500),
  picked_by     text not null,
  picked_at     timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, wave_id) references fulfilment.pick_wave,
  foreign key (account_id, order_line_id) references orders.order_line,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  check (kind <> 'pick' or wave_id is not null)
);
create index picked_by_line on fulfilment.picked (account_id, order_line_id);
create index picked_by_batch on fulfilment.picked (account_id, batch_id, place_id);

create table fulfilment.parcel (
  account_id    uuid not null references access.account,
  id            uuid not null,
  number        text not null,
  order_id      uuid not null,
  warehouse_id  uuid not null,
  sscc          text check (sscc ~ '^[0-9]{18}$'),
  weight_grams  bigint check (weight_grams > 0),
  packed_by     text not null,
  packed_at     timestamptz not null,
  cancelled_by  text,
  cancelled_at  timestamptz,
  cancel_reason text,
  shipment_id   uuid,
  primary key (account_id, id),
  unique (account_id, number),
  unique (account_id, sscc),
  foreign key (account_id, order_id) references orders.sales_order,
  foreign key (account_id, warehouse_id) references places.warehouse,
  foreign key (account_id, shipment_id) references fulfilment.shipment,
  check (num_nulls(cancelled_by, cancelled_at, cancel_reason) in (0, 3)),
  check (cancelled_at is null or shipment_id is null)
);
create index parcel_by_order on fulfilment.parcel (account_id, order_id);
create index parcel_by_shipment on fulfilment.parcel (account_id, shipment_id) where shipment_id is not null;
create table fulfilment.parcel_line (
  account_id    uuid not null,
  id            uuid not null,
  parcel_id     uuid not null,
  order_line_id uuid not null,
  product_id    uuid not null,
  batch_id      uuid not null,
  place_id      uuid not null,
  quantity      bigint not null check (quantity > 0),
  primary key (account_id, id),
  foreign key (account_id, parcel_id) references fulfilment.parcel,
  foreign key (account_id, order_line_id) references orders.order_line,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place
);
create index parcel_line_by_parcel on fulfilment.parcel_line (account_id, parcel_id);
create index parcel_line_by_order_line on fulfilment.parcel_line (account_id, order_line_id);
create table fulfilment.parcel_serial (
  account_id     uuid not null,
  parcel_line_id uuid not null,
  serial_id      uuid not null,
  primary key (account_id, parcel_line_id, serial_id),
  foreign key (account_id, parcel_line_id) references fulfilment.parcel_line,
  foreign key (account_id, serial_id) references batches.serial
);
create index parcel_serial_by_serial on fulfilment.parcel_serial (account_id, serial_id);

-- That a line may have a batch which its rules forbid: somebody may say so, and why.
create table allocation.exception (
  account_id uuid not null references access.account,
  id         uuid not null,
  demand_id  uuid not null,
  batch_id   uuid not null,
  reason     text not null check (length(reason) between 1 and 1000),
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, demand_id) references stock.demand,
  foreign key (account_id, batch_id) references batches.batch
);
create index exception_by_demand on allocation.exception (account_id, demand_id);

alter table allocation.decision drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule', 'delivery', 'swap', 'short'));

call platform.isolate(array['fulfilment.pick_wave', 'fulfilment.pick_wave_order', 'fulfilment.picked', 'fulfilment.parcel',
  'fulfilment.parcel_line', 'fulfilment.parcel_serial', 'allocation.exception']::regclass[]);
grant select, insert on fulfilment.pick_wave, fulfilment.pick_wave_order, fulfilment.picked, fulfilment.parcel, fulfilment.parcel_line,
  fulfilment.parcel_serial, allocation.exception to firstout_app;
grant update (closed_by, closed_at) on fulfilment.pick_wave to firstout_app;
grant update (closed_at) on fulfilment.pick_wave_order to firstout_app;
grant update (cancelled_by, cancelled_at, cancel_reason, shipment_id) on fulfilment.parcel to firstout_app;
