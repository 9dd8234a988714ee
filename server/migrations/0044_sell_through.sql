-- Who sells on tells how many it sold, lost or had brought back, and never of which batch. What is told stands beside the ledger: it narrows what is there, and moves nothing.

create schema sellthrough;
grant usage on schema sellthrough to firstout_app;

create table sellthrough.report (
  account_id  uuid not null references access.account,
  id          uuid not null,
  customer_id uuid not null,
  product_id  uuid not null,
  kind        text not null check (kind in ('sold', 'came_back', 'lost')),
  quantity    bigint not null check (quantity > 0),
  on_day      date not null, -- with the customer
  document    text check (length(document) between 1 and 200), -- of the customer
  note        text check (length(note) between 1 and 1000),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, product_id) references catalog.product
);
create index report_by_customer on sellthrough.report (account_id, customer_id, on_day, id);
create index report_by_product on sellthrough.report (account_id, product_id, customer_id, recorded_at);

-- A report that was wrong counts no more, and stays.
create table sellthrough.withdrawal (
  account_id   uuid not null,
  report_id    uuid not null,
  reason       text not null check (length(reason) between 1 and 1000),
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (account_id, report_id),
  foreign key (account_id, report_id) references sellthrough.report
);

-- What may contradict a report that fitted when it was recorded.
create index move_back_or_undone on stock.move (account_id, product_id, recorded_at) where reason = 'return' or reverses_id is not null;

call platform.isolate(array['sellthrough.report', 'sellthrough.withdrawal']::regclass[]);
grant select, insert on sellthrough.report, sellthrough.withdrawal to firstout_app;
select platform.primary_keys_last();
