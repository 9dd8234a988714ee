-- A recall that means a lot looks out for what is put into that lot later as well.
alter table quality.watch
  add column lot_id uuid,
  add foreign key (account_id, lot_id) references batches.lot,
  drop constraint watch_check,
  add constraint watch_names_one check (num_nonnulls(supplier_lot, product_id, lot_id) = 1);
