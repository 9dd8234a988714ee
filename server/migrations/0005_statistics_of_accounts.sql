-- Of an account that is new since the last analysis PostgreSQL believes that it has one row in each table, and joins thousands
-- by thousands. It keeps no statistics of account_id: then an account is one in two hundred of a table, for all alike.

create or replace procedure platform.isolate(tables regclass[])
  language plpgsql
  as $$
declare
  t regclass;
begin
  foreach t in array tables loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format(
      'create policy account_only on %s using (account_id = platform.current_account()) with check (account_id = platform.current_account())', t);
    execute format('alter table %s alter column account_id set statistics 0', t);
  end loop;
end $$;

do $$
declare
  t regclass;
begin
  for t in
    select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'account_id' and c.relkind = 'r' and c.relrowsecurity and c.relnamespace = any(array[
      'platform', 'access', 'catalog', 'places', 'batches', 'stock', 'quality', 'allocation', 'receiving', 'orders', 'fulfilment',
      'returns']::regnamespace[])
  loop
    execute format('alter table %s alter column account_id set statistics 0', t);
    -- What an earlier analysis kept would stay for ever; only a superuser may take it out.
    if (select rolsuper from pg_roles where rolname = current_user) then
      delete from pg_statistic s using pg_attribute a
      where a.attrelid = t and a.attname = 'account_id' and s.starelid = t and s.staattnum = a.attnum;
    end if;
  end loop;
end $$;
