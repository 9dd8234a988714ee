-- Of two back orders of one priority that one goes first which was promised for the earlier day. Decision 0018.

-- The day the customer was promised it; who was promised none is owed it since he asked. In UTC, as in the queue of what is to be shipped:
-- no warehouse is chosen yet whose day it could be.
alter table stock.demand
  add column due_on date not null generated always as (coalesce(deliver_on, (asked_at at time zone 'UTC')::date)) stored;
drop index stock.demand_unmet;
create index demand_unmet on stock.demand (account_id, product_id, priority desc, due_on, asked_at, id)
  where reserved + shipped < quantity;

-- What is just being offered begins at the head again, in the new order.
alter table stock.offer add column due_on date;
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update stock.offer set priority = null, asked_at = null, demand_id = null where account_id = account;
  end loop;
  perform set_config('app.account', '', true);
end $$;
alter table stock.offer drop constraint offer_check,
  add constraint offer_point_whole check (num_nulls(priority, due_on, asked_at, demand_id) in (0, 4));

select platform.primary_keys_last();
