-- Kits: what is sold as one and leaves as its parts; and which lines of an order are the parts of which kit line.

create table catalog.kit_part (
  account_id uuid not null references access.account,
  kit_id     uuid not null,
  part_id    uuid not null,
  quantity   bigint not null check (quantity between 1 and 1000000000000), -- base units in one kit
  primary key (account_id, kit_id, part_id),
  foreign key (account_id, kit_id) references catalog.product,
  foreign key (account_id, part_id) references catalog.product,
  check (part_id <> kit_id)
);
create index kit_part_by_part on catalog.kit_part (account_id, part_id);

-- It has parts. Written with them, so that whoever takes the product's lock learns it from the locked row.
alter table catalog.product add column is_kit boolean not null default false;

-- A line that sells a kit asks nothing of stock: the lines of its parts do, and bear its number.
alter table orders.order_line
  add column part_no     integer not null default 0 check (part_no >= 0), -- 0: as it was sold
  add column kit_line_id uuid,
  add column per_kit     bigint check (per_kit > 0), -- base units in one kit, when it was placed
  add check (num_nulls(kit_line_id, per_kit) = case when part_no = 0 then 2 else 0 end),
  add foreign key (account_id, kit_line_id) references orders.order_line,
  add unique (account_id, order_id, line_no, part_no),
  drop constraint order_line_account_id_order_id_line_no_key;

call platform.isolate(array['catalog.kit_part']::regclass[]);
grant select, insert, delete on catalog.kit_part to firstout_app;

select platform.primary_keys_last();
