-- Storage: what a product needs, what a zone keeps, and what a bin takes. A product that says nothing may lie wherever it could before.

alter table catalog.product
  add column storage   text check (storage in ('ambient', 'cool', 'frozen')), -- anywhere where null
  add column hazard    text check (hazard in ('flammable', 'corrosive', 'toxic', 'oxidising')), -- not dangerous where null
  add column allergens text[] not null default '{}';

-- A zone for dangerous goods was one of any class, at room temperature.
alter table places.zone
  add column hazards   text[] not null default '{}' check (hazards <@ '{flammable,corrosive,toxic,oxidising}'), -- that may lie there
  add column free_from text[] not null default '{}'; -- allergens that may not
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update places.zone set storage = 'ambient', hazards = '{flammable,corrosive,toxic,oxidising}'
    where account_id = account and storage = 'hazardous';
  end loop;
  perform set_config('app.account', '', true);
end $$;
alter table places.zone drop constraint zone_storage_check,
  add constraint zone_storage_check check (storage in ('ambient', 'cool', 'frozen'));

-- Where aisle, bay and level are null they are read from the code.
alter table places.place
  add column capacity bigint check (capacity between 1 and 1000000000000), -- base units; not told where null
  add column mixing   text not null default 'mixed' check (mixing in ('one_batch', 'one_product', 'lane', 'mixed')),
  add column aisle    text check (length(aisle) between 1 and 20),
  add column bay      integer check (bay between 0 and 100000),
  add column level    integer check (level between 0 and 1000);
