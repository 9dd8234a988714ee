-- Closed boxes lie in a place of their own within their bin, so that loose units and boxes of a batch are told apart by where they lie.

alter table places.place
  add column pack_of integer check (pack_of between 2 and 1000000), -- base units in each box; loose where null
  add column bin_id  uuid, -- the bin in which the boxes lie
  add check (num_nulls(pack_of, bin_id) in (0, 2)),
  add check (bin_id is null or warehouse_id is not null),
  add foreign key (account_id, bin_id) references places.place,
  add unique (account_id, bin_id, pack_of);

select platform.primary_keys_last();
