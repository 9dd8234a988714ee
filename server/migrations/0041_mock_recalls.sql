-- Recalls that are rehearsed: nothing is touched. What the trace found at the start stays as it was found, and what was missing is owed by somebody until a day.

create schema mocks;
grant usage on schema mocks to firstout_app;

-- How often one is due, and what a rehearsal has to reach; none of an account that never said. Percent in hundredths: 9950 is 99.5 %.
create table mocks.setting (
  account_id   uuid not null references access.account,
  every_months integer check (every_months between 1 and 60), -- null: on demand only
  next_on      date,
  minutes_max  integer not null check (minutes_max between 1 and 10080),
  found_min    integer not null check (found_min between 0 and 10000),
  contacts_min integer not null check (contacts_min between 0 and 10000),
  changed_by   text not null,
  changed_at   timestamptz not null,
  primary key (account_id),
  check ((every_months is null) = (next_on is null))
);

create table mocks.mock (
  account_id uuid not null references access.account,
  id         uuid not null,
  number     text not null,
  batch_id   uuid not null,
  how        text not null check (how in ('named', 'drawn')),
  cause      text not null check (cause in ('asked', 'scheduled')),
  opened_by  text not null,
  opened_at  timestamptz not null,
  unique (account_id, number),
  primary key (account_id, id),
  foreign key (account_id, batch_id) references batches.batch
);

-- From what a batch was drawn, of all that was shipped in the year before, in order, and with what seed: whoever draws again gets the same one.
create table mocks.draw (
  account_id uuid not null,
  mock_id    uuid not null,
  seed       bigint not null check (seed >= 0),
  candidates uuid[] not null check (cardinality(candidates) > 0),
  primary key (account_id, mock_id),
  foreign key (account_id, mock_id) references mocks.mock
);

-- Who did what, each once. Its state and its times are read from these.
create table mocks.act (
  account_id uuid not null,
  id         uuid not null,
  mock_id    uuid not null,
  kind       text not null check (kind in ('start', 'back', 'forward', 'balance', 'contacts', 'end', 'abandon')),
  by_name    text not null,
  at         timestamptz not null,
  note       text check (length(note) between 1 and 2000),
  found      bigint check (found >= 0), -- units that people found and counted, where they looked
  passed     boolean,
  unique (account_id, mock_id, kind),
  primary key (account_id, id),
  foreign key (account_id, mock_id) references mocks.mock,
  check (found is null or kind = 'balance'),
  check ((passed is not null) = (kind = 'end'))
);

-- What had to be reached, as it stood at the start.
create table mocks.target (
  account_id   uuid not null,
  mock_id      uuid not null,
  minutes_max  integer not null,
  found_min    integer not null,
  contacts_min integer not null,
  primary key (account_id, mock_id),
  foreign key (account_id, mock_id) references mocks.mock
);

-- Back: of the batch and all that it was made of, where it came from; `none` is what no receipt and no production run tells.
create table mocks.origin (
  account_id uuid not null,
  mock_id    uuid not null,
  line       integer not null,
  batch_id   uuid not null,
  source     text not null check (source in ('receipt', 'made', 'none')),
  receipt_id uuid,
  quantity   bigint not null check (quantity > 0),
  primary key (account_id, mock_id, line),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, receipt_id) references receiving.receipt,
  check ((source = 'receipt') = (receipt_id is not null))
);

-- Forward: each shipment of it, and what of that came back.
create table mocks.sent (
  account_id  uuid not null,
  mock_id     uuid not null,
  line        integer not null,
  batch_id    uuid not null,
  shipment_id uuid not null,
  order_id    uuid not null,
  customer_id uuid,
  quantity    bigint not null check (quantity > 0),
  returned    bigint not null check (returned >= 0),
  primary key (account_id, mock_id, line),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, shipment_id) references fulfilment.shipment,
  foreign key (account_id, order_id) references orders.sales_order,
  foreign key (account_id, customer_id) references catalog.customer
);

-- Balance: where it lay, and by product what came in and where all of it is.
create table mocks.lay (
  account_id uuid not null,
  mock_id    uuid not null,
  batch_id   uuid not null,
  place_id   uuid not null,
  on_hand    bigint not null check (on_hand > 0),
  primary key (account_id, mock_id, batch_id, place_id),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, place_id) references places.place
);
create table mocks.balance (
  account_id uuid not null,
  mock_id    uuid not null,
  product_id uuid not null,
  received   bigint not null,
  made       bigint not null,
  found      bigint not null,
  on_hand    bigint not null,
  in_transit bigint not null,
  consumed   bigint not null,
  shipped    bigint not null, -- less what came back
  disposed   bigint not null,
  samples    bigint not null,
  lost       bigint not null,
  primary key (account_id, mock_id, product_id),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, product_id) references catalog.product
);

-- Contacts: who got it, a customer or an order that names none, and whether a letter or an e-mail would reach them. No name and no address lies here.
create table mocks.consignee (
  account_id  uuid not null,
  mock_id     uuid not null,
  line        integer not null,
  customer_id uuid,
  order_id    uuid,
  units       bigint not null,
  has_email   boolean not null,
  has_address boolean not null,
  primary key (account_id, mock_id, line),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, order_id) references orders.sales_order,
  check ((customer_id is null) <> (order_id is null))
);

-- What has to be put right because a rehearsal showed it.
create table mocks.action (
  account_id uuid not null,
  id         uuid not null,
  mock_id    uuid not null,
  cause      text not null check (cause in ('contact', 'source', 'balance', 'other')),
  says       text not null check (length(says) between 1 and 500),
  owner      text not null check (length(owner) between 1 and 200),
  due_on     date not null,
  opened_by  text not null,
  opened_at  timestamptz not null,
  done_by    text,
  done_at    timestamptz,
  note       text check (length(note) between 1 and 2000),
  primary key (account_id, id),
  foreign key (account_id, mock_id) references mocks.mock,
  check ((done_by is null) = (done_at is null))
);
create index action_by_mock on mocks.action (account_id, mock_id, id);
create index action_open on mocks.action (account_id, due_on, id) where done_at is null;

call platform.isolate(array['mocks.setting', 'mocks.mock', 'mocks.draw', 'mocks.act', 'mocks.target', 'mocks.origin', 'mocks.sent', 'mocks.lay', 'mocks.balance',
  'mocks.consignee', 'mocks.action']::regclass[]);
grant select, insert, update on mocks.setting, mocks.mock, mocks.action to firstout_app;
grant select, insert on mocks.draw, mocks.act, mocks.target, mocks.origin, mocks.sent, mocks.lay, mocks.balance, mocks.consignee to firstout_app;
select platform.primary_keys_last();
