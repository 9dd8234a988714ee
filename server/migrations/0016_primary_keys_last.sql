-- Of indexes that cost alike, as all do while a table is small, PostgreSQL takes the newest, and keeps that plan for its
-- foreign-key checks: one found orders by reading all of an account's. Decision 0008.

-- Makes the primary keys that others refer to the newest of the indexes that begin alike. A migration that adds such an
-- index calls this at its end.
create function platform.primary_keys_last() returns void language plpgsql as $$
declare
  late record;
  referring record;
  statements text[];
  statement text;
begin
  for late in
    select k.conrelid::regclass as of_table, k.oid, k.conname, k.conindid, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_index p on p.indexrelid = k.conindid
    where k.contype = 'p' and exists (select from pg_constraint r where r.contype = 'f' and r.conindid = k.conindid)
      and exists (select from pg_index i where i.indrelid = p.indrelid and i.indexrelid > p.indexrelid and i.indkey[0] = p.indkey[0]
        and i.indpred is null)
      and k.connamespace::regnamespace::text in ('access', 'catalog', 'places', 'batches', 'stock', 'quality', 'allocation',
        'receiving', 'orders', 'fulfilment', 'returns')
  loop
    statements := '{}';
    for referring in
      select r.conrelid::regclass as of_table, r.conname, pg_get_constraintdef(r.oid) as definition
      from pg_constraint r where r.contype = 'f' and r.conindid = late.conindid
    loop
      execute format('alter table %s drop constraint %I', referring.of_table, referring.conname);
      statements := statements || format('alter table %s add constraint %I %s', referring.of_table, referring.conname, referring.definition);
    end loop;
    execute format('alter table %s drop constraint %I', late.of_table, late.conname);
    execute format('alter table %s add constraint %I %s', late.of_table, late.conname, late.definition);
    foreach statement in array statements loop
      execute statement;
    end loop;
  end loop;
end $$;

select platform.primary_keys_last();
