-- A shipment, or a parcel of it, that was shipped by mistake is cancelled: what left is undone by opposite moves, a part at a time.

-- Of a shipment so much may be undone as has left, in several parts; anything else is undone once and whole. Each undoing says how
-- much stood before it: two that saw the same are one too many, whoever forgot a lock.
drop index stock.move_reversed_once;
alter table stock.move add column stood bigint; -- of the move it reverses, in base units
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update stock.move set stood = quantity where account_id = account and reverses_id is not null;
  end loop;
  perform set_config('app.account', '', true);
end $$;
alter table stock.move
  add constraint move_undone_says_of_what check ((reverses_id is null) = (stood is null)),
  add constraint move_undone_within check (quantity <= stood),
  add constraint move_undone_whole check (quantity = stood or document_kind = 'shipment');
create unique index move_undone_in_turn on stock.move (account_id, reverses_id, stood) where reverses_id is not null;

-- What stands: each move less what was undone of it, without the moves that undo others. Who asks what left, came or came back, and is
-- still true, asks here.
create view stock.net_move with (security_invoker = true) as
select m.account_id, m.id, m.batch_id, m.product_id, m.from_place_id, m.to_place_id, m.quantity - coalesce(undone.quantity, 0) as quantity,
  m.reason, m.document_kind, m.document_id, m.document_line_id, m.occurred_at, m.recorded_at
from stock.move m
left join lateral (
  select sum(u.quantity)::bigint as quantity from stock.move u where u.account_id = m.account_id and u.reverses_id = m.id) undone on true
where m.reverses_id is null and m.quantity > coalesce(undone.quantity, 0);
grant select on stock.net_move to firstout_app;

-- What was picked and left lies picked again where its shipment is cancelled.
alter table fulfilment.picked drop constraint picked_kind_check,
  add constraint picked_kind_check check (kind in ('pick', 'put_back', 'ship', 'unship')),
  add column shipment_id uuid, -- with which it left, or did not leave after all
  add foreign key (account_id, shipment_id) references fulfilment.shipment,
  add check (shipment_id is null or kind in ('ship', 'unship'));
create index picked_by_shipment on fulfilment.picked (account_id, shipment_id) where shipment_id is not null;
-- Until now it was written down at the instant of its shipment, and not which.
do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    update fulfilment.picked k set shipment_id = s.id
    from orders.order_line l, fulfilment.shipment s, places.place p
    where k.account_id = account and k.kind = 'ship' and l.account_id = account and l.id = k.order_line_id and p.account_id = account
      and p.id = k.place_id and s.account_id = account and s.order_id = l.order_id and s.warehouse_id = p.warehouse_id
      and s.recorded_at = k.picked_at;
  end loop;
  perform set_config('app.account', '', true);
end $$;

alter table allocation.decision drop constraint decision_cause_check,
  add constraint decision_cause_check check (cause in ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry',
    'expiry', 'rule', 'delivery', 'swap', 'short', 'unship'));

select platform.primary_keys_last();
