-- What a delivery says of itself stays with it: a batch that comes twice may carry two numbers of its supplier.

alter table receiving.receipt_line add column supplier_lot text, add column origin_country char(2);
create index receipt_line_by_supplier_lot on receiving.receipt_line (account_id, supplier_lot) where supplier_lot is not null;

-- Until now only the delivery that made the batch was heard.
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update receiving.receipt_line l set supplier_lot = b.supplier_lot, origin_country = b.origin_country
    from batches.batch b
    where l.account_id = account and b.account_id = account and b.id = l.batch_id and (b.supplier_lot is not null or b.origin_country is not null)
      and l.id = (
        select first.id from receiving.receipt_line first join receiving.receipt r on r.account_id = first.account_id and r.id = first.receipt_id
        where first.account_id = account and first.batch_id = b.id order by r.recorded_at, first.id limit 1);
    -- Lists go on from a time in milliseconds: what is finer would be passed over.
    update orders.sales_order set ordered_at = date_trunc('milliseconds', ordered_at)
    where account_id = account and ordered_at <> date_trunc('milliseconds', ordered_at);
    update fulfilment.shipment set shipped_at = date_trunc('milliseconds', shipped_at)
    where account_id = account and shipped_at <> date_trunc('milliseconds', shipped_at);
    update returns.announced_return set announced_at = date_trunc('milliseconds', announced_at)
    where account_id = account and announced_at <> date_trunc('milliseconds', announced_at);
  end loop;
  perform set_config('app.account', '', true);
end $$;

-- Which announced line a delivery answers is decided over all deliveries together, when it is read.
alter table receiving.receipt_line drop column inbound_line_id;

-- A reversal is found from the line whose move it undoes.
create index move_reversal_by_line on stock.move (account_id, document_line_id) where reverses_id is not null;

-- Wrong passwords are counted by the address that was typed, so that a lock does not tell which addresses exist.
create table access.attempt (
  address_hash bytea primary key,
  failures     integer not null,
  failed_at    timestamptz not null,
  locked_until timestamptz
);
create index attempt_by_time on access.attempt (failed_at);
grant select, insert, update, delete on access.attempt to firstout_app;
alter table access.sign_in drop column failures, drop column locked_until;

-- Who made a key, or which key did: so that those of a person who leaves are found.
alter table access.api_key add column created_by_id uuid;

-- Answers kept for repeats go when nobody repeats any more.
grant delete on platform.idempotent_answer to firstout_app;
create index idempotent_answer_by_time on platform.idempotent_answer (account_id, answered_at);
