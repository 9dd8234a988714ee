-- A person's file may be of open orders or of past shipments too; of a workbook is kept which of its sheets was read, and how the others are called.

alter table imports.import drop constraint import_kind_check;
alter table imports.import add constraint import_kind_check
  check (kind in ('stock', 'products', 'suppliers', 'customers', 'places', 'orders', 'shipments'));
alter table imports.profile drop constraint profile_kind_check;
alter table imports.profile add constraint profile_kind_check
  check (kind in ('stock', 'products', 'suppliers', 'customers', 'places', 'orders', 'shipments'));

alter table imports.import
  add column sheet  text, -- that was read; null of a file that has none
  add column sheets text[] not null default '{}'; -- of the workbook, in its order, that a person sees
grant update (sheet, sheets) on imports.import to firstout_app;

-- A row that is only looked at becomes nothing.
alter table imports.row drop constraint row_check1;
alter table imports.row add constraint row_check1 check (state not in ('known', 'committed') or becomes_id is not null);

-- Sheets of orders name customers by their e-mail as well.
create index customer_by_email on catalog.customer (account_id, lower(email));

select platform.primary_keys_last();
