-- Labels: their designs, what was printed when by whom, and whether what is printed leads to a page for everybody. What a label said is kept as it was; to whom a parcel
-- goes is not, and is read where it lies.

create schema labels;
grant usage on schema labels to firstout_app;

-- None of an account that never said.
create table labels.setting (
  account_id  uuid not null references access.account,
  public_page boolean not null,
  address     text check (address ~ '^https?://' and length(address) <= 200), -- what links on labels begin with
  changed_by  text not null,
  changed_at  timestamptz not null,
  primary key (account_id),
  check (not public_page or address is not null)
);

-- Designs of the account's own, beside those that are built in.
create table labels.template (
  account_id  uuid not null references access.account,
  id          uuid not null,
  kind        text not null check (kind in ('batch', 'bin', 'parcel', 'unit', 'sample')),
  name        text not null check (length(name) between 1 and 80),
  design      jsonb not null,
  archived_at timestamptz,
  changed_by  text not null,
  changed_at  timestamptz not null,
  primary key (account_id, id)
);
create unique index template_named on labels.template (account_id, kind, name) where archived_at is null;

create table labels.print (
  account_id uuid not null references access.account,
  id         uuid not null,
  number     text not null,
  kind       text not null check (kind in ('batch', 'bin', 'parcel', 'unit', 'sample')),
  template   text not null, -- its name, then
  design     jsonb not null,
  format     text not null check (format in ('pdf', 'zpl')),
  resolution integer not null check (resolution in (203, 300)),
  stem       text not null, -- what links began with
  subjects   integer not null check (subjects > 0),
  copies     integer not null check (copies > 0), -- of each
  reason     text check (length(reason) between 1 and 1000), -- why once more
  search_key text not null generated always as (lower(number)) stored,
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, id),
  unique (account_id, number),
  check (subjects * copies <= 500)
);

create table labels.printed (
  account_id uuid not null,
  print_id   uuid not null,
  line       integer not null check (line > 0),
  kind       text not null,
  subject_id uuid not null,
  says       jsonb not null,
  primary key (account_id, print_id, line),
  foreign key (account_id, print_id) references labels.print
);
create index print_searched on labels.print (account_id, search_key text_pattern_ops);
create index printed_by_subject on labels.printed (account_id, subject_id, print_id);

-- Sent to a printer, once. Before, it stands in the queue.
create table labels.taking (
  account_id uuid not null,
  print_id   uuid not null,
  station    text check (length(station) between 1 and 80),
  taken_by   text not null,
  taken_at   timestamptz not null,
  primary key (account_id, print_id),
  foreign key (account_id, print_id) references labels.print
);

call platform.isolate(array['labels.setting', 'labels.template', 'labels.print', 'labels.printed', 'labels.taking']::regclass[]);
grant select, insert, update on labels.setting, labels.template to firstout_app;
grant select, insert on labels.print, labels.printed, labels.taking to firstout_app;
select platform.primary_keys_last();
