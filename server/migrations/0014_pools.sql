-- Stock kept for a channel until a day, and what the lines of that channel took of it.

create table allocation.pool (
  account_id   uuid not null references access.account,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 100),
  product_id   uuid not null,
  batch_id     uuid, -- null: any batch of the product
  warehouse_id uuid, -- null: any warehouse
  channel      text not null check (length(channel) between 1 and 40),
  quantity     bigint not null check (quantity > 0), -- base units
  valid_from   date not null,
  valid_until  date not null, -- the last day; the day before `valid_from` where it was withdrawn before it began
  reason       text not null check (length(reason) between 1 and 1000),
  created_by   text not null,
  created_at   timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  end_reason   text,
  offered_at   timestamptz, -- when what it kept was offered to the others, after its end
  primary key (account_id, id),
  foreign key (account_id, product_id) references catalog.product,
  foreign key (account_id, batch_id) references batches.batch,
  foreign key (account_id, warehouse_id) references places.warehouse,
  check (valid_until >= valid_from - 1),
  check (num_nulls(ended_by, ended_at, end_reason) in (0, 3))
);
create index pool_by_product on allocation.pool (account_id, product_id, valid_until);
create index pool_to_offer on allocation.pool (account_id, valid_until) where offered_at is null;

-- Counts as long as the line has as much of it; what a line gives back, the pool has again.
create table allocation.pool_draw (
  account_id uuid not null,
  pool_id    uuid not null,
  demand_id  uuid not null,
  quantity   bigint not null check (quantity > 0),
  primary key (account_id, pool_id, demand_id),
  foreign key (account_id, pool_id) references allocation.pool
);
create index pool_draw_by_demand on allocation.pool_draw (account_id, demand_id);

call platform.isolate(array['allocation.pool', 'allocation.pool_draw']::regclass[]);
grant select, insert, update on allocation.pool to firstout_app;
grant select, insert, update, delete on allocation.pool_draw to firstout_app;
