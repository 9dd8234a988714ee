-- A long queue of back orders is offered what is free in pieces, and how far that has come is a record, so that nobody
-- overtakes between two of them.

-- No row: whatever is free was offered to all who wait for the product.
create table stock.offer (
  account_id uuid not null references access.account,
  product_id uuid not null,
  cause      text not null, -- of the decisions that it leads to
  stepped_at timestamptz not null,
  -- The last line of the queue that was offered something; none yet where the offer begins at the head.
  priority   smallint,
  asked_at   timestamptz,
  demand_id  uuid,
  primary key (account_id, product_id),
  foreign key (account_id, product_id) references catalog.product,
  check (num_nulls(priority, asked_at, demand_id) in (0, 3))
);

call platform.isolate(array['stock.offer']::regclass[]);
grant select, insert, update, delete on stock.offer to firstout_app;
