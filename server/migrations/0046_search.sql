-- Every code and number is found by what it begins with, in any case, and the long ones by their end, at a million of them. Row-level security lets
-- an index answer only for a column as it is, not for lower(column): so the texts looked for are columns.

alter table catalog.product add column search_key text not null generated always as (lower(sku)) stored;
alter table catalog.pack
  add column search_key text generated always as (ltrim(gtin::text, '0')) stored, -- people leave leading zeros out
  add column search_end text generated always as (reverse(gtin::text)) stored;
alter table catalog.customer add column search_key text not null generated always as (lower(code)) stored;
alter table catalog.supplier add column search_key text not null generated always as (lower(code)) stored;
alter table catalog.client add column search_key text not null generated always as (lower(code)) stored;
alter table places.warehouse add column search_key text not null generated always as (lower(code)) stored;
alter table places.zone add column search_key text not null generated always as (lower(code)) stored;
alter table places.place add column search_key text not null generated always as (lower(code)) stored;
alter table batches.batch
  add column search_key text not null generated always as (lower(code)) stored,
  add column lot_key text generated always as (lower(supplier_lot)) stored;
alter table batches.former_code add column search_key text not null generated always as (lower(code)) stored;
alter table batches.lot add column search_key text not null generated always as (lower(code)) stored;
alter table batches.serial
  add column search_key text not null generated always as (lower(code)) stored,
  add column search_end text not null generated always as (reverse(lower(code))) stored;
alter table quality.hold add column search_key text not null generated always as (lower(number)) stored;
alter table allocation.service add column search_key text not null generated always as (lower(code)) stored;
alter table samples.sample add column search_key text not null generated always as (lower(number)) stored;
alter table receiving.inbound add column search_key text not null generated always as (lower(number)) stored;
alter table receiving.receipt add column search_key text not null generated always as (lower(number)) stored;
alter table receiving.receipt_line add column lot_key text generated always as (lower(supplier_lot)) stored;
alter table orders.sales_order add column search_key text not null generated always as (lower(number)) stored;
alter table fulfilment.shipment
  add column search_key text not null generated always as (lower(number)) stored,
  add column tracking_key text generated always as (lower(tracking_number)) stored,
  add column tracking_end text generated always as (reverse(lower(tracking_number))) stored;
alter table fulfilment.pick_wave add column search_key text not null generated always as (lower(number)) stored;
alter table fulfilment.parcel
  add column search_key text not null generated always as (lower(number)) stored,
  add column sscc_end text generated always as (reverse(sscc)) stored;
alter table transfers.transfer add column search_key text not null generated always as (lower(number)) stored;
alter table counts.count add column search_key text not null generated always as (lower(number)) stored;
alter table repairs.repair add column search_key text not null generated always as (lower(number)) stored;
alter table disposals.disposal add column search_key text not null generated always as (lower(number)) stored;
alter table returns.announced_return add column search_key text not null generated always as (lower(number)) stored;
alter table production.run add column search_key text not null generated always as (lower(number)) stored;
alter table recalls.recall add column search_key text not null generated always as (lower(number)) stored;
alter table mocks.mock add column search_key text not null generated always as (lower(number)) stored;
alter table imports.import add column search_key text not null generated always as (lower(number)) stored;

create index product_searched on catalog.product (account_id, search_key text_pattern_ops);
create index pack_searched on catalog.pack (account_id, search_key text_pattern_ops) where search_key is not null;
create index pack_by_end on catalog.pack (account_id, search_end text_pattern_ops) where search_end is not null;
create index customer_searched on catalog.customer (account_id, search_key text_pattern_ops);
create index supplier_searched on catalog.supplier (account_id, search_key text_pattern_ops);
create index client_searched on catalog.client (account_id, search_key text_pattern_ops);
create index warehouse_searched on places.warehouse (account_id, search_key text_pattern_ops);
create index zone_searched on places.zone (account_id, search_key text_pattern_ops);
create index bin_searched on places.place (account_id, search_key text_pattern_ops) where bin_id is null and warehouse_id is not null;
create index batch_searched on batches.batch (account_id, search_key text_pattern_ops) where kind = 'batch';
create index batch_by_lot_key on batches.batch (account_id, lot_key text_pattern_ops) where lot_key is not null;
create index batch_looking_like on batches.batch (account_id, look_alike_key) where kind = 'batch';
create index former_code_searched on batches.former_code (account_id, search_key text_pattern_ops);
create index former_code_looking_like on batches.former_code (account_id, look_alike_key);
create index lot_searched on batches.lot (account_id, search_key text_pattern_ops);
create index serial_searched on batches.serial (account_id, search_key text_pattern_ops);
create index serial_by_end on batches.serial (account_id, search_end text_pattern_ops);
create index hold_searched on quality.hold (account_id, search_key text_pattern_ops);
create index service_searched on allocation.service (account_id, search_key text_pattern_ops);
create index sample_searched on samples.sample (account_id, search_key text_pattern_ops);
create index inbound_searched on receiving.inbound (account_id, search_key text_pattern_ops);
create index receipt_searched on receiving.receipt (account_id, search_key text_pattern_ops);
create index receipt_line_by_lot_key on receiving.receipt_line (account_id, lot_key text_pattern_ops) where lot_key is not null;
create index order_searched on orders.sales_order (account_id, search_key text_pattern_ops);
create index shipment_searched on fulfilment.shipment (account_id, search_key text_pattern_ops);
create index shipment_by_tracking_key on fulfilment.shipment (account_id, tracking_key text_pattern_ops) where tracking_key is not null;
create index shipment_by_tracking_end on fulfilment.shipment (account_id, tracking_end text_pattern_ops) where tracking_end is not null;
create index wave_searched on fulfilment.pick_wave (account_id, search_key text_pattern_ops);
create index parcel_searched on fulfilment.parcel (account_id, search_key text_pattern_ops);
create index parcel_by_sscc on fulfilment.parcel (account_id, sscc text_pattern_ops) where sscc is not null;
create index parcel_by_sscc_end on fulfilment.parcel (account_id, sscc_end text_pattern_ops) where sscc_end is not null;
create index transfer_searched on transfers.transfer (account_id, search_key text_pattern_ops);
create index count_searched on counts.count (account_id, search_key text_pattern_ops);
create index repair_searched on repairs.repair (account_id, search_key text_pattern_ops);
create index disposal_searched on disposals.disposal (account_id, search_key text_pattern_ops);
create index return_searched on returns.announced_return (account_id, search_key text_pattern_ops);
create index run_searched on production.run (account_id, search_key text_pattern_ops);
create index recall_searched on recalls.recall (account_id, search_key text_pattern_ops);
create index mock_searched on mocks.mock (account_id, search_key text_pattern_ops);
create index import_searched on imports.import (account_id, search_key text_pattern_ops);

-- They could answer nobody who is under row-level security.
drop index orders.order_by_number_start;
drop index fulfilment.shipment_by_number_start;
drop index receiving.receipt_by_number_start;

-- A name as it is looked for: small letters, and one space for whatever stands between words.
create function catalog.name_words(name text) returns text language sql immutable parallel safe
  as $$ select trim(regexp_replace(lower(name), '[\s[:punct:]]+', ' ', 'g')) $$;

-- From each of its words to the end, so that it is found by any of them, or by several as they follow one another.
create function catalog.name_parts(name text) returns table (part text, is_whole boolean) language sql immutable parallel safe as $$
  select array_to_string(words[at:], ' '), min(at) = 1
  from (select string_to_array(catalog.name_words(name), ' ') as words) w, generate_subscripts(words, 1) at
  group by 1 $$;

create table catalog.name_part (
  account_id uuid not null references access.account,
  kind       text not null check (kind in ('product', 'customer', 'supplier')),
  thing_id   uuid not null,
  part       text not null,
  is_whole   boolean not null, -- the name, not only its end
  primary key (account_id, kind, thing_id, part)
);
create index name_part_searched on catalog.name_part (account_id, part text_pattern_ops);

do $$
declare
  kind text;
begin
  -- The owner of the tables is under row-level security too, and there is no account here.
  foreach kind in array array['product', 'customer', 'supplier'] loop
    execute format('alter table catalog.%I no force row level security', kind);
    execute format('insert into catalog.name_part select t.account_id, %L, t.id, n.part, n.is_whole from catalog.%I t, catalog.name_parts(t.name) n', kind, kind);
    execute format('alter table catalog.%I force row level security', kind);
  end loop;
end $$;

call platform.isolate(array['catalog.name_part']::regclass[]);
grant select, insert, delete on catalog.name_part to firstout_app;
select platform.primary_keys_last();
