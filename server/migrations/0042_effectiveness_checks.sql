-- That those who got recalled goods know of it and have acted is checked with some of them, drawn at random (21 CFR 7.42(b)(3)).

create schema checks;
grant usage on schema checks to firstout_app;

-- Each time somebody chose a level, or more consignees came: from whom was drawn, in order, and with what seed. The last one's level stands.
create table checks.draw (
  account_id uuid not null,
  recall_id  uuid not null,
  number     integer not null check (number > 0),
  because    text not null check (because in ('chosen', 'wider')),
  level      text not null check (level in ('A', 'B', 'C', 'D', 'E')),
  percent    integer not null check (percent between 0 and 10000), -- in hundredths: 1050 is 10.5 %
  consignees integer not null check (consignees >= 0), -- in all, then
  seed       bigint not null check (seed >= 0),
  candidates uuid[] not null, -- those not drawn before
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, recall_id, number),
  foreign key (account_id, recall_id) references recalls.recall
);

-- Who was drawn: a customer, or an order that names none. The id is that of the recipient.
create table checks.consignee (
  account_id  uuid not null,
  id          uuid not null,
  recall_id   uuid not null,
  draw        integer not null,
  customer_id uuid,
  order_id    uuid,
  primary key (account_id, id),
  foreign key (account_id, recall_id, draw) references checks.draw,
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, order_id) references orders.sales_order,
  check ((customer_id is null) <> (order_id is null))
);
create index consignee_by_recall on checks.consignee (account_id, recall_id);

-- What somebody found who asked; the last one stands.
create table checks.result (
  account_id   uuid not null,
  id           uuid not null,
  consignee_id uuid not null,
  way          text not null check (way in ('visit', 'phone', 'letter', 'email')),
  reached      boolean not null,
  got_notice   boolean,
  acted        boolean,
  units_found  bigint check (units_found >= 0), -- still there
  note         text check (length(note) between 1 and 2000),
  by_name      text not null,
  at           timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, consignee_id) references checks.consignee,
  check (reached = (got_notice is not null) and reached = (acted is not null) and (reached or units_found is null))
);
create index result_by_consignee on checks.result (account_id, consignee_id);

call platform.isolate(array['checks.draw', 'checks.consignee', 'checks.result']::regclass[]);
grant select, insert on checks.draw, checks.consignee, checks.result to firstout_app;
select platform.primary_keys_last();
