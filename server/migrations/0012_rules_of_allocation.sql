-- Rules of allocation as data, the clients whose goods a 3PL keeps, and what a demand tells of whom it is for.

create table catalog.client (
  account_id  uuid not null references access.account,
  id          uuid not null,
  code        text not null check (length(code) between 1 and 40),
  name        text not null check (length(name) between 1 and 200),
  created_at  timestamptz not null,
  archived_at timestamptz,
  primary key (account_id, id),
  unique (account_id, code)
);
alter table catalog.product add column client_id uuid,
  add foreign key (account_id, client_id) references catalog.client;
create index product_by_client on catalog.product (account_id, client_id) where client_id is not null;

-- Where the goods go: the country is the market that rules speak of.
alter table orders.sales_order add column country char(2);

-- Whom a demand is for, as the rules ask it; null on demands of no customer. And the batches a person chose for it, in order.
alter table stock.demand add column customer_id uuid, add column channel text, add column market char(2),
  add column chosen_batch_ids uuid[] not null default '{}',
  add foreign key (account_id, customer_id) references catalog.customer;
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update orders.sales_order o set country = c.country from catalog.customer c
    where o.account_id = account and c.account_id = account and c.id = o.customer_id and c.country is not null;
    update stock.demand d set customer_id = o.customer_id, channel = o.channel, market = o.country from orders.sales_order o
    where d.account_id = account and o.account_id = account and o.id = d.document_id;
  end loop;
  perform set_config('app.account', '', true);
end $$;
-- What a customer last received of a product.
create index demand_by_customer on stock.demand (account_id, customer_id, product_id) where customer_id is not null and shipped > 0;

-- Written once: what is to change gets a successor, and the rule itself its last day. So what held on any day can be read.
create table allocation.rule (
  account_id    uuid not null references access.account,
  id            uuid not null,
  name          text not null check (length(name) between 1 and 100),
  -- Scope: all that is named must be met.
  customer_id   uuid,
  channel       text check (length(channel) between 1 and 40),
  market        char(2),
  product_id    uuid,
  category      text check (length(category) between 1 and 100),
  warehouse_id  uuid,
  client_id     uuid,
  -- What it sets; null where it does not speak of it.
  rotation      text check (rotation in ('fefo', 'fifo', 'lifo', 'lefo', 'manual')),
  life_days_min integer check (life_days_min between 0 and 36500),
  life_percent_min integer check (life_percent_min between 0 and 100),
  life_boundary text check (life_boundary in ('at_least', 'more_than')),
  batches       text check (batches in ('any', 'one_per_line', 'one_per_order', 'fewest', 'oldest_that_fills')),
  never_older   boolean,
  pack_of       integer check (pack_of between 1 and 1000000),
  pack_order    text check (pack_order in ('packs_first', 'loose_first')),
  approves      boolean not null default false, -- only the batches listed may go
  bars          boolean not null default false, -- the batches listed may not go
  valid_from    date not null,
  valid_until   date, -- the last day; the day before `valid_from` where it was withdrawn before it began
  replaces_id   uuid,
  reason        text not null check (length(reason) between 1 and 1000),
  created_by    text not null,
  created_at    timestamptz not null,
  ended_by      text,
  ended_at      timestamptz,
  end_reason    text,
  -- The last turn, its beginning or its end, that the promises were held against.
  begun_at      timestamptz,
  over_at       timestamptz,
  primary key (account_id, id),
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, warehouse_id) references places.warehouse,
  foreign key (account_id, client_id) references catalog.client,
  foreign key (account_id, replaces_id) references allocation.rule,
  check (num_nonnulls(life_days_min, life_percent_min) <= 1),
  check ((life_boundary is null) = (num_nonnulls(life_days_min, life_percent_min) = 0)),
  check (not (approves and bars)),
  check (valid_until >= valid_from - 1),
  check (num_nulls(ended_by, ended_at, end_reason) in (0, 3)),
  check (approves or bars or num_nonnulls(rotation, life_days_min, life_percent_min, batches, never_older, pack_of, pack_order) > 0)
);
create index rule_by_last_day on allocation.rule (account_id, valid_until);

create table allocation.rule_batch (
  account_id uuid not null,
  rule_id    uuid not null,
  batch_id   uuid not null,
  primary key (account_id, rule_id, batch_id),
  foreign key (account_id, rule_id) references allocation.rule,
  foreign key (account_id, batch_id) references batches.batch
);
create index rule_batch_by_batch on allocation.rule_batch (account_id, batch_id);

-- The rules that held for the line, as they were.
alter table allocation.decision add column rules jsonb not null default '[]',
  drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule'));

-- Open demands of a customer, a channel or a market are found when a rule for them changes.
create index demand_by_destination on stock.demand (account_id, channel, customer_id) where reserved + shipped < quantity or reserved > 0;

call platform.isolate(array['catalog.client', 'allocation.rule', 'allocation.rule_batch']::regclass[]);
grant select, insert, update on catalog.client, allocation.rule to firstout_app;
grant select, insert on allocation.rule_batch to firstout_app;
