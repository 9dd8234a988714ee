-- Holds, allocation decisions, receipts, orders, shipments, and returns announced but not yet dealt with.

create schema quality;
create schema allocation;
create schema receiving;
create schema orders;
create schema fulfilment;
create schema returns;
grant usage on schema quality, allocation, receiving, orders, fulfilment, returns to firstout_app;

-- State is a record: lifting one hold leaves the others.
create table quality.hold (
  account_id  uuid not null references access.account,
  id          uuid not null,
  number      text not null,
  scope       text not null check (scope in ('account', 'product', 'batch', 'lot', 'place', 'balance')),
  product_id  uuid,
  batch_id    uuid,
  lot_id      uuid,
  place_id    uuid,
  reason      text not null check (length(reason) between 1 and 1000),
  placed_by   text not null,
  placed_at   timestamptz not null,
  lifted_by   text,
  lifted_at   timestamptz,
  lift_reason text,
  unique (account_id, number),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, lot_id) references batches.lot,
  foreign key (account_id, place_id) references places.place,
  check ((product_id is not null) = (scope = 'product')),
  check ((batch_id is not null) = (scope in ('batch', 'balance'))),
  check ((lot_id is not null) = (scope = 'lot')),
  check ((place_id is not null) = (scope in ('place', 'balance'))),
  check ((lifted_at is null) = (lifted_by is null))
);
create index hold_active on quality.hold (account_id) where lifted_at is null;
create index hold_by_batch on quality.hold (account_id, batch_id) where batch_id is not null;
alter table quality.hold add primary key (account_id, id);

-- Why each line got the batches it got, as it was judged then; kept with the order for ever.
create table allocation.decision (
  account_id  uuid not null references access.account,
  id          uuid not null,
  demand_id   uuid not null,
  decided_at  timestamptz not null,
  cause       text not null check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry')),
  judged_on   date not null,
  rotation    text not null,
  asked       bigint not null,
  shortfall   bigint not null,
  picks       jsonb not null,
  passed_over jsonb not null,
  actor_name  text not null,
  primary key (account_id, id),
  foreign key (account_id, demand_id) references stock.demand
);
create index decision_by_demand on allocation.decision (account_id, demand_id, id);

create table receiving.inbound (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null check (length(number) between 1 and 80),
  kind         text not null default 'purchase_order' check (kind in ('purchase_order', 'asn', 'receiving_order')),
  supplier_id  uuid,
  warehouse_id uuid not null,
  expected_on  date,
  created_at   timestamptz not null,
  closed_at    timestamptz,
  primary key (account_id, id),
  unique (account_id, number),
  foreign key (account_id, supplier_id) references catalog.supplier,
  foreign key (account_id, warehouse_id) references places.warehouse
);
create table receiving.inbound_line (
  account_id uuid not null,
  id         uuid not null,
  inbound_id uuid not null,
  line_no    integer not null,
  product_id uuid not null,
  quantity   bigint not null check (quantity > 0),
  batch_code text,
  expires_on date,
  primary key (account_id, id),
  unique (account_id, inbound_id, line_no),
  foreign key (account_id, inbound_id) references receiving.inbound,
  foreign key (account_id, product_id) references catalog.product
);

create table receiving.receipt (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null,
  inbound_id   uuid,
  supplier_id  uuid,
  warehouse_id uuid not null,
  lot_id       uuid,
  reference    text,
  received_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor_name   text not null,
  primary key (account_id, id),
  unique (account_id, number),
  foreign key (account_id, inbound_id) references receiving.inbound,
  foreign key (account_id, supplier_id) references catalog.supplier,
  foreign key (account_id, warehouse_id) references places.warehouse
);
create table receiving.receipt_line (
  account_id      uuid not null,
  id              uuid not null,
  receipt_id      uuid not null,
  line_no         integer not null,
  product_id      uuid not null,
  batch_id        uuid not null,
  place_id        uuid not null,
  quantity        bigint not null check (quantity > 0),
  condition       text not null check (condition in ('good', 'damaged')),
  life_days_left  integer,
  outcome         text not null check (outcome in ('accepted', 'held')),
  unit_cost       bigint check (unit_cost >= 0), -- minor units of the currency, per base unit
  currency        char(3),
  inbound_line_id uuid,
  primary key (account_id, id),
  unique (account_id, receipt_id, line_no),
  foreign key (account_id, receipt_id) references receiving.receipt,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place,
  foreign key (account_id, inbound_line_id) references receiving.inbound_line,
  check ((unit_cost is null) = (currency is null))
);
create index receipt_line_by_batch on receiving.receipt_line (account_id, batch_id);
create index receipt_by_inbound on receiving.receipt (account_id, inbound_id) where inbound_id is not null;

create table orders.sales_order (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null check (length(number) between 1 and 80),
  customer_id  uuid,
  channel      text not null default 'direct' check (length(channel) between 1 and 40),
  warehouse_id uuid,
  ordered_at   timestamptz not null,
  deliver_on   date,
  priority     smallint not null default 0,
  ship_to      text,
  note         text,
  recorded_at  timestamptz not null,
  actor_name   text not null,
  cancelled_at timestamptz,
  unique (account_id, number),
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, warehouse_id) references places.warehouse
);
create index order_by_time on orders.sales_order (account_id, ordered_at);
create index order_by_customer on orders.sales_order (account_id, customer_id, ordered_at);
alter table orders.sales_order add primary key (account_id, id);
create table orders.order_line (
  account_id uuid not null,
  id         uuid not null,
  order_id   uuid not null,
  line_no    integer not null,
  product_id uuid not null,
  ordered    bigint not null check (ordered > 0), -- as first asked; what is asked now is stock.demand.quantity
  unit_price bigint check (unit_price >= 0),
  currency   char(3),
  primary key (account_id, id),
  unique (account_id, order_id, line_no),
  foreign key (account_id, order_id) references orders.sales_order,
  check ((unit_price is null) = (currency is null))
);

create table fulfilment.shipment (
  account_id      uuid not null references access.account,
  id              uuid not null,
  number          text not null,
  order_id        uuid not null,
  warehouse_id    uuid not null,
  carrier         text,
  tracking_number text,
  shipped_at      timestamptz not null,
  recorded_at     timestamptz not null,
  actor_name      text not null,
  unique (account_id, number),
  foreign key (account_id, order_id) references orders.sales_order,
  foreign key (account_id, warehouse_id) references places.warehouse
);
create index shipment_by_order on fulfilment.shipment (account_id, order_id);
create index shipment_by_tracking on fulfilment.shipment (account_id, tracking_number) where tracking_number is not null;
alter table fulfilment.shipment add primary key (account_id, id);
create table fulfilment.shipment_line (
  account_id    uuid not null,
  id            uuid not null,
  shipment_id   uuid not null,
  order_line_id uuid not null,
  product_id    uuid not null,
  batch_id      uuid not null,
  place_id      uuid not null,
  quantity      bigint not null check (quantity > 0),
  primary key (account_id, id),
  foreign key (account_id, shipment_id) references fulfilment.shipment,
  foreign key (account_id, order_line_id) references orders.order_line,
  foreign key (account_id, batch_id) references batches.batch
);
create index shipment_line_by_shipment on fulfilment.shipment_line (account_id, shipment_id);
create index shipment_line_by_order_line on fulfilment.shipment_line (account_id, order_line_id);

create table returns.announced_return (
  account_id   uuid not null references access.account,
  id           uuid not null,
  number       text not null check (length(number) between 1 and 80),
  customer_id  uuid,
  order_number text, -- as the customer names it; it may not be ours
  announced_at timestamptz not null,
  note         text,
  recorded_at  timestamptz not null,
  actor_name   text not null,
  closed_at    timestamptz,
  primary key (account_id, id),
  unique (account_id, number),
  foreign key (account_id, customer_id) references catalog.customer
);
create table returns.announced_line (
  account_id uuid not null,
  id         uuid not null,
  return_id  uuid not null,
  line_no    integer not null,
  product_id uuid not null,
  quantity   bigint not null check (quantity > 0),
  primary key (account_id, id),
  unique (account_id, return_id, line_no),
  foreign key (account_id, return_id) references returns.announced_return,
  foreign key (account_id, product_id) references catalog.product
);

call platform.isolate(array['quality.hold', 'allocation.decision', 'receiving.inbound', 'receiving.inbound_line',
  'receiving.receipt', 'receiving.receipt_line', 'orders.sales_order', 'orders.order_line', 'fulfilment.shipment',
  'fulfilment.shipment_line', 'returns.announced_return', 'returns.announced_line']::regclass[]);
grant select, insert, update on quality.hold, receiving.inbound, orders.sales_order, returns.announced_return to firstout_app;
grant select, insert on allocation.decision, receiving.inbound_line, receiving.receipt, receiving.receipt_line,
  orders.order_line, fulfilment.shipment, fulfilment.shipment_line, returns.announced_line to firstout_app;
