-- From which warehouses an order goes: what a rule says of it, what is known of warehouses and ways, and what was decided.

alter table places.warehouse add column priority integer not null default 0 check (priority between -1000 and 1000); -- the lower first

-- To a place of the row: how far it is, and what a parcel costs in minor units of the account's currency; null where nobody said.
alter table allocation.transit
  add column distance_km integer check (distance_km between 0 and 50000),
  add column parcel_cost bigint check (parcel_cost between 0 and 1000000000);

alter table allocation.rule
  add column routing_criteria text[] check (routing_criteria <@ '{priority,distance,cost,expires_first,freshest}'),
  add column routing_split text check (routing_split in ('never', 'allowed')),
  add column routing_split_cost bigint check (routing_split_cost between 0 and 1000000000),
  add check (num_nulls(routing_criteria, routing_split, routing_split_cost) in (0, 3)),
  -- Routing is of a whole order: it knows no product and no warehouse.
  add check (routing_split is null or num_nonnulls(product_id, category, warehouse_id, client_id) = 0);
do $$
declare
  named text;
begin
  select conname into strict named from pg_constraint
  where conrelid = 'allocation.rule'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%pack_order) > 0%';
  execute format('alter table allocation.rule drop constraint %I', named);
end $$;
alter table allocation.rule add check (approves or bars
  or num_nonnulls(rotation, life_days_min, life_percent_min, batches, never_older, pack_of, pack_order, routing_split) > 0);

-- From where an order, or what waited of it, was decided to go, and why from nowhere else, as it was judged then.
create table allocation.routing (
  account_id  uuid not null references access.account,
  id          uuid not null,
  order_id    uuid not null,
  decided_at  timestamptz not null,
  cause       text not null,
  rule_id     uuid not null,
  rule_name   text not null,
  asked       bigint not null check (asked > 0), -- base units over all lines
  shortfall   bigint not null check (shortfall between 0 and asked),
  legs        jsonb not null,
  cost        jsonb not null,
  currency    char(3) not null,
  passed_over jsonb not null,
  actor_name  text not null,
  primary key (account_id, id),
  foreign key (account_id, rule_id) references allocation.rule
);
create index routing_by_order on allocation.routing (account_id, order_id, id);

call platform.isolate(array['allocation.routing']::regclass[]);
grant select, insert on allocation.routing to firstout_app;

select platform.primary_keys_last();
