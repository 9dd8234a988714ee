-- How an account writes the codes of its own batches; without a product it is the one for all that have none of their own.
create table batches.code_pattern (
  account_id uuid not null references access.account,
  id         uuid not null,
  product_id uuid,
  pattern    text not null check (length(pattern) between 1 and 80),
  set_by     text not null,
  set_at     timestamptz not null,
  primary key (account_id, id),
  unique nulls not distinct (account_id, product_id),
  foreign key (account_id, product_id) references catalog.product
);

call platform.isolate(array['batches.code_pattern']::regclass[]);
grant select, insert, update, delete on batches.code_pattern to firstout_app;
select platform.primary_keys_last();
