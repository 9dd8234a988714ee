-- A person's file is read as it is: which of its columns says what is guessed, can be said, and is kept for the next file with the same first row. A
-- file may be of products, suppliers, customers or places too; and of each row of stock is kept what it does not tell, so that the gaps can be shown.

alter table imports.import drop constraint import_kind_check;
alter table imports.import add constraint import_kind_check check (kind in ('stock', 'products', 'suppliers', 'customers', 'places'));
alter table imports.import
  add column mapping   jsonb, -- which column says what, and how it writes days; null in files of before: as they are named
  add column seen      jsonb, -- what the cells of each column are like
  add column said_by   text, -- who said which column says what, here or for an earlier file; null: it was guessed
  add column said_at   timestamptz,
  add column keyed_at  timestamptz, -- the keys of its rows are those of this mapping
  add check (num_nulls(said_by, said_at) in (0, 2));
grant update (mapping, seen, said_by, said_at, keyed_at) on imports.import to firstout_app;

alter table imports.row rename column receipt_id to becomes_id; -- a receipt, a product, a place …
alter table imports.row
  add column gaps     text[] not null default '{}', -- what it does not tell, or tells wrongly
  add column units    bigint,
  add column worth    bigint, -- of all its units, in minor units
  add column currency char(3),
  add check (worth is null or currency is not null);
grant update (gaps, units, worth, currency) on imports.row to firstout_app;

-- What somebody said of the columns of a file; it is used for each file of the kind with the same first row.
create table imports.profile (
  account_id uuid not null references access.account,
  kind       text not null check (kind in ('stock', 'products', 'suppliers', 'customers', 'places')),
  header     text not null check (length(header) = 64), -- SHA-256 of its names, without case, accents and signs
  mapping    jsonb not null,
  said_by    text not null,
  said_at    timestamptz not null,
  primary key (account_id, kind, header)
);
call platform.isolate(array['imports.profile']::regclass[]);
grant select, insert on imports.profile to firstout_app;
grant update (mapping, said_by, said_at) on imports.profile to firstout_app;

select platform.primary_keys_last();
