-- Generated from the migrations by `npm run check -- --write`; for reading, not for running.

CREATE OR REPLACE FUNCTION catalog.name_parts(name text)
 RETURNS TABLE(part text, is_whole boolean)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array_to_string(words[at:], ' '), min(at) = 1
  from (select string_to_array(catalog.name_words(name), ' ') as words) w, generate_subscripts(words, 1) at
  group by 1 $function$;

CREATE OR REPLACE FUNCTION catalog.name_words(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select trim(regexp_replace(lower(name), '[\s[:punct:]]+', ' ', 'g')) $function$;

CREATE OR REPLACE FUNCTION platform.current_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.account', true), '')::uuid $function$;

CREATE OR REPLACE PROCEDURE platform.isolate(IN tables regclass[])
 LANGUAGE plpgsql
AS $procedure$
declare
  t regclass;
begin
  foreach t in array tables loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format(
      'create policy account_only on %s using (account_id = platform.current_account()) with check (account_id = platform.current_account())', t);
    execute format('alter table %s alter column account_id set statistics 0', t);
  end loop;
end $procedure$;

CREATE OR REPLACE FUNCTION platform.primary_keys_last()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  late record;
  referring record;
  statements text[];
  statement text;
begin
  for late in
    select k.conrelid::regclass as of_table, k.oid, k.conname, k.conindid, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_index p on p.indexrelid = k.conindid
    where k.contype = 'p' and exists (select from pg_constraint r where r.contype = 'f' and r.conindid = k.conindid)
      and exists (select from pg_index i where i.indrelid = p.indrelid and i.indexrelid > p.indexrelid and i.indkey[0] = p.indkey[0]
        and i.indpred is null)
      and k.connamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
  loop
    statements := '{}';
    for referring in
      select r.conrelid::regclass as of_table, r.conname, pg_get_constraintdef(r.oid) as definition
      from pg_constraint r where r.contype = 'f' and r.conindid = late.conindid
    loop
      execute format('alter table %s drop constraint %I', referring.of_table, referring.conname);
      statements := statements || format('alter table %s add constraint %I %s', referring.of_table, referring.conname, referring.definition);
    end loop;
    execute format('alter table %s drop constraint %I', late.of_table, late.conname);
    execute format('alter table %s add constraint %I %s', late.of_table, late.conname, late.definition);
    foreach statement in array statements loop
      execute statement;
    end loop;
  end loop;
end $function$;

create table access.account (
  account_id uuid not null,
  name text not null,
  currency character(3) not null default 'USD'::bpchar,
  created_at timestamp with time zone not null,
  gs1_prefix text,
  count_limit bigint,
  PRIMARY KEY (account_id),
  CHECK (((count_limit >= 0) AND (count_limit <= '9000000000000'::bigint))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((gs1_prefix ~ '^[0-9]{4,12}$'::text))
);
alter table access.account enable and force row level security;
create policy account_only on access.account using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on access.account to firstout_app;

create table access.api_key (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  hint text not null,
  role text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_by_id uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'quality'::text, 'warehouse'::text, 'auditor'::text])))
);
alter table access.api_key enable and force row level security;
create policy account_only on access.api_key using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on access.api_key to firstout_app;

create table access.attempt (
  address_hash bytea not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  PRIMARY KEY (address_hash)
);
create INDEX attempt_by_time ON access.attempt USING btree (failed_at);
grant delete, insert, select, update on access.attempt to firstout_app;

create table access.audit (
  account_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  source text not null,
  request_id text,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id)
);
create INDEX audit_by_subject ON access.audit USING btree (account_id, subject_id, id);
alter table access.audit enable and force row level security;
create policy account_only on access.audit using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on access.audit to firstout_app;

create table access.credential (
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  label text not null,
  role text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  opened_by text,
  used_at timestamp with time zone,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((used_at IS NULL) OR (kind = 'phone_code'::text))),
  CHECK ((kind = ANY (ARRAY['session'::text, 'key'::text, 'phone_code'::text]))),
  CHECK ((opened_by = ANY (ARRAY['password'::text, 'code'::text])))
);
create INDEX credential_by_subject ON access.credential USING btree (account_id, subject_id);
grant delete, insert, select, update on access.credential to firstout_app;

create table access.person (
  account_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, email),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((length(email) <= 254)),
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'quality'::text, 'warehouse'::text, 'auditor'::text])))
);
alter table access.person enable and force row level security;
create policy account_only on access.person using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on access.person to firstout_app;

create table access.sign_in (
  email text not null,
  account_id uuid not null,
  person_id uuid not null,
  name text not null,
  role text not null,
  disabled_at timestamp with time zone,
  password_hash text not null,
  PRIMARY KEY (email),
  FOREIGN KEY (account_id, person_id) REFERENCES access.person(account_id, id)
);
grant insert, select, update on access.sign_in to firstout_app;

create table alerts.account_steps (
  account_id uuid not null,
  days integer[] not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((cardinality(days) <= 10) AND (1 <= ALL (days)) AND (3650 >= ALL (days))))
);
alter table alerts.account_steps enable and force row level security;
create policy account_only on alerts.account_steps using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on alerts.account_steps to firstout_app;

create table alerts.alert (
  account_id uuid not null,
  id uuid not null,
  kind text not null,
  batch_id uuid not null,
  step_days integer not null,
  expires_on date not null,
  warehouse_id uuid not null,
  units bigint not null,
  raised_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((step_days >= 0) AND (step_days <= 3650))),
  CHECK ((kind = 'expiry'::text)),
  CHECK ((units > 0))
);
create INDEX alert_by_batch ON alerts.alert USING btree (account_id, batch_id);
alter table alerts.alert enable and force row level security;
create policy account_only on alerts.alert using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on alerts.alert to firstout_app;

create table alerts.answer (
  account_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  kind text not null,
  until_on date,
  reason text,
  by text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, alert_id) REFERENCES alerts.alert(account_id, id),
  CHECK ((((kind = 'snoozed'::text) = (until_on IS NOT NULL)) AND ((kind = 'snoozed'::text) = (reason IS NOT NULL)))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['seen'::text, 'snoozed'::text])))
);
create INDEX answer_by_alert ON alerts.answer USING btree (account_id, alert_id);
alter table alerts.answer enable and force row level security;
create policy account_only on alerts.answer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on alerts.answer to firstout_app;

create table alerts.closing (
  account_id uuid not null,
  alert_id uuid not null,
  because text not null,
  expires_on date,
  closed_at timestamp with time zone not null,
  PRIMARY KEY (account_id, alert_id),
  FOREIGN KEY (account_id, alert_id) REFERENCES alerts.alert(account_id, id),
  CHECK ((because = ANY (ARRAY['tighter'::text, 'moved'::text, 'gone'::text, 'steps'::text])))
);
alter table alerts.closing enable and force row level security;
create policy account_only on alerts.closing using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on alerts.closing to firstout_app;

create table alerts.open_alert (
  account_id uuid not null,
  kind text not null,
  batch_id uuid not null,
  alert_id uuid not null,
  PRIMARY KEY (account_id, kind, batch_id),
  UNIQUE (account_id, alert_id),
  FOREIGN KEY (account_id, alert_id) REFERENCES alerts.alert(account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id)
);
alter table alerts.open_alert enable and force row level security;
create policy account_only on alerts.open_alert using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on alerts.open_alert to firstout_app;

create table alerts.product_steps (
  account_id uuid not null,
  product_id uuid not null,
  days integer[] not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (account_id, product_id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((cardinality(days) <= 10) AND (1 <= ALL (days)) AND (3650 >= ALL (days))))
);
alter table alerts.product_steps enable and force row level security;
create policy account_only on alerts.product_steps using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on alerts.product_steps to firstout_app;

create table allocation.decision (
  account_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  decided_at timestamp with time zone not null,
  cause text not null,
  judged_on date not null,
  rotation text not null,
  asked bigint not null,
  shortfall bigint not null,
  picks jsonb not null,
  passed_over jsonb not null,
  actor_name text not null,
  rules jsonb not null default '[]'::jsonb,
  arrivals jsonb not null default '[]'::jsonb,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, demand_id) REFERENCES stock.demand(account_id, id),
  CHECK ((cause = ANY (ARRAY['order'::text, 'edit'::text, 'hold'::text, 'lift'::text, 'receipt'::text, 'release'::text, 'correction'::text, 'retry'::text, 'expiry'::text, 'rule'::text, 'delivery'::text, 'swap'::text, 'short'::text, 'unship'::text, 'transfer'::text, 'disposal'::text])))
);
create INDEX decision_by_demand ON allocation.decision USING btree (account_id, demand_id, id);
alter table allocation.decision enable and force row level security;
create policy account_only on allocation.decision using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on allocation.decision to firstout_app;

create table allocation.exception (
  account_id uuid not null,
  id uuid not null,
  demand_id uuid not null,
  batch_id uuid not null,
  reason text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, demand_id) REFERENCES stock.demand(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
create INDEX exception_by_demand ON allocation.exception USING btree (account_id, demand_id);
alter table allocation.exception enable and force row level security;
create policy account_only on allocation.exception using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on allocation.exception to firstout_app;

create table allocation.holiday (
  account_id uuid not null,
  id uuid not null,
  on_day date not null,
  warehouse_id uuid,
  service_id uuid,
  name text not null,
  PRIMARY KEY (account_id, id),
  UNIQUE NULLS NOT DISTINCT (account_id, on_day, warehouse_id, service_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, service_id) REFERENCES allocation.service(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK ((num_nonnulls(warehouse_id, service_id) <= 1))
);
alter table allocation.holiday enable and force row level security;
create policy account_only on allocation.holiday using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on allocation.holiday to firstout_app;

create table allocation.pool (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  product_id uuid not null,
  batch_id uuid,
  warehouse_id uuid,
  channel text not null,
  quantity bigint not null,
  valid_from date not null,
  valid_until date not null,
  reason text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  end_reason text,
  offered_at timestamp with time zone,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(channel) >= 1) AND (length(channel) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((num_nulls(ended_by, ended_at, end_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((quantity > 0)),
  CHECK ((valid_until >= (valid_from - 1)))
);
create INDEX pool_by_product ON allocation.pool USING btree (account_id, product_id, valid_until);
create INDEX pool_to_offer ON allocation.pool USING btree (account_id, valid_until) WHERE (offered_at IS NULL);
alter table allocation.pool enable and force row level security;
create policy account_only on allocation.pool using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on allocation.pool to firstout_app;

create table allocation.pool_draw (
  account_id uuid not null,
  pool_id uuid not null,
  demand_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, pool_id, demand_id),
  FOREIGN KEY (account_id, pool_id) REFERENCES allocation.pool(account_id, id),
  CHECK ((quantity > 0))
);
create INDEX pool_draw_by_demand ON allocation.pool_draw USING btree (account_id, demand_id);
alter table allocation.pool_draw enable and force row level security;
create policy account_only on allocation.pool_draw using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on allocation.pool_draw to firstout_app;

create table allocation.routing (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  decided_at timestamp with time zone not null,
  cause text not null,
  rule_id uuid not null,
  rule_name text not null,
  asked bigint not null,
  shortfall bigint not null,
  legs jsonb not null,
  cost jsonb not null,
  currency character(3) not null,
  passed_over jsonb not null,
  actor_name text not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, rule_id) REFERENCES allocation.rule(account_id, id),
  CHECK (((shortfall >= 0) AND (shortfall <= asked))),
  CHECK ((asked > 0))
);
create INDEX routing_by_order ON allocation.routing USING btree (account_id, order_id, id);
alter table allocation.routing enable and force row level security;
create policy account_only on allocation.routing using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on allocation.routing to firstout_app;

create table allocation.rule (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  customer_id uuid,
  channel text,
  market character(2),
  product_id uuid,
  category text,
  warehouse_id uuid,
  client_id uuid,
  rotation text,
  life_days_min integer,
  life_percent_min integer,
  life_boundary text,
  batches text,
  never_older boolean,
  pack_of integer,
  pack_order text,
  approves boolean not null default false,
  bars boolean not null default false,
  valid_from date not null,
  valid_until date,
  replaces_id uuid,
  reason text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  end_reason text,
  begun_at timestamp with time zone,
  over_at timestamp with time zone,
  routing_criteria text[],
  routing_split text,
  routing_split_cost bigint,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, client_id) REFERENCES catalog.client(account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, replaces_id) REFERENCES allocation.rule(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(category) >= 1) AND (length(category) <= 100))),
  CHECK (((length(channel) >= 1) AND (length(channel) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((life_boundary IS NULL) = (num_nonnulls(life_days_min, life_percent_min) = 0))),
  CHECK (((life_days_min >= 0) AND (life_days_min <= 36500))),
  CHECK (((life_percent_min >= 0) AND (life_percent_min <= 100))),
  CHECK (((pack_of >= 1) AND (pack_of <= 1000000))),
  CHECK (((routing_split IS NULL) OR (num_nonnulls(product_id, category, warehouse_id, client_id) = 0))),
  CHECK (((routing_split_cost >= 0) AND (routing_split_cost <= 1000000000))),
  CHECK ((NOT (approves AND bars))),
  CHECK ((approves OR bars OR (num_nonnulls(rotation, life_days_min, life_percent_min, batches, never_older, pack_of, pack_order, routing_split) > 0))),
  CHECK ((batches = ANY (ARRAY['any'::text, 'one_per_line'::text, 'one_per_order'::text, 'fewest'::text, 'oldest_that_fills'::text]))),
  CHECK ((life_boundary = ANY (ARRAY['at_least'::text, 'more_than'::text]))),
  CHECK ((num_nonnulls(life_days_min, life_percent_min) <= 1)),
  CHECK ((num_nulls(ended_by, ended_at, end_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((num_nulls(routing_criteria, routing_split, routing_split_cost) = ANY (ARRAY[0, 3]))),
  CHECK ((pack_order = ANY (ARRAY['packs_first'::text, 'loose_first'::text]))),
  CHECK ((rotation = ANY (ARRAY['fefo'::text, 'fifo'::text, 'lifo'::text, 'lefo'::text, 'manual'::text]))),
  CHECK ((routing_criteria <@ '{priority,distance,cost,expires_first,freshest}'::text[])),
  CHECK ((routing_split = ANY (ARRAY['never'::text, 'allowed'::text]))),
  CHECK ((valid_until >= (valid_from - 1)))
);
create INDEX rule_by_last_day ON allocation.rule USING btree (account_id, valid_until);
alter table allocation.rule enable and force row level security;
create policy account_only on allocation.rule using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on allocation.rule to firstout_app;

create table allocation.rule_batch (
  account_id uuid not null,
  rule_id uuid not null,
  batch_id uuid not null,
  PRIMARY KEY (account_id, rule_id, batch_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, rule_id) REFERENCES allocation.rule(account_id, id)
);
create INDEX rule_batch_by_batch ON allocation.rule_batch USING btree (account_id, batch_id);
alter table allocation.rule_batch enable and force row level security;
create policy account_only on allocation.rule_batch using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on allocation.rule_batch to firstout_app;

create table allocation.service (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  working_days smallint[] not null,
  standard boolean not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((working_days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND ((cardinality(working_days) >= 1) AND (cardinality(working_days) <= 7))))
);
create INDEX service_searched ON allocation.service USING btree (account_id, search_key text_pattern_ops);
create UNIQUE INDEX service_standard ON allocation.service USING btree (account_id) WHERE standard;
alter table allocation.service enable and force row level security;
create policy account_only on allocation.service using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on allocation.service to firstout_app;

create table allocation.transit (
  account_id uuid not null,
  id uuid not null,
  service_id uuid,
  warehouse_id uuid,
  country character(2),
  postal_prefix text not null,
  transit_days smallint not null,
  distance_km integer,
  parcel_cost bigint,
  PRIMARY KEY (account_id, id),
  UNIQUE NULLS NOT DISTINCT (account_id, country, postal_prefix, service_id, warehouse_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, service_id) REFERENCES allocation.service(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((country IS NOT NULL) OR (postal_prefix = ''::text))),
  CHECK (((distance_km >= 0) AND (distance_km <= 50000))),
  CHECK (((length(postal_prefix) <= 20) AND (postal_prefix !~ '[a-z[:space:]-]'::text))),
  CHECK (((parcel_cost >= 0) AND (parcel_cost <= 1000000000))),
  CHECK (((transit_days >= 0) AND (transit_days <= 365)))
);
alter table allocation.transit enable and force row level security;
create policy account_only on allocation.transit using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on allocation.transit to firstout_app;

create table batches.batch (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  kind text not null default 'batch'::text,
  code text not null,
  code_as_given text not null,
  look_alike_key text not null,
  identity_supplier uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  supplier_id uuid,
  supplier_lot text,
  origin_country character(2),
  produced_on date,
  expires_on date,
  first_received_on date,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  merged_into uuid,
  search_key text not null generated always as (lower(code)) stored,
  lot_key text generated always as (lower(supplier_lot)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, product_id, code, identity_supplier),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, merged_into) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, supplier_id) REFERENCES catalog.supplier(account_id, id),
  CHECK (((length(code) >= 1) AND (length(code) <= 80))),
  CHECK (((produced_on IS NULL) OR (expires_on IS NULL) OR (produced_on <= expires_on))),
  CHECK ((kind = ANY (ARRAY['batch'::text, 'untracked'::text]))),
  CHECK ((merged_into <> id))
);
create INDEX batch_by_code ON batches.batch USING btree (account_id, code text_pattern_ops);
create INDEX batch_by_expiry ON batches.batch USING btree (account_id, expires_on);
create INDEX batch_by_look_alike ON batches.batch USING btree (account_id, product_id, look_alike_key);
create INDEX batch_by_lot_key ON batches.batch USING btree (account_id, lot_key text_pattern_ops) WHERE (lot_key IS NOT NULL);
create INDEX batch_by_supplier_lot ON batches.batch USING btree (account_id, supplier_lot text_pattern_ops) WHERE (supplier_lot IS NOT NULL);
create INDEX batch_looking_like ON batches.batch USING btree (account_id, look_alike_key) WHERE (kind = 'batch'::text);
create INDEX batch_merged ON batches.batch USING btree (account_id, merged_into) WHERE (merged_into IS NOT NULL);
create INDEX batch_searched ON batches.batch USING btree (account_id, search_key text_pattern_ops) WHERE (kind = 'batch'::text);
alter table batches.batch enable and force row level security;
create policy account_only on batches.batch using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on batches.batch to firstout_app;

create table batches.batch_date (
  account_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  kind text not null,
  on_date date not null,
  source text not null,
  explanation text,
  reason text,
  actor_name text not null,
  recorded_at timestamp with time zone not null,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  CHECK (((length(withdraw_reason) >= 1) AND (length(withdraw_reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['produced'::text, 'best_before'::text, 'use_by'::text, 'expiry'::text]))),
  CHECK ((num_nulls(withdrawn_by, withdrawn_at, withdraw_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((source = ANY (ARRAY['scanned'::text, 'typed'::text, 'computed'::text, 'inherited'::text, 'corrected'::text, 'imported'::text])))
);
create INDEX batch_date_by_batch ON batches.batch_date USING btree (account_id, batch_id, id);
alter table batches.batch_date enable and force row level security;
create policy account_only on batches.batch_date using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on batches.batch_date to firstout_app;

create table batches.batch_link (
  account_id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  kind text not null,
  quantity bigint not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  id uuid not null,
  ended_at timestamp with time zone,
  document_id uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, child_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, parent_id) REFERENCES batches.batch(account_id, id),
  CHECK (((ended_at IS NULL) OR (kind = ANY (ARRAY['split'::text, 'merged'::text, 'identified'::text, 'made'::text])))),
  CHECK (((kind = 'made'::text) = (document_id IS NOT NULL))),
  CHECK (((quantity > 0) OR ((kind = 'merged'::text) AND (quantity = 0)))),
  CHECK ((child_id <> parent_id)),
  CHECK ((kind = ANY (ARRAY['opened'::text, 'frozen'::text, 'thawed'::text, 'split'::text, 'merged'::text, 'identified'::text, 'made'::text])))
);
create INDEX batch_link_by_child ON batches.batch_link USING btree (account_id, child_id);
create INDEX batch_link_by_document ON batches.batch_link USING btree (account_id, document_id) WHERE (document_id IS NOT NULL);
create INDEX batch_link_by_parent ON batches.batch_link USING btree (account_id, parent_id);
create UNIQUE INDEX batch_link_once ON batches.batch_link USING btree (account_id, child_id, parent_id, kind, document_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
alter table batches.batch_link enable and force row level security;
create policy account_only on batches.batch_link using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on batches.batch_link to firstout_app;

create table batches.code_pattern (
  account_id uuid not null,
  id uuid not null,
  product_id uuid,
  pattern text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE NULLS NOT DISTINCT (account_id, product_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((length(pattern) >= 1) AND (length(pattern) <= 80)))
);
alter table batches.code_pattern enable and force row level security;
create policy account_only on batches.code_pattern using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on batches.code_pattern to firstout_app;

create table batches.former_code (
  account_id uuid not null,
  product_id uuid not null,
  code text not null,
  code_as_given text not null,
  look_alike_key text not null,
  identity_supplier uuid not null,
  batch_id uuid not null,
  until timestamp with time zone not null,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, product_id, code, identity_supplier),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((length(code) >= 1) AND (length(code) <= 80)))
);
create INDEX former_code_by_batch ON batches.former_code USING btree (account_id, batch_id);
create INDEX former_code_by_code ON batches.former_code USING btree (account_id, code text_pattern_ops);
create INDEX former_code_by_look_alike ON batches.former_code USING btree (account_id, product_id, look_alike_key);
create INDEX former_code_looking_like ON batches.former_code USING btree (account_id, look_alike_key);
create INDEX former_code_searched ON batches.former_code USING btree (account_id, search_key text_pattern_ops);
alter table batches.former_code enable and force row level security;
create policy account_only on batches.former_code using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on batches.former_code to firstout_app;

create table batches.lot (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null default ''::text,
  created_at timestamp with time zone not null,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 80)))
);
create INDEX lot_searched ON batches.lot USING btree (account_id, search_key text_pattern_ops);
alter table batches.lot enable and force row level security;
create policy account_only on batches.lot using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on batches.lot to firstout_app;

create table batches.lot_batch (
  account_id uuid not null,
  lot_id uuid not null,
  batch_id uuid not null,
  PRIMARY KEY (account_id, lot_id, batch_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, lot_id) REFERENCES batches.lot(account_id, id)
);
create INDEX lot_batch_by_batch ON batches.lot_batch USING btree (account_id, batch_id);
alter table batches.lot_batch enable and force row level security;
create policy account_only on batches.lot_batch using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on batches.lot_batch to firstout_app;

create table batches.serial (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  batch_id uuid not null,
  code text not null,
  created_at timestamp with time zone not null,
  search_key text not null generated always as (lower(code)) stored,
  search_end text not null generated always as (reverse(lower(code))) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, product_id, code),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  CHECK (((length(code) >= 1) AND (length(code) <= 80)))
);
create INDEX serial_by_batch ON batches.serial USING btree (account_id, batch_id);
create INDEX serial_by_code ON batches.serial USING btree (account_id, code text_pattern_ops);
create INDEX serial_by_end ON batches.serial USING btree (account_id, search_end text_pattern_ops);
create INDEX serial_searched ON batches.serial USING btree (account_id, search_key text_pattern_ops);
alter table batches.serial enable and force row level security;
create policy account_only on batches.serial using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on batches.serial to firstout_app;

create table catalog.client (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
create INDEX client_searched ON catalog.client USING btree (account_id, search_key text_pattern_ops);
alter table catalog.client enable and force row level security;
create policy account_only on catalog.client using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on catalog.client to firstout_app;

create table catalog.customer (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  email text,
  phone text,
  address text,
  country character(2),
  delivery_life_days_min integer,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  language text,
  audience text,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((delivery_life_days_min >= 0) AND (delivery_life_days_min <= 36500))),
  CHECK (((length(code) >= 1) AND (length(code) <= 80))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((audience = ANY (ARRAY['consumer'::text, 'retail'::text, 'wholesale'::text]))),
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text])))
);
create INDEX customer_by_email ON catalog.customer USING btree (account_id, lower(email));
create INDEX customer_by_name ON catalog.customer USING btree (account_id, lower(name) text_pattern_ops);
create INDEX customer_searched ON catalog.customer USING btree (account_id, search_key text_pattern_ops);
alter table catalog.customer enable and force row level security;
create policy account_only on catalog.customer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on catalog.customer to firstout_app;

create table catalog.kit_part (
  account_id uuid not null,
  kit_id uuid not null,
  part_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, kit_id, part_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, kit_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, part_id) REFERENCES catalog.product(account_id, id),
  CHECK (((quantity >= 1) AND (quantity <= '1000000000000'::bigint))),
  CHECK ((part_id <> kit_id))
);
create INDEX kit_part_by_part ON catalog.kit_part USING btree (account_id, part_id);
alter table catalog.kit_part enable and force row level security;
create policy account_only on catalog.kit_part using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on catalog.kit_part to firstout_app;

create table catalog.name_part (
  account_id uuid not null,
  kind text not null,
  thing_id uuid not null,
  part text not null,
  is_whole boolean not null,
  PRIMARY KEY (account_id, kind, thing_id, part),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK ((kind = ANY (ARRAY['product'::text, 'customer'::text, 'supplier'::text])))
);
create INDEX name_part_searched ON catalog.name_part USING btree (account_id, part text_pattern_ops);
alter table catalog.name_part enable and force row level security;
create policy account_only on catalog.name_part using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on catalog.name_part to firstout_app;

create table catalog.pack (
  account_id uuid not null,
  product_id uuid not null,
  name text not null,
  quantity bigint not null,
  gtin character(14),
  search_key text generated always as (ltrim((gtin)::text, '0'::text)) stored,
  search_end text generated always as (reverse((gtin)::text)) stored,
  PRIMARY KEY (account_id, product_id, name),
  UNIQUE (account_id, gtin),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CHECK ((gtin ~ '^[0-9]{14}$'::text)),
  CHECK ((quantity >= 1))
);
create INDEX pack_by_end ON catalog.pack USING btree (account_id, search_end text_pattern_ops) WHERE (search_end IS NOT NULL);
create INDEX pack_searched ON catalog.pack USING btree (account_id, search_key text_pattern_ops) WHERE (search_key IS NOT NULL);
alter table catalog.pack enable and force row level security;
create policy account_only on catalog.pack using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on catalog.pack to firstout_app;

create table catalog.product (
  account_id uuid not null,
  id uuid not null,
  sku text not null,
  name text not null,
  category text not null default ''::text,
  base_unit text not null,
  tracking text not null,
  dates text not null,
  batch_identity text not null default 'product'::text,
  rotation text not null,
  life_days integer,
  receipt_life_days_min integer,
  receipt_life_action text not null default 'hold'::text,
  delivery_life_days_min integer,
  delivery_life_percent_min integer,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  client_id uuid,
  is_kit boolean not null default false,
  prescription boolean not null default false,
  storage text,
  hazard text,
  allergens text[] not null default '{}'::text[],
  search_key text not null generated always as (lower(sku)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, sku),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, client_id) REFERENCES catalog.client(account_id, id),
  CHECK (((delivery_life_days_min >= 0) AND (delivery_life_days_min <= 36500))),
  CHECK (((delivery_life_percent_min >= 0) AND (delivery_life_percent_min <= 100))),
  CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  CHECK (((length(sku) >= 1) AND (length(sku) <= 80))),
  CHECK (((life_days >= 1) AND (life_days <= 36500))),
  CHECK (((receipt_life_days_min >= 0) AND (receipt_life_days_min <= 36500))),
  CHECK (((tracking <> 'none'::text) OR (dates = 'none'::text))),
  CHECK ((base_unit = ANY (ARRAY['each'::text, 'gram'::text, 'millilitre'::text]))),
  CHECK ((batch_identity = ANY (ARRAY['product'::text, 'supplier'::text]))),
  CHECK ((dates = ANY (ARRAY['none'::text, 'optional'::text, 'required'::text]))),
  CHECK ((hazard = ANY (ARRAY['flammable'::text, 'corrosive'::text, 'toxic'::text, 'oxidising'::text]))),
  CHECK ((receipt_life_action = ANY (ARRAY['accept'::text, 'hold'::text, 'refuse'::text]))),
  CHECK ((rotation = ANY (ARRAY['fefo'::text, 'fifo'::text, 'lifo'::text]))),
  CHECK ((storage = ANY (ARRAY['ambient'::text, 'cool'::text, 'frozen'::text]))),
  CHECK ((tracking = ANY (ARRAY['none'::text, 'batch'::text, 'serial'::text])))
) with (fillfactor=80);
create INDEX product_by_client ON catalog.product USING btree (account_id, client_id) WHERE (client_id IS NOT NULL);
create INDEX product_by_name ON catalog.product USING btree (account_id, lower(name) text_pattern_ops);
create INDEX product_searched ON catalog.product USING btree (account_id, search_key text_pattern_ops);
alter table catalog.product enable and force row level security;
create policy account_only on catalog.product using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on catalog.product to firstout_app;

create table catalog.supplier (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  email text,
  phone text,
  address text,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 80))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
create INDEX supplier_searched ON catalog.supplier USING btree (account_id, search_key text_pattern_ops);
alter table catalog.supplier enable and force row level security;
create policy account_only on catalog.supplier using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on catalog.supplier to firstout_app;

create table checks.consignee (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  draw integer not null,
  customer_id uuid,
  order_id uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, recall_id, draw) REFERENCES checks.draw(account_id, recall_id, number),
  CHECK (((customer_id IS NULL) <> (order_id IS NULL)))
);
create INDEX consignee_by_recall ON checks.consignee USING btree (account_id, recall_id);
alter table checks.consignee enable and force row level security;
create policy account_only on checks.consignee using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on checks.consignee to firstout_app;

create table checks.draw (
  account_id uuid not null,
  recall_id uuid not null,
  number integer not null,
  because text not null,
  level text not null,
  percent integer not null,
  consignees integer not null,
  seed bigint not null,
  candidates uuid[] not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, recall_id, number),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK (((percent >= 0) AND (percent <= 10000))),
  CHECK ((because = ANY (ARRAY['chosen'::text, 'wider'::text]))),
  CHECK ((consignees >= 0)),
  CHECK ((level = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text]))),
  CHECK ((number > 0)),
  CHECK ((seed >= 0))
);
alter table checks.draw enable and force row level security;
create policy account_only on checks.draw using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on checks.draw to firstout_app;

create table checks.result (
  account_id uuid not null,
  id uuid not null,
  consignee_id uuid not null,
  way text not null,
  reached boolean not null,
  got_notice boolean,
  acted boolean,
  units_found bigint,
  note text,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, consignee_id) REFERENCES checks.consignee(account_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CHECK (((reached = (got_notice IS NOT NULL)) AND (reached = (acted IS NOT NULL)) AND (reached OR (units_found IS NULL)))),
  CHECK ((units_found >= 0)),
  CHECK ((way = ANY (ARRAY['visit'::text, 'phone'::text, 'letter'::text, 'email'::text])))
);
create INDEX result_by_consignee ON checks.result USING btree (account_id, consignee_id);
alter table checks.result enable and force row level security;
create policy account_only on checks.result using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on checks.result to firstout_app;

create table closing.file (
  account_id uuid not null,
  recall_id uuid not null,
  number integer not null,
  sha256 text not null,
  content bytea not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, recall_id, number),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK ((number > 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table closing.file enable and force row level security;
create policy account_only on closing.file using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on closing.file to firstout_app;

create table closing.report (
  account_id uuid not null,
  recall_id uuid not null,
  number integer not null,
  facts jsonb not null,
  done_on date,
  note text,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, recall_id, number),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 4000))),
  CHECK ((number > 0))
);
alter table closing.report enable and force row level security;
create policy account_only on closing.report using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on closing.report to firstout_app;

create table corrective.action (
  account_id uuid not null,
  id uuid not null,
  mock_id uuid,
  recall_id uuid,
  number text not null,
  cause text not null,
  says text not null,
  owner text not null,
  due_on date not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  done_by text,
  done_at timestamp with time zone,
  note text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK (((done_by IS NULL) = (done_at IS NULL))),
  CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CHECK (((length(owner) >= 1) AND (length(owner) <= 200))),
  CHECK (((length(says) >= 1) AND (length(says) <= 500))),
  CHECK ((cause = ANY (ARRAY['contact'::text, 'source'::text, 'balance'::text, 'check'::text, 'other'::text]))),
  CHECK ((num_nonnulls(mock_id, recall_id) = 1))
);
create INDEX action_by_mock ON corrective.action USING btree (account_id, mock_id, id) WHERE (mock_id IS NOT NULL);
create INDEX action_by_recall ON corrective.action USING btree (account_id, recall_id, id) WHERE (recall_id IS NOT NULL);
create INDEX action_open ON corrective.action USING btree (account_id, due_on, id) WHERE (done_at IS NULL);
alter table corrective.action enable and force row level security;
create policy account_only on corrective.action using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on corrective.action to firstout_app;

create table counts.booking (
  account_id uuid not null,
  line_id uuid not null,
  move_id uuid not null,
  batch_id uuid not null,
  quantity bigint not null,
  value bigint,
  booked_by text not null,
  booked_by_id uuid,
  booked_at timestamp with time zone not null,
  PRIMARY KEY (account_id, line_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, line_id) REFERENCES counts.tally_line(account_id, id),
  FOREIGN KEY (account_id, move_id) REFERENCES stock.move(account_id, id),
  CHECK ((quantity <> 0)),
  CHECK ((value >= 0))
);
alter table counts.booking enable and force row level security;
create policy account_only on counts.booking using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.booking to firstout_app;

create table counts.count (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  warehouse_id uuid not null,
  kind text not null,
  class text,
  class_by text,
  sample integer,
  seed bigint,
  drawn_from integer,
  blind boolean not null,
  counter text,
  made_by text not null,
  made_at timestamp with time zone not null,
  closed_by text,
  closed_at timestamp with time zone,
  close_reason text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK ((((kind = 'class'::text) = (class IS NOT NULL)) AND ((class IS NULL) = (class_by IS NULL)))),
  CHECK ((((kind = 'random'::text) = (sample IS NOT NULL)) AND (num_nulls(sample, seed, drawn_from) = ANY (ARRAY[0, 3])))),
  CHECK (((closed_by IS NULL) = (closed_at IS NULL))),
  CHECK (((length(close_reason) >= 1) AND (length(close_reason) <= 1000))),
  CHECK (((length(counter) >= 1) AND (length(counter) <= 200))),
  CHECK ((class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  CHECK ((class_by = ANY (ARRAY['units'::text, 'value'::text]))),
  CHECK ((kind = ANY (ARRAY['bins'::text, 'products'::text, 'batches'::text, 'class'::text, 'random'::text]))),
  CHECK ((sample > 0))
);
create INDEX count_open ON counts.count USING btree (account_id, warehouse_id) WHERE (closed_at IS NULL);
create INDEX count_searched ON counts.count USING btree (account_id, search_key text_pattern_ops);
alter table counts.count enable and force row level security;
create policy account_only on counts.count using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.count to firstout_app;

create table counts.identification (
  account_id uuid not null,
  line_id uuid not null,
  quantity bigint not null,
  booked_by text not null,
  booked_by_id uuid,
  booked_at timestamp with time zone not null,
  PRIMARY KEY (account_id, line_id),
  FOREIGN KEY (account_id, line_id) REFERENCES counts.tally_line(account_id, id),
  CHECK ((quantity >= 0))
);
alter table counts.identification enable and force row level security;
create policy account_only on counts.identification using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.identification to firstout_app;

create table counts.recount (
  account_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  after integer not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, task_id, after),
  FOREIGN KEY (account_id, task_id) REFERENCES counts.task(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
alter table counts.recount enable and force row level security;
create policy account_only on counts.recount using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.recount to firstout_app;

create table counts.subject (
  account_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  product_id uuid not null,
  batch_id uuid,
  PRIMARY KEY (account_id, id),
  UNIQUE NULLS NOT DISTINCT (account_id, count_id, product_id, batch_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, count_id) REFERENCES counts.count(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id)
);
alter table counts.subject enable and force row level security;
create policy account_only on counts.subject using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.subject to firstout_app;

create table counts.tally (
  account_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  task_id uuid not null,
  round integer not null,
  counted_at timestamp with time zone not null,
  counted_by text not null,
  counted_by_id uuid,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, task_id, round),
  FOREIGN KEY (account_id, count_id) REFERENCES counts.count(account_id, id),
  FOREIGN KEY (account_id, task_id) REFERENCES counts.task(account_id, id),
  CHECK ((round > 0))
);
create INDEX tally_by_count ON counts.tally USING btree (account_id, count_id);
create INDEX tally_by_time ON counts.tally USING btree (account_id, counted_at);
alter table counts.tally enable and force row level security;
create policy account_only on counts.tally using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.tally to firstout_app;

create table counts.tally_line (
  account_id uuid not null,
  id uuid not null,
  tally_id uuid not null,
  product_id uuid not null,
  batch_id uuid,
  batch_read text not null,
  expires_on date,
  date_source text,
  found bigint not null,
  expected bigint not null,
  serials text[],
  note text,
  identifies bigint not null default 0,
  PRIMARY KEY (account_id, id),
  UNIQUE NULLS NOT DISTINCT (account_id, tally_id, product_id, batch_id, batch_read),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, tally_id) REFERENCES counts.tally(account_id, id),
  CHECK (((batch_id IS NOT NULL) OR (expected = 0))),
  CHECK (((expires_on IS NULL) = (date_source IS NULL))),
  CHECK (((identifies >= 0) AND (identifies <= abs((found - expected))))),
  CHECK (((length(batch_read) >= 1) AND (length(batch_read) <= 80))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((date_source = ANY (ARRAY['scanned'::text, 'typed'::text]))),
  CHECK ((expected >= 0)),
  CHECK ((found >= 0))
);
alter table counts.tally_line enable and force row level security;
create policy account_only on counts.tally_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.tally_line to firstout_app;

create table counts.task (
  account_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  place_id uuid not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, count_id, place_id),
  FOREIGN KEY (account_id, count_id) REFERENCES counts.count(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id)
);
alter table counts.task enable and force row level security;
create policy account_only on counts.task using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on counts.task to firstout_app;

create table disposals.choices (
  account_id uuid not null,
  reasons text[] not null,
  methods text[] not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((cardinality(methods) >= 1) AND (cardinality(methods) <= 50))),
  CHECK (((cardinality(reasons) >= 1) AND (cardinality(reasons) <= 50)))
);
alter table disposals.choices enable and force row level security;
create policy account_only on disposals.choices using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on disposals.choices to firstout_app;

create table disposals.disposal (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  warehouse_id uuid not null,
  reason text not null,
  method text not null,
  note text,
  by_password boolean not null,
  cost bigint,
  currency text not null,
  made_by text not null,
  made_by_id uuid,
  made_by_key boolean not null,
  made_at timestamp with time zone not null,
  destroyed_by text,
  destroyed_at timestamp with time zone,
  cancelled_by text,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  reversed_by text,
  reversed_at timestamp with time zone,
  reverse_reason text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((cost >= 0) AND (cost <= '9000000000000'::bigint))),
  CHECK (((destroyed_at IS NULL) OR (cancelled_at IS NULL))),
  CHECK (((destroyed_by IS NULL) = (destroyed_at IS NULL))),
  CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 1000))),
  CHECK (((length(method) >= 1) AND (length(method) <= 200))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
  CHECK (((length(reverse_reason) >= 1) AND (length(reverse_reason) <= 1000))),
  CHECK (((reversed_at IS NULL) OR (destroyed_at IS NOT NULL))),
  CHECK ((num_nulls(cancelled_by, cancelled_at, cancel_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((num_nulls(reversed_by, reversed_at, reverse_reason) = ANY (ARRAY[0, 3])))
);
create INDEX disposal_by_time ON disposals.disposal USING btree (account_id, made_at, id);
create INDEX disposal_searched ON disposals.disposal USING btree (account_id, search_key text_pattern_ops);
alter table disposals.disposal enable and force row level security;
create policy account_only on disposals.disposal using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on disposals.disposal to firstout_app;

create table disposals.line (
  account_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  batch_id uuid,
  place_id uuid,
  candidates uuid[],
  quantity bigint not null,
  cost bigint,
  serials text[] not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, disposal_id, line_no),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, disposal_id) REFERENCES disposals.disposal(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((cost >= 0) AND (cost <= '9000000000000'::bigint))),
  CHECK (((num_nulls(batch_id, candidates) = 1) AND ((batch_id IS NULL) = (place_id IS NULL)))),
  CHECK ((cardinality(candidates) > 1)),
  CHECK ((quantity > 0))
);
alter table disposals.line enable and force row level security;
create policy account_only on disposals.line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on disposals.line to firstout_app;

create table disposals.proof (
  account_id uuid not null,
  disposal_id uuid not null,
  file_id uuid not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  PRIMARY KEY (account_id, disposal_id, file_id),
  FOREIGN KEY (account_id, disposal_id) REFERENCES disposals.disposal(account_id, id),
  FOREIGN KEY (account_id, file_id) REFERENCES platform.file(account_id, id)
);
alter table disposals.proof enable and force row level security;
create policy account_only on disposals.proof using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on disposals.proof to firstout_app;

create table disposals.signature (
  account_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  meaning text not null,
  signed_by text not null,
  signed_by_id uuid not null,
  signed_at timestamp with time zone not null,
  by_password boolean not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, disposal_id, meaning),
  UNIQUE (account_id, disposal_id, signed_by_id),
  FOREIGN KEY (account_id, disposal_id) REFERENCES disposals.disposal(account_id, id),
  CHECK ((meaning = ANY (ARRAY['author'::text, 'witness'::text])))
);
alter table disposals.signature enable and force row level security;
create policy account_only on disposals.signature using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on disposals.signature to firstout_app;

create table fulfilment.parcel (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  order_id uuid not null,
  warehouse_id uuid not null,
  sscc text,
  weight_grams bigint,
  packed_by text not null,
  packed_at timestamp with time zone not null,
  cancelled_by text,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  shipment_id uuid,
  search_key text not null generated always as (lower(number)) stored,
  sscc_end text generated always as (reverse(sscc)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  UNIQUE (account_id, sscc),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, shipment_id) REFERENCES fulfilment.shipment(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((cancelled_at IS NULL) OR (shipment_id IS NULL))),
  CHECK ((num_nulls(cancelled_by, cancelled_at, cancel_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((sscc ~ '^[0-9]{18}$'::text)),
  CHECK ((weight_grams > 0))
);
create INDEX parcel_by_order ON fulfilment.parcel USING btree (account_id, order_id);
create INDEX parcel_by_shipment ON fulfilment.parcel USING btree (account_id, shipment_id) WHERE (shipment_id IS NOT NULL);
create INDEX parcel_by_sscc ON fulfilment.parcel USING btree (account_id, sscc text_pattern_ops) WHERE (sscc IS NOT NULL);
create INDEX parcel_by_sscc_end ON fulfilment.parcel USING btree (account_id, sscc_end text_pattern_ops) WHERE (sscc_end IS NOT NULL);
create INDEX parcel_searched ON fulfilment.parcel USING btree (account_id, search_key text_pattern_ops);
alter table fulfilment.parcel enable and force row level security;
create policy account_only on fulfilment.parcel using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.parcel to firstout_app;

create table fulfilment.parcel_line (
  account_id uuid not null,
  id uuid not null,
  parcel_id uuid not null,
  order_line_id uuid not null,
  product_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, order_line_id) REFERENCES orders.order_line(account_id, id),
  FOREIGN KEY (account_id, parcel_id) REFERENCES fulfilment.parcel(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  CHECK ((quantity > 0))
);
create INDEX parcel_line_by_order_line ON fulfilment.parcel_line USING btree (account_id, order_line_id);
create INDEX parcel_line_by_parcel ON fulfilment.parcel_line USING btree (account_id, parcel_id);
alter table fulfilment.parcel_line enable and force row level security;
create policy account_only on fulfilment.parcel_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.parcel_line to firstout_app;

create table fulfilment.parcel_serial (
  account_id uuid not null,
  parcel_line_id uuid not null,
  serial_id uuid not null,
  PRIMARY KEY (account_id, parcel_line_id, serial_id),
  FOREIGN KEY (account_id, parcel_line_id) REFERENCES fulfilment.parcel_line(account_id, id),
  FOREIGN KEY (account_id, serial_id) REFERENCES batches.serial(account_id, id)
);
create INDEX parcel_serial_by_serial ON fulfilment.parcel_serial USING btree (account_id, serial_id);
alter table fulfilment.parcel_serial enable and force row level security;
create policy account_only on fulfilment.parcel_serial using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.parcel_serial to firstout_app;

create table fulfilment.pick_wave (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  warehouse_id uuid not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  closed_by text,
  closed_at timestamp with time zone,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, id, warehouse_id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((closed_by IS NULL) = (closed_at IS NULL)))
);
create INDEX pick_wave_open ON fulfilment.pick_wave USING btree (account_id) WHERE (closed_at IS NULL);
create INDEX wave_searched ON fulfilment.pick_wave USING btree (account_id, search_key text_pattern_ops);
alter table fulfilment.pick_wave enable and force row level security;
create policy account_only on fulfilment.pick_wave using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.pick_wave to firstout_app;

create table fulfilment.pick_wave_order (
  account_id uuid not null,
  wave_id uuid not null,
  order_id uuid not null,
  warehouse_id uuid not null,
  closed_at timestamp with time zone,
  PRIMARY KEY (account_id, wave_id, order_id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, wave_id, warehouse_id) REFERENCES fulfilment.pick_wave(account_id, id, warehouse_id)
);
create UNIQUE INDEX pick_wave_order_open ON fulfilment.pick_wave_order USING btree (account_id, warehouse_id, order_id) WHERE (closed_at IS NULL);
alter table fulfilment.pick_wave_order enable and force row level security;
create policy account_only on fulfilment.pick_wave_order using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.pick_wave_order to firstout_app;

create table fulfilment.picked (
  account_id uuid not null,
  id uuid not null,
  wave_id uuid,
  order_line_id uuid not null,
  product_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  kind text not null,
  quantity bigint not null,
  scan text,
  picked_by text not null,
  picked_at timestamp with time zone not null,
  shipment_id uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, order_line_id) REFERENCES orders.order_line(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, shipment_id) REFERENCES fulfilment.shipment(account_id, id),
  FOREIGN KEY (account_id, wave_id) REFERENCES fulfilment.pick_wave(account_id, id),
  CHECK (((kind <> 'pick'::text) OR (wave_id IS NOT NULL))),
  CHECK (((length(scan) >= 1) AND (length(scan) <= 500))),
  CHECK (((shipment_id IS NULL) OR (kind = ANY (ARRAY['ship'::text, 'unship'::text])))),
  CHECK ((kind = ANY (ARRAY['pick'::text, 'put_back'::text, 'ship'::text, 'unship'::text]))),
  CHECK ((quantity > 0))
);
create INDEX picked_by_batch ON fulfilment.picked USING btree (account_id, batch_id, place_id);
create INDEX picked_by_line ON fulfilment.picked USING btree (account_id, order_line_id);
create INDEX picked_by_shipment ON fulfilment.picked USING btree (account_id, shipment_id) WHERE (shipment_id IS NOT NULL);
alter table fulfilment.picked enable and force row level security;
create policy account_only on fulfilment.picked using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.picked to firstout_app;

create table fulfilment.shipment (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  order_id uuid not null,
  warehouse_id uuid not null,
  carrier text,
  tracking_number text,
  shipped_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_name text not null,
  search_key text not null generated always as (lower(number)) stored,
  tracking_key text generated always as (lower(tracking_number)) stored,
  tracking_end text generated always as (reverse(lower(tracking_number))) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id)
);
create INDEX shipment_by_order ON fulfilment.shipment USING btree (account_id, order_id);
create INDEX shipment_by_time ON fulfilment.shipment USING btree (account_id, shipped_at, id);
create INDEX shipment_by_tracking ON fulfilment.shipment USING btree (account_id, tracking_number) WHERE (tracking_number IS NOT NULL);
create INDEX shipment_by_tracking_end ON fulfilment.shipment USING btree (account_id, tracking_end text_pattern_ops) WHERE (tracking_end IS NOT NULL);
create INDEX shipment_by_tracking_key ON fulfilment.shipment USING btree (account_id, tracking_key text_pattern_ops) WHERE (tracking_key IS NOT NULL);
create INDEX shipment_searched ON fulfilment.shipment USING btree (account_id, search_key text_pattern_ops);
alter table fulfilment.shipment enable and force row level security;
create policy account_only on fulfilment.shipment using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.shipment to firstout_app;

create table fulfilment.shipment_line (
  account_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  order_line_id uuid not null,
  product_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, order_line_id) REFERENCES orders.order_line(account_id, id),
  FOREIGN KEY (account_id, shipment_id) REFERENCES fulfilment.shipment(account_id, id),
  CHECK ((quantity > 0))
);
create INDEX shipment_line_by_order_line ON fulfilment.shipment_line USING btree (account_id, order_line_id);
create INDEX shipment_line_by_shipment ON fulfilment.shipment_line USING btree (account_id, shipment_id);
alter table fulfilment.shipment_line enable and force row level security;
create policy account_only on fulfilment.shipment_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on fulfilment.shipment_line to firstout_app;

create table identifying.candidate (
  account_id uuid not null,
  path_id uuid not null,
  batch_id uuid not null,
  named_by text not null,
  named_at timestamp with time zone not null,
  PRIMARY KEY (account_id, path_id, batch_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, path_id) REFERENCES identifying.path(account_id, id)
);
create INDEX candidate_by_batch ON identifying.candidate USING btree (account_id, batch_id);
alter table identifying.candidate enable and force row level security;
create policy account_only on identifying.candidate using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on identifying.candidate to firstout_app;

create table identifying.identified (
  account_id uuid not null,
  id uuid not null,
  path_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  found_by text not null,
  document_id uuid,
  made_by text not null,
  made_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, path_id) REFERENCES identifying.path(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  CHECK (((found_by = 'label'::text) = (document_id IS NULL))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 1000))),
  CHECK ((found_by = ANY (ARRAY['label'::text, 'count'::text, 'pick'::text]))),
  CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((quantity > 0))
);
create INDEX identified_by_batch ON identifying.identified USING btree (account_id, batch_id);
create INDEX identified_by_path ON identifying.identified USING btree (account_id, path_id, id);
alter table identifying.identified enable and force row level security;
create policy account_only on identifying.identified using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on identifying.identified to firstout_app;

create table identifying.path (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  batch_id uuid not null,
  quantity bigint not null,
  shipped bigint not null,
  open_to_any boolean not null,
  reason text not null,
  started_by text not null,
  started_at timestamp with time zone not null,
  given_up_by text,
  given_up_at timestamp with time zone,
  give_up_reason text,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, product_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((length(give_up_reason) >= 1) AND (length(give_up_reason) <= 1000))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((num_nulls(given_up_by, given_up_at, give_up_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((quantity > 0))
);
create INDEX path_by_batch ON identifying.path USING btree (account_id, batch_id);
alter table identifying.path enable and force row level security;
create policy account_only on identifying.path using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on identifying.path to firstout_app;

create table imports.import (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  name text not null,
  reference text not null,
  header text[] not null,
  made_by text not null,
  made_by_id uuid,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  judged_at timestamp with time zone,
  mode text,
  asked_by text,
  asked_by_id uuid,
  asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  refused text,
  heard_at timestamp with time zone,
  search_key text not null generated always as (lower(number)) stored,
  mapping jsonb,
  seen jsonb,
  said_by text,
  said_at timestamp with time zone,
  keyed_at timestamp with time zone,
  sheet text,
  sheets text[] not null default '{}'::text[],
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((ended_at IS NULL) OR (mode IS NOT NULL))),
  CHECK (((judged_at IS NULL) OR (read_at IS NOT NULL))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 150))),
  CHECK ((kind = ANY (ARRAY['stock'::text, 'products'::text, 'suppliers'::text, 'customers'::text, 'places'::text, 'orders'::text, 'shipments'::text]))),
  CHECK ((mode = ANY (ARRAY['all'::text, 'good'::text]))),
  CHECK ((num_nulls(mode, asked_by, asked_at) = ANY (ARRAY[0, 3]))),
  CHECK ((num_nulls(said_by, said_at) = ANY (ARRAY[0, 2])))
);
create INDEX import_searched ON imports.import USING btree (account_id, search_key text_pattern_ops);
alter table imports.import enable and force row level security;
create policy account_only on imports.import using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on imports.import to firstout_app;

create table imports.profile (
  account_id uuid not null,
  kind text not null,
  header text not null,
  mapping jsonb not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  PRIMARY KEY (account_id, kind, header),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK ((kind = ANY (ARRAY['stock'::text, 'products'::text, 'suppliers'::text, 'customers'::text, 'places'::text, 'orders'::text, 'shipments'::text]))),
  CHECK ((length(header) = 64))
);
alter table imports.profile enable and force row level security;
create policy account_only on imports.profile using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on imports.profile to firstout_app;

create table imports."row" (
  account_id uuid not null,
  import_id uuid not null,
  line_no integer not null,
  cells jsonb not null,
  key text not null,
  state text not null default 'new'::text,
  problems jsonb,
  becomes_id uuid,
  sent jsonb,
  gaps text[] not null default '{}'::text[],
  units bigint,
  worth bigint,
  currency character(3),
  PRIMARY KEY (account_id, import_id, line_no),
  FOREIGN KEY (account_id, import_id) REFERENCES imports.import(account_id, id),
  CHECK (((state <> ALL (ARRAY['known'::text, 'committed'::text])) OR (becomes_id IS NOT NULL))),
  CHECK (((state = 'wrong'::text) = (problems IS NOT NULL))),
  CHECK (((worth IS NULL) OR (currency IS NOT NULL))),
  CHECK ((line_no > 0)),
  CHECK ((state = ANY (ARRAY['new'::text, 'good'::text, 'wrong'::text, 'known'::text, 'committed'::text])))
);
create INDEX row_by_state ON imports."row" USING btree (account_id, import_id, state, line_no);
create INDEX row_in_turn ON imports."row" USING btree (account_id, import_id, key, line_no);
alter table imports."row" enable and force row level security;
create policy account_only on imports."row" using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on imports."row" to firstout_app;

create table labels.print (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  template text not null,
  design jsonb not null,
  format text not null,
  resolution integer not null,
  stem text not null,
  subjects integer not null,
  copies integer not null,
  reason text,
  search_key text not null generated always as (lower(number)) stored,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((subjects * copies) <= 500)),
  CHECK ((copies > 0)),
  CHECK ((format = ANY (ARRAY['pdf'::text, 'zpl'::text]))),
  CHECK ((kind = ANY (ARRAY['batch'::text, 'bin'::text, 'parcel'::text, 'unit'::text, 'sample'::text]))),
  CHECK ((resolution = ANY (ARRAY[203, 300]))),
  CHECK ((subjects > 0))
);
create INDEX print_searched ON labels.print USING btree (account_id, search_key text_pattern_ops);
alter table labels.print enable and force row level security;
create policy account_only on labels.print using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on labels.print to firstout_app;

create table labels.printed (
  account_id uuid not null,
  print_id uuid not null,
  line integer not null,
  kind text not null,
  subject_id uuid not null,
  says jsonb not null,
  PRIMARY KEY (account_id, print_id, line),
  FOREIGN KEY (account_id, print_id) REFERENCES labels.print(account_id, id),
  CHECK ((line > 0))
);
create INDEX printed_by_subject ON labels.printed USING btree (account_id, subject_id, print_id);
alter table labels.printed enable and force row level security;
create policy account_only on labels.printed using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on labels.printed to firstout_app;

create table labels.setting (
  account_id uuid not null,
  public_page boolean not null,
  address text,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((NOT public_page) OR (address IS NOT NULL))),
  CHECK (((address ~ '^https?://'::text) AND (length(address) <= 200)))
);
alter table labels.setting enable and force row level security;
create policy account_only on labels.setting using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on labels.setting to firstout_app;

create table labels.taking (
  account_id uuid not null,
  print_id uuid not null,
  station text,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  PRIMARY KEY (account_id, print_id),
  FOREIGN KEY (account_id, print_id) REFERENCES labels.print(account_id, id),
  CHECK (((length(station) >= 1) AND (length(station) <= 80)))
);
alter table labels.taking enable and force row level security;
create policy account_only on labels.taking using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on labels.taking to firstout_app;

create table labels.template (
  account_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  design jsonb not null,
  archived_at timestamp with time zone,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CHECK ((kind = ANY (ARRAY['batch'::text, 'bin'::text, 'parcel'::text, 'unit'::text, 'sample'::text])))
);
create UNIQUE INDEX template_named ON labels.template USING btree (account_id, kind, name) WHERE (archived_at IS NULL);
alter table labels.template enable and force row level security;
create policy account_only on labels.template using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on labels.template to firstout_app;

create table mocks.act (
  account_id uuid not null,
  id uuid not null,
  mock_id uuid not null,
  kind text not null,
  by_name text not null,
  at timestamp with time zone not null,
  note text,
  found bigint,
  passed boolean,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, mock_id, kind),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  CHECK (((found IS NULL) OR (kind = 'balance'::text))),
  CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CHECK (((passed IS NOT NULL) = (kind = 'end'::text))),
  CHECK ((found >= 0)),
  CHECK ((kind = ANY (ARRAY['start'::text, 'back'::text, 'forward'::text, 'balance'::text, 'contacts'::text, 'end'::text, 'abandon'::text])))
);
alter table mocks.act enable and force row level security;
create policy account_only on mocks.act using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.act to firstout_app;

create table mocks.balance (
  account_id uuid not null,
  mock_id uuid not null,
  product_id uuid not null,
  received bigint not null,
  made bigint not null,
  found bigint not null,
  on_hand bigint not null,
  in_transit bigint not null,
  consumed bigint not null,
  shipped bigint not null,
  disposed bigint not null,
  samples bigint not null,
  lost bigint not null,
  PRIMARY KEY (account_id, mock_id, product_id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id)
);
alter table mocks.balance enable and force row level security;
create policy account_only on mocks.balance using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.balance to firstout_app;

create table mocks.consignee (
  account_id uuid not null,
  mock_id uuid not null,
  line integer not null,
  customer_id uuid,
  order_id uuid,
  units bigint not null,
  has_email boolean not null,
  has_address boolean not null,
  PRIMARY KEY (account_id, mock_id, line),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  CHECK (((customer_id IS NULL) <> (order_id IS NULL)))
);
alter table mocks.consignee enable and force row level security;
create policy account_only on mocks.consignee using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.consignee to firstout_app;

create table mocks.draw (
  account_id uuid not null,
  mock_id uuid not null,
  seed bigint not null,
  candidates uuid[] not null,
  PRIMARY KEY (account_id, mock_id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  CHECK ((cardinality(candidates) > 0)),
  CHECK ((seed >= 0))
);
alter table mocks.draw enable and force row level security;
create policy account_only on mocks.draw using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.draw to firstout_app;

create table mocks.lay (
  account_id uuid not null,
  mock_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  on_hand bigint not null,
  PRIMARY KEY (account_id, mock_id, batch_id, place_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  CHECK ((on_hand > 0))
);
alter table mocks.lay enable and force row level security;
create policy account_only on mocks.lay using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.lay to firstout_app;

create table mocks.mock (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  batch_id uuid not null,
  how text not null,
  cause text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  CHECK ((cause = ANY (ARRAY['asked'::text, 'scheduled'::text]))),
  CHECK ((how = ANY (ARRAY['named'::text, 'drawn'::text])))
);
create INDEX mock_searched ON mocks.mock USING btree (account_id, search_key text_pattern_ops);
alter table mocks.mock enable and force row level security;
create policy account_only on mocks.mock using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on mocks.mock to firstout_app;

create table mocks.origin (
  account_id uuid not null,
  mock_id uuid not null,
  line integer not null,
  batch_id uuid not null,
  source text not null,
  receipt_id uuid,
  quantity bigint not null,
  PRIMARY KEY (account_id, mock_id, line),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, receipt_id) REFERENCES receiving.receipt(account_id, id),
  CHECK (((source = 'receipt'::text) = (receipt_id IS NOT NULL))),
  CHECK ((quantity > 0)),
  CHECK ((source = ANY (ARRAY['receipt'::text, 'made'::text, 'none'::text])))
);
alter table mocks.origin enable and force row level security;
create policy account_only on mocks.origin using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.origin to firstout_app;

create table mocks.sent (
  account_id uuid not null,
  mock_id uuid not null,
  line integer not null,
  batch_id uuid not null,
  shipment_id uuid not null,
  order_id uuid not null,
  customer_id uuid,
  quantity bigint not null,
  returned bigint not null,
  PRIMARY KEY (account_id, mock_id, line),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, shipment_id) REFERENCES fulfilment.shipment(account_id, id),
  CHECK ((quantity > 0)),
  CHECK ((returned >= 0))
);
alter table mocks.sent enable and force row level security;
create policy account_only on mocks.sent using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.sent to firstout_app;

create table mocks.setting (
  account_id uuid not null,
  every_months integer,
  next_on date,
  minutes_max integer not null,
  found_min integer not null,
  contacts_min integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((contacts_min >= 0) AND (contacts_min <= 10000))),
  CHECK (((every_months >= 1) AND (every_months <= 60))),
  CHECK (((every_months IS NULL) = (next_on IS NULL))),
  CHECK (((found_min >= 0) AND (found_min <= 10000))),
  CHECK (((minutes_max >= 1) AND (minutes_max <= 10080)))
);
alter table mocks.setting enable and force row level security;
create policy account_only on mocks.setting using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on mocks.setting to firstout_app;

create table mocks.target (
  account_id uuid not null,
  mock_id uuid not null,
  minutes_max integer not null,
  found_min integer not null,
  contacts_min integer not null,
  PRIMARY KEY (account_id, mock_id),
  FOREIGN KEY (account_id, mock_id) REFERENCES mocks.mock(account_id, id)
);
alter table mocks.target enable and force row level security;
create policy account_only on mocks.target using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on mocks.target to firstout_app;

create table notices.answer (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  recipient_id uuid not null,
  notice_id uuid,
  given_id uuid,
  signed_by text,
  remark text,
  by_name text,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, recipient_id, given_id),
  FOREIGN KEY (account_id, notice_id) REFERENCES notices.notice(account_id, id),
  FOREIGN KEY (account_id, recipient_id) REFERENCES notices.recipient(account_id, id)
);
create INDEX answer_by_recall ON notices.answer USING btree (account_id, recall_id);
alter table notices.answer enable and force row level security;
create policy account_only on notices.answer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.answer to firstout_app;

create table notices.answer_line (
  account_id uuid not null,
  answer_id uuid not null,
  batch_id uuid not null,
  have bigint not null,
  destroyed bigint not null,
  coming bigint not null,
  used bigint not null,
  PRIMARY KEY (account_id, answer_id, batch_id),
  FOREIGN KEY (account_id, answer_id) REFERENCES notices.answer(account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  CHECK ((coming >= 0)),
  CHECK ((destroyed >= 0)),
  CHECK ((have >= 0)),
  CHECK ((used >= 0))
);
alter table notices.answer_line enable and force row level security;
create policy account_only on notices.answer_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.answer_line to firstout_app;

create table notices.bounce (
  account_id uuid not null,
  notice_id uuid not null,
  how text not null,
  detail text,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, notice_id),
  FOREIGN KEY (account_id, notice_id) REFERENCES notices.notice(account_id, id),
  CHECK ((how = ANY (ARRAY['refused'::text, 'returned'::text, 'by_hand'::text])))
);
alter table notices.bounce enable and force row level security;
create policy account_only on notices.bounce using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.bounce to firstout_app;

create table notices.call (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  recipient_id uuid not null,
  outcome text not null,
  said text,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, recipient_id) REFERENCES notices.recipient(account_id, id),
  CHECK ((outcome = ANY (ARRAY['reached'::text, 'no_answer'::text, 'wrong_number'::text])))
);
create INDEX call_by_recall ON notices.call USING btree (account_id, recall_id);
alter table notices.call enable and force row level security;
create policy account_only on notices.call using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.call to firstout_app;

create table notices.erasure (
  account_id uuid not null,
  recall_id uuid not null,
  rows integer not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, recall_id),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id)
);
alter table notices.erasure enable and force row level security;
create policy account_only on notices.erasure using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.erasure to firstout_app;

create table notices.link (
  account_id uuid not null,
  token_hash bytea not null,
  notice_id uuid not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, token_hash),
  FOREIGN KEY (account_id, notice_id) REFERENCES notices.notice(account_id, id)
);
create INDEX link_by_notice ON notices.link USING btree (account_id, notice_id);
alter table notices.link enable and force row level security;
create policy account_only on notices.link using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on notices.link to firstout_app;

create table notices.looked (
  account_id uuid not null,
  recall_id uuid not null,
  by_name text not null,
  day date not null,
  PRIMARY KEY (account_id, recall_id, by_name, day),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id)
);
alter table notices.looked enable and force row level security;
create policy account_only on notices.looked using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.looked to firstout_app;

create table notices.notice (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  recipient_id uuid not null,
  wave_id uuid not null,
  way text not null,
  state text not null,
  sent_to text,
  told jsonb not null,
  wording integer,
  tries integer not null,
  due_at timestamp with time zone,
  settled_at timestamp with time zone,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, wave_id, recipient_id),
  FOREIGN KEY (account_id, recipient_id) REFERENCES notices.recipient(account_id, id),
  FOREIGN KEY (account_id, wave_id) REFERENCES notices.wave(account_id, id),
  CHECK ((((due_at IS NULL) = (state = ANY (ARRAY['sent'::text, 'bounced'::text, 'dropped'::text]))) AND ((settled_at IS NULL) = (state = ANY (ARRAY['queued'::text, 'sending'::text]))))),
  CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'bounced'::text, 'dropped'::text]))),
  CHECK ((way = ANY (ARRAY['email'::text, 'letter'::text])))
);
create INDEX notice_by_recall ON notices.notice USING btree (account_id, recall_id);
create INDEX notice_due ON notices.notice USING btree (account_id, due_at) WHERE (due_at IS NOT NULL);
alter table notices.notice enable and force row level security;
create policy account_only on notices.notice using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on notices.notice to firstout_app;

create table notices.opened (
  account_id uuid not null,
  notice_id uuid not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, notice_id),
  FOREIGN KEY (account_id, notice_id) REFERENCES notices.notice(account_id, id)
);
alter table notices.opened enable and force row level security;
create policy account_only on notices.opened using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.opened to firstout_app;

create table notices.proof (
  account_id uuid not null,
  id uuid not null,
  answer_id uuid not null,
  name text not null,
  content_type text not null,
  content bytea not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, answer_id) REFERENCES notices.answer(account_id, id),
  CHECK (((length(content) >= 1) AND (length(content) <= 5242880))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
create INDEX proof_by_answer ON notices.proof USING btree (account_id, answer_id);
alter table notices.proof enable and force row level security;
create policy account_only on notices.proof using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on notices.proof to firstout_app;

create table notices.recipient (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  customer_id uuid,
  order_id uuid,
  audience text not null,
  language text not null,
  channel text,
  quantity bigint not null,
  most bigint not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK (((customer_id IS NULL) <> (order_id IS NULL))),
  CHECK ((most >= quantity)),
  CHECK ((quantity >= 0))
);
create INDEX recipient_by_recall ON notices.recipient USING btree (account_id, recall_id);
alter table notices.recipient enable and force row level security;
create policy account_only on notices.recipient using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on notices.recipient to firstout_app;

create table notices.setting (
  account_id uuid not null,
  language text not null,
  audience text not null,
  contact text,
  silent_days integer not null,
  again_by_itself boolean not null,
  retention_days integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(contact) >= 1) AND (length(contact) <= 300))),
  CHECK (((retention_days >= 1) AND (retention_days <= 7300))),
  CHECK (((silent_days >= 1) AND (silent_days <= 90))),
  CHECK ((audience = ANY (ARRAY['consumer'::text, 'retail'::text, 'wholesale'::text]))),
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text])))
);
alter table notices.setting enable and force row level security;
create policy account_only on notices.setting using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on notices.setting to firstout_app;

create table notices.wave (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  number integer not null,
  kind text not null,
  occasion text not null,
  recipients integer not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, recall_id, number),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK ((kind = ANY (ARRAY['first'::text, 'again'::text, 'letters'::text]))),
  CHECK ((number > 0)),
  CHECK ((recipients > 0))
);
alter table notices.wave enable and force row level security;
create policy account_only on notices.wave using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.wave to firstout_app;

create table notices.wording (
  account_id uuid not null,
  id uuid not null,
  occasion text not null,
  audience text not null,
  language text not null,
  version integer not null,
  subject text,
  opening text,
  stop text,
  act text,
  pass_on text,
  closing text,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, occasion, audience, language, version),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(act) >= 1) AND (length(act) <= 2000))),
  CHECK (((length(closing) >= 1) AND (length(closing) <= 2000))),
  CHECK (((length(opening) >= 1) AND (length(opening) <= 2000))),
  CHECK (((length(pass_on) >= 1) AND (length(pass_on) <= 2000))),
  CHECK (((length(stop) >= 1) AND (length(stop) <= 2000))),
  CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  CHECK ((audience = ANY (ARRAY['consumer'::text, 'retail'::text, 'wholesale'::text]))),
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text]))),
  CHECK ((occasion = ANY (ARRAY['class_I'::text, 'class_II'::text, 'class_III'::text, 'unclassified'::text, 'withdrawal'::text, 'stock_recovery'::text]))),
  CHECK ((version > 0))
);
alter table notices.wording enable and force row level security;
create policy account_only on notices.wording using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on notices.wording to firstout_app;

create table orders.order_line (
  account_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  ordered bigint not null,
  unit_price bigint,
  currency character(3),
  part_no integer not null default 0,
  kit_line_id uuid,
  per_kit bigint,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, order_id, line_no, part_no),
  FOREIGN KEY (account_id, kit_line_id) REFERENCES orders.order_line(account_id, id),
  FOREIGN KEY (account_id, order_id) REFERENCES orders.sales_order(account_id, id),
  CHECK (((unit_price IS NULL) = (currency IS NULL))),
  CHECK ((num_nulls(kit_line_id, per_kit) =
CASE
    WHEN (part_no = 0) THEN 2
    ELSE 0
END)),
  CHECK ((ordered > 0)),
  CHECK ((part_no >= 0)),
  CHECK ((per_kit > 0)),
  CHECK ((unit_price >= 0))
);
create INDEX order_line_by_product ON orders.order_line USING btree (account_id, product_id, order_id);
alter table orders.order_line enable and force row level security;
create policy account_only on orders.order_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on orders.order_line to firstout_app;

create table orders.sales_order (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  customer_id uuid,
  channel text not null default 'direct'::text,
  warehouse_id uuid,
  ordered_at timestamp with time zone not null,
  deliver_on date,
  priority smallint not null default 0,
  ship_to text,
  note text,
  recorded_at timestamp with time zone not null,
  actor_name text not null,
  cancelled_at timestamp with time zone,
  country character(2),
  service_id uuid,
  postal_code text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, service_id) REFERENCES allocation.service(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(channel) >= 1) AND (length(channel) <= 40))),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK (((length(postal_code) >= 1) AND (length(postal_code) <= 20)))
);
create INDEX order_by_customer ON orders.sales_order USING btree (account_id, customer_id, ordered_at);
create INDEX order_by_time ON orders.sales_order USING btree (account_id, ordered_at);
create INDEX order_searched ON orders.sales_order USING btree (account_id, search_key text_pattern_ops);
alter table orders.sales_order enable and force row level security;
create policy account_only on orders.sales_order using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on orders.sales_order to firstout_app;

create table places.place (
  account_id uuid not null,
  id uuid not null,
  warehouse_id uuid,
  zone_id uuid,
  kind text not null,
  code text not null,
  created_at timestamp with time zone not null,
  pack_of integer,
  bin_id uuid,
  capacity bigint,
  mixing text not null default 'mixed'::text,
  aisle text,
  bay integer,
  level integer,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, bin_id, pack_of),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, bin_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  FOREIGN KEY (account_id, zone_id) REFERENCES places.zone(account_id, id),
  CHECK (((bay >= 0) AND (bay <= 100000))),
  CHECK (((bin_id IS NULL) OR (warehouse_id IS NOT NULL))),
  CHECK (((capacity >= 1) AND (capacity <= '1000000000000'::bigint))),
  CHECK (((kind <> 'opened'::text) OR (bin_id IS NULL))),
  CHECK (((kind = ANY (ARRAY['storage'::text, 'dock'::text, 'quarantine'::text, 'opened'::text])) = (warehouse_id IS NOT NULL))),
  CHECK (((length(aisle) >= 1) AND (length(aisle) <= 20))),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK (((level >= 0) AND (level <= 1000))),
  CHECK (((pack_of >= 2) AND (pack_of <= 1000000))),
  CHECK ((kind = ANY (ARRAY['storage'::text, 'dock'::text, 'quarantine'::text, 'opened'::text, 'transit'::text, 'supplier'::text, 'customer'::text, 'production'::text, 'scrap'::text, 'sample'::text, 'count'::text, 'opening'::text]))),
  CHECK ((mixing = ANY (ARRAY['one_batch'::text, 'one_product'::text, 'lane'::text, 'mixed'::text]))),
  CHECK ((num_nulls(pack_of, bin_id) = ANY (ARRAY[0, 2])))
);
create INDEX bin_searched ON places.place USING btree (account_id, search_key text_pattern_ops) WHERE ((bin_id IS NULL) AND (warehouse_id IS NOT NULL));
create UNIQUE INDEX place_code ON places.place USING btree (account_id, COALESCE(warehouse_id, '00000000-0000-0000-0000-000000000000'::uuid), code);
create UNIQUE INDEX place_opened ON places.place USING btree (account_id, warehouse_id) WHERE (kind = 'opened'::text);
alter table places.place enable and force row level security;
create policy account_only on places.place using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on places.place to firstout_app;

create table places.warehouse (
  account_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  time_zone text not null,
  address text,
  created_at timestamp with time zone not null,
  cut_off character(5) not null default '23:59'::bpchar,
  working_days smallint[] not null default '{1,2,3,4,5,6,7}'::smallint[],
  priority integer not null default 0,
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, code),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((priority >= '-1000'::integer) AND (priority <= 1000))),
  CHECK (((working_days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND ((cardinality(working_days) >= 1) AND (cardinality(working_days) <= 7)))),
  CHECK ((cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
);
create INDEX warehouse_searched ON places.warehouse USING btree (account_id, search_key text_pattern_ops);
alter table places.warehouse enable and force row level security;
create policy account_only on places.warehouse using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on places.warehouse to firstout_app;

create table places.zone (
  account_id uuid not null,
  id uuid not null,
  warehouse_id uuid not null,
  code text not null,
  name text not null,
  storage text not null default 'ambient'::text,
  hazards text[] not null default '{}'::text[],
  free_from text[] not null default '{}'::text[],
  search_key text not null generated always as (lower(code)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, warehouse_id, code),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK ((hazards <@ '{flammable,corrosive,toxic,oxidising}'::text[])),
  CHECK ((storage = ANY (ARRAY['ambient'::text, 'cool'::text, 'frozen'::text])))
);
create INDEX zone_searched ON places.zone USING btree (account_id, search_key text_pattern_ops);
alter table places.zone enable and force row level security;
create policy account_only on places.zone using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on places.zone to firstout_app;

create table platform.counter (
  account_id uuid not null,
  name text not null,
  value bigint not null,
  PRIMARY KEY (account_id, name),
  CHECK ((value > 0))
);
alter table platform.counter enable and force row level security;
create policy account_only on platform.counter using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on platform.counter to firstout_app;

create table platform.file (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  content_type text not null,
  content bytea not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  CHECK (((length(content) >= 1) AND (length(content) <= 5242880))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((content_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text])))
);
alter table platform.file enable and force row level security;
create policy account_only on platform.file using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on platform.file to firstout_app;

create table platform.idempotent_answer (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  body text not null,
  answered_at timestamp with time zone not null,
  PRIMARY KEY (account_id, key),
  CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
create INDEX idempotent_answer_by_time ON platform.idempotent_answer USING btree (account_id, answered_at);
alter table platform.idempotent_answer enable and force row level security;
create policy account_only on platform.idempotent_answer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select on platform.idempotent_answer to firstout_app;

create table production.expiry_rule (
  account_id uuid not null,
  product_id uuid not null,
  rule text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (account_id, product_id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK ((rule = ANY (ARRAY['as_stated'::text, 'min_of_inputs'::text])))
);
alter table production.expiry_rule enable and force row level security;
create policy account_only on production.expiry_rule using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on production.expiry_rule to firstout_app;

create table production.run (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  warehouse_id uuid not null,
  happened_at timestamp with time zone not null,
  reference text,
  note text,
  reason text,
  waste_reason text,
  made_by text not null,
  made_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_reason text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 1000))),
  CHECK (((length(waste_reason) >= 1) AND (length(waste_reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['produce'::text, 'repack'::text, 'kit'::text, 'dekit'::text, 'mix'::text, 'rework'::text]))),
  CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3])))
);
create INDEX run_by_made_at ON production.run USING btree (account_id, made_at, id);
create INDEX run_searched ON production.run USING btree (account_id, search_key text_pattern_ops);
alter table production.run enable and force row level security;
create policy account_only on production.run using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on production.run to firstout_app;

create table production.run_line (
  account_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  side text not null,
  line_no integer not null,
  product_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  waste bigint not null default 0,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, run_id) REFERENCES production.run(account_id, id),
  CHECK (((side = 'in'::text) OR (waste = 0))),
  CHECK (((waste >= 0) AND (waste <= quantity))),
  CHECK ((line_no > 0)),
  CHECK ((quantity > 0)),
  CHECK ((side = ANY (ARRAY['in'::text, 'out'::text])))
);
create INDEX run_line_by_batch ON production.run_line USING btree (account_id, batch_id);
create INDEX run_line_by_product ON production.run_line USING btree (account_id, product_id);
create INDEX run_line_by_run ON production.run_line USING btree (account_id, run_id);
alter table production.run_line enable and force row level security;
create policy account_only on production.run_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on production.run_line to firstout_app;

create table quality.hold (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  scope text not null,
  product_id uuid,
  batch_id uuid,
  lot_id uuid,
  place_id uuid,
  reason text not null,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  lifted_by text,
  lifted_at timestamp with time zone,
  lift_reason text,
  keeper_id uuid,
  keeper_number text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, lot_id) REFERENCES batches.lot(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((batch_id IS NOT NULL) = (scope = ANY (ARRAY['batch'::text, 'balance'::text])))),
  CHECK (((keeper_id IS NULL) = (keeper_number IS NULL))),
  CHECK (((length(keeper_number) >= 1) AND (length(keeper_number) <= 80))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  CHECK (((lot_id IS NOT NULL) = (scope = 'lot'::text))),
  CHECK (((place_id IS NOT NULL) = (scope = ANY (ARRAY['place'::text, 'balance'::text])))),
  CHECK (((product_id IS NOT NULL) = (scope = 'product'::text))),
  CHECK ((scope = ANY (ARRAY['account'::text, 'product'::text, 'batch'::text, 'lot'::text, 'place'::text, 'balance'::text])))
);
create INDEX hold_active ON quality.hold USING btree (account_id) WHERE (lifted_at IS NULL);
create INDEX hold_by_batch ON quality.hold USING btree (account_id, batch_id) WHERE (batch_id IS NOT NULL);
create INDEX hold_by_keeper ON quality.hold USING btree (account_id, keeper_id) WHERE (keeper_id IS NOT NULL);
create INDEX hold_searched ON quality.hold USING btree (account_id, search_key text_pattern_ops);
alter table quality.hold enable and force row level security;
create policy account_only on quality.hold using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on quality.hold to firstout_app;

create table quality.watch (
  account_id uuid not null,
  id uuid not null,
  keeper_id uuid not null,
  keeper_number text not null,
  reason text not null,
  supplier_id uuid,
  supplier_lot text,
  product_id uuid,
  produced_from date,
  produced_to date,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  lot_id uuid,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, lot_id) REFERENCES batches.lot(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, supplier_id) REFERENCES catalog.supplier(account_id, id),
  CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  CHECK (((length(keeper_number) >= 1) AND (length(keeper_number) <= 80))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(supplier_lot) >= 1) AND (length(supplier_lot) <= 80))),
  CHECK (((product_id IS NOT NULL) OR ((produced_from IS NULL) AND (produced_to IS NULL)))),
  CHECK ((num_nonnulls(supplier_lot, product_id, lot_id) = 1)),
  CHECK ((produced_from <= produced_to))
);
create INDEX watch_active ON quality.watch USING btree (account_id) WHERE (ended_at IS NULL);
create INDEX watch_by_keeper ON quality.watch USING btree (account_id, keeper_id);
alter table quality.watch enable and force row level security;
create policy account_only on quality.watch using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on quality.watch to firstout_app;

create table recalls.act (
  account_id uuid not null,
  id uuid not null,
  recall_id uuid not null,
  kind text not null,
  version integer not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, recall_id, version) REFERENCES recalls.version(account_id, recall_id, version),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['approve_start'::text, 'start'::text, 'approve_end'::text, 'end'::text, 'abandon'::text])))
);
create INDEX act_by_recall ON recalls.act USING btree (account_id, recall_id, id);
create UNIQUE INDEX act_once ON recalls.act USING btree (account_id, recall_id, kind) WHERE (kind = ANY (ARRAY['start'::text, 'end'::text, 'abandon'::text]));
alter table recalls.act enable and force row level security;
create policy account_only on recalls.act using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on recalls.act to firstout_app;

create table recalls.frozen (
  account_id uuid not null,
  recall_id uuid not null,
  version integer not null,
  batch_id uuid not null,
  place_id uuid not null,
  on_hand bigint not null,
  picked bigint not null,
  PRIMARY KEY (account_id, recall_id, version, batch_id, place_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, recall_id, version) REFERENCES recalls.version(account_id, recall_id, version),
  CHECK ((on_hand > 0)),
  CHECK ((picked >= 0))
);
alter table recalls.frozen enable and force row level security;
create policy account_only on recalls.frozen using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on recalls.frozen to firstout_app;

create table recalls.recall (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  class text,
  title text not null,
  reason text not null,
  hazard text,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((class IS NULL) OR (kind = 'recall'::text))),
  CHECK (((length(hazard) >= 1) AND (length(hazard) <= 4000))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((class = ANY (ARRAY['I'::text, 'II'::text, 'III'::text]))),
  CHECK ((kind = ANY (ARRAY['recall'::text, 'withdrawal'::text, 'stock_recovery'::text])))
);
create INDEX recall_searched ON recalls.recall USING btree (account_id, search_key text_pattern_ops);
alter table recalls.recall enable and force row level security;
create policy account_only on recalls.recall using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on recalls.recall to firstout_app;

create table recalls.released (
  account_id uuid not null,
  recall_id uuid not null,
  version integer not null,
  demand_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, recall_id, version, demand_id, batch_id, place_id),
  FOREIGN KEY (account_id, recall_id, version) REFERENCES recalls.version(account_id, recall_id, version),
  CHECK ((quantity > 0))
);
alter table recalls.released enable and force row level security;
create policy account_only on recalls.released using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on recalls.released to firstout_app;

create table recalls.setting (
  account_id uuid not null,
  two_people boolean not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id)
);
alter table recalls.setting enable and force row level security;
create policy account_only on recalls.setting using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on recalls.setting to firstout_app;

create table recalls.version (
  account_id uuid not null,
  recall_id uuid not null,
  version integer not null,
  scope jsonb not null,
  reason text,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, recall_id, version),
  FOREIGN KEY (account_id, recall_id) REFERENCES recalls.recall(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((version > 0))
);
alter table recalls.version enable and force row level security;
create policy account_only on recalls.version using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on recalls.version to firstout_app;

create table receiving.inbound (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null default 'purchase_order'::text,
  supplier_id uuid,
  warehouse_id uuid not null,
  expected_on date,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, supplier_id) REFERENCES catalog.supplier(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK ((kind = ANY (ARRAY['purchase_order'::text, 'asn'::text, 'receiving_order'::text])))
);
create INDEX inbound_searched ON receiving.inbound USING btree (account_id, search_key text_pattern_ops);
alter table receiving.inbound enable and force row level security;
create policy account_only on receiving.inbound using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on receiving.inbound to firstout_app;

create table receiving.inbound_line (
  account_id uuid not null,
  id uuid not null,
  inbound_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  quantity bigint not null,
  batch_code text,
  expires_on date,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, inbound_id, line_no),
  FOREIGN KEY (account_id, inbound_id) REFERENCES receiving.inbound(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK ((quantity > 0))
);
alter table receiving.inbound_line enable and force row level security;
create policy account_only on receiving.inbound_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on receiving.inbound_line to firstout_app;

create table receiving.receipt (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  inbound_id uuid,
  supplier_id uuid,
  warehouse_id uuid not null,
  lot_id uuid,
  reference text,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_name text not null,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, inbound_id) REFERENCES receiving.inbound(account_id, id),
  FOREIGN KEY (account_id, supplier_id) REFERENCES catalog.supplier(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id)
);
create INDEX receipt_by_inbound ON receiving.receipt USING btree (account_id, inbound_id) WHERE (inbound_id IS NOT NULL);
create INDEX receipt_by_time ON receiving.receipt USING btree (account_id, recorded_at, id);
create INDEX receipt_searched ON receiving.receipt USING btree (account_id, search_key text_pattern_ops);
alter table receiving.receipt enable and force row level security;
create policy account_only on receiving.receipt using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on receiving.receipt to firstout_app;

create table receiving.receipt_line (
  account_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  condition text not null,
  life_days_left integer,
  outcome text not null,
  unit_cost bigint,
  currency character(3),
  supplier_lot text,
  origin_country character(2),
  lot_key text generated always as (lower(supplier_lot)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, receipt_id, line_no),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, receipt_id) REFERENCES receiving.receipt(account_id, id),
  CHECK (((unit_cost IS NULL) = (currency IS NULL))),
  CHECK ((condition = ANY (ARRAY['good'::text, 'damaged'::text]))),
  CHECK ((outcome = ANY (ARRAY['accepted'::text, 'held'::text]))),
  CHECK ((quantity > 0)),
  CHECK ((unit_cost >= 0))
);
create INDEX receipt_line_by_batch ON receiving.receipt_line USING btree (account_id, batch_id);
create INDEX receipt_line_by_lot_key ON receiving.receipt_line USING btree (account_id, lot_key text_pattern_ops) WHERE (lot_key IS NOT NULL);
create INDEX receipt_line_by_supplier_lot ON receiving.receipt_line USING btree (account_id, supplier_lot) WHERE (supplier_lot IS NOT NULL);
alter table receiving.receipt_line enable and force row level security;
create policy account_only on receiving.receipt_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on receiving.receipt_line to firstout_app;

create table redating.redating (
  account_id uuid not null,
  id uuid not null,
  kind text not null,
  batch_id uuid not null,
  child_id uuid not null,
  rule_id uuid not null,
  warehouse_id uuid not null,
  quantity bigint not null,
  on_day date not null,
  kept_at text,
  note text,
  made_by text not null,
  made_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_reason text,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, child_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, child_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, rule_id) REFERENCES redating.rule(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((length(kept_at) >= 1) AND (length(kept_at) <= 200))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['opened'::text, 'frozen'::text, 'thawed'::text]))),
  CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((quantity > 0))
);
create INDEX redating_by_batch ON redating.redating USING btree (account_id, batch_id);
alter table redating.redating enable and force row level security;
create policy account_only on redating.redating using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on redating.redating to firstout_app;

create table redating.rule (
  account_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  version integer not null,
  opened_count integer,
  opened_unit text,
  frozen_days integer,
  thawed_days integer,
  refreezes boolean not null,
  says text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, product_id, version),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((frozen_days >= 1) AND (frozen_days <= 36500))),
  CHECK (((length(says) >= 1) AND (length(says) <= 2000))),
  CHECK (((opened_count >= 1) AND (opened_count <= 36500))),
  CHECK (((opened_count IS NULL) = (opened_unit IS NULL))),
  CHECK (((thawed_days >= 0) AND (thawed_days <= 36500))),
  CHECK ((opened_unit = ANY (ARRAY['days'::text, 'months'::text]))),
  CHECK ((version > 0))
);
alter table redating.rule enable and force row level security;
create policy account_only on redating.rule using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on redating.rule to firstout_app;

create table repairs.repair (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  product_id uuid not null,
  batch_id uuid not null,
  other_id uuid,
  received_before date,
  code_before text,
  code_after text,
  date_id uuid,
  date_before date,
  reason text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_reason text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, date_id) REFERENCES batches.batch_date(account_id, id),
  FOREIGN KEY (account_id, other_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK ((((kind = 'date'::text) = (date_id IS NOT NULL)) AND ((kind = 'date'::text) OR (date_before IS NULL)))),
  CHECK ((((kind = 'merge'::text) = (other_id IS NOT NULL)) AND ((kind = 'merge'::text) OR (received_before IS NULL)))),
  CHECK ((((kind = 'rename'::text) = (code_before IS NOT NULL)) AND ((kind = 'rename'::text) = (code_after IS NOT NULL)))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'date'::text]))),
  CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3])))
);
create INDEX repair_by_batch ON repairs.repair USING btree (account_id, batch_id);
create INDEX repair_by_other ON repairs.repair USING btree (account_id, other_id) WHERE (other_id IS NOT NULL);
create INDEX repair_searched ON repairs.repair USING btree (account_id, search_key text_pattern_ops);
create UNIQUE INDEX repair_merged_once ON repairs.repair USING btree (account_id, batch_id) WHERE ((kind = 'merge'::text) AND (undone_at IS NULL));
alter table repairs.repair enable and force row level security;
create policy account_only on repairs.repair using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on repairs.repair to firstout_app;

create table returns.announced_line (
  account_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, return_id, line_no),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, return_id) REFERENCES returns.announced_return(account_id, id),
  CHECK ((quantity > 0))
);
alter table returns.announced_line enable and force row level security;
create policy account_only on returns.announced_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.announced_line to firstout_app;

create table returns.announced_return (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  customer_id uuid,
  order_number text,
  announced_at timestamp with time zone not null,
  note text,
  recorded_at timestamp with time zone not null,
  actor_name text not null,
  closed_at timestamp with time zone,
  kind text not null default 'customer_return'::text,
  unannounced boolean not null default false,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK ((kind = ANY (ARRAY['customer_return'::text, 'refused'::text, 'undeliverable'::text])))
);
create INDEX return_by_customer ON returns.announced_return USING btree (account_id, customer_id) WHERE (customer_id IS NOT NULL);
create INDEX return_by_order ON returns.announced_return USING btree (account_id, order_number) WHERE (order_number IS NOT NULL);
create INDEX return_searched ON returns.announced_return USING btree (account_id, search_key text_pattern_ops);
alter table returns.announced_return enable and force row level security;
create policy account_only on returns.announced_return using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on returns.announced_return to firstout_app;

create table returns.checked (
  account_id uuid not null,
  inspection_id uuid not null,
  "position" integer not null,
  name text not null,
  result text not null,
  note text,
  PRIMARY KEY (account_id, inspection_id, "position"),
  FOREIGN KEY (account_id, inspection_id) REFERENCES returns.inspection(account_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((result = ANY (ARRAY['pass'::text, 'fail'::text, 'not_looked_at'::text])))
);
alter table returns.checked enable and force row level security;
create policy account_only on returns.checked using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.checked to firstout_app;

create table returns.checklist (
  account_id uuid not null,
  category text not null,
  checks text[] not null,
  PRIMARY KEY (account_id, category),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK ((cardinality(checks) <= 20)),
  CHECK ((length(category) <= 200))
);
alter table returns.checklist enable and force row level security;
create policy account_only on returns.checklist using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on returns.checklist to firstout_app;

create table returns.decision (
  account_id uuid not null,
  id uuid not null,
  inspection_id uuid not null,
  was text not null,
  becomes text not null,
  quantity bigint not null,
  place_id uuid not null,
  move_id uuid,
  disposal_id uuid,
  reason text,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone,
  undo_reason text,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, disposal_id) REFERENCES disposals.disposal(account_id, id),
  FOREIGN KEY (account_id, inspection_id) REFERENCES returns.inspection(account_id, id),
  FOREIGN KEY (account_id, move_id) REFERENCES stock.move(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  CHECK (((becomes = 'dispose'::text) = (disposal_id IS NOT NULL))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 1000))),
  CHECK ((becomes = ANY (ARRAY['restock'::text, 'quarantine'::text, 'refurbish'::text, 'dispose'::text, 'return_to_vendor'::text]))),
  CHECK ((num_nulls(undone_by, undone_at, undo_reason) = ANY (ARRAY[0, 3]))),
  CHECK ((quantity > 0)),
  CHECK ((was <> becomes)),
  CHECK ((was = ANY (ARRAY['undecided'::text, 'quarantine'::text, 'refurbish'::text])))
);
create INDEX decision_by_inspection ON returns.decision USING btree (account_id, inspection_id);
alter table returns.decision enable and force row level security;
create policy account_only on returns.decision using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.decision to firstout_app;

create table returns.inspection (
  account_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  batch_id uuid,
  unlabelled_id uuid,
  quantity bigint not null,
  note text,
  inspected_by text not null,
  inspected_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, line_id) REFERENCES returns.announced_line(account_id, id),
  FOREIGN KEY (account_id, return_id) REFERENCES returns.announced_return(account_id, id),
  FOREIGN KEY (account_id, unlabelled_id) REFERENCES returns.unlabelled(account_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((num_nulls(batch_id, unlabelled_id) = 1)),
  CHECK ((quantity > 0))
);
create INDEX inspection_by_return ON returns.inspection USING btree (account_id, return_id);
alter table returns.inspection enable and force row level security;
create policy account_only on returns.inspection using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.inspection to firstout_app;

create table returns.photo (
  account_id uuid not null,
  inspection_id uuid not null,
  file_id uuid not null,
  PRIMARY KEY (account_id, inspection_id, file_id),
  FOREIGN KEY (account_id, file_id) REFERENCES platform.file(account_id, id),
  FOREIGN KEY (account_id, inspection_id) REFERENCES returns.inspection(account_id, id)
);
alter table returns.photo enable and force row level security;
create policy account_only on returns.photo using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.photo to firstout_app;

create table returns.resolution (
  account_id uuid not null,
  id uuid not null,
  unlabelled_id uuid not null,
  kind text not null,
  quantity bigint not null,
  batch_id uuid,
  move_id uuid,
  reason text not null,
  resolved_by text not null,
  resolved_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, move_id) REFERENCES stock.move(account_id, id),
  FOREIGN KEY (account_id, unlabelled_id) REFERENCES returns.unlabelled(account_id, id),
  CHECK ((((kind = 'identified'::text) = (move_id IS NOT NULL)) AND ((move_id IS NULL) = (batch_id IS NULL)))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['identified'::text, 'withdrawn'::text]))),
  CHECK ((quantity > 0))
);
create INDEX resolution_by_unlabelled ON returns.resolution USING btree (account_id, unlabelled_id);
alter table returns.resolution enable and force row level security;
create policy account_only on returns.resolution using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.resolution to firstout_app;

create table returns.unlabelled (
  account_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  product_id uuid not null,
  place_id uuid not null,
  quantity bigint not null,
  candidates uuid[] not null,
  note text,
  received_by text not null,
  received_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, line_id) REFERENCES returns.announced_line(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, return_id) REFERENCES returns.announced_return(account_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((cardinality(candidates) > 1)),
  CHECK ((quantity > 0))
);
create INDEX unlabelled_by_product ON returns.unlabelled USING btree (account_id, product_id);
create INDEX unlabelled_by_return ON returns.unlabelled USING btree (account_id, return_id);
alter table returns.unlabelled enable and force row level security;
create policy account_only on returns.unlabelled using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on returns.unlabelled to firstout_app;

create table samples.rule (
  account_id uuid not null,
  product_id uuid not null,
  units integer not null,
  keep_months integer not null,
  kept_at text,
  set_by text not null,
  set_at timestamp with time zone not null,
  PRIMARY KEY (account_id, product_id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((keep_months >= 0) AND (keep_months <= 1200))),
  CHECK (((length(kept_at) >= 1) AND (length(kept_at) <= 200))),
  CHECK (((units >= 0) AND (units <= 1000000)))
);
alter table samples.rule enable and force row level security;
create policy account_only on samples.rule using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on samples.rule to firstout_app;

create table samples.sample (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  batch_id uuid not null,
  warehouse_id uuid not null,
  receipt_id uuid,
  quantity bigint not null,
  kept_at text,
  due_on date not null,
  due_because text,
  keep_months integer,
  note text,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((keep_months >= 0) AND (keep_months <= 1200))),
  CHECK (((length(kept_at) >= 1) AND (length(kept_at) <= 200))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((num_nulls(due_because, keep_months) = ANY (ARRAY[0, 2]))),
  CHECK ((quantity > 0))
);
create INDEX sample_by_batch ON samples.sample USING btree (account_id, batch_id);
create INDEX sample_by_due ON samples.sample USING btree (account_id, due_on);
create INDEX sample_searched ON samples.sample USING btree (account_id, search_key text_pattern_ops);
alter table samples.sample enable and force row level security;
create policy account_only on samples.sample using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on samples.sample to firstout_app;

create table seal.block (
  account_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  complete_to timestamp with time zone,
  table_name text not null,
  columns text[] not null,
  keys text[] not null,
  first_id uuid not null,
  last_id uuid not null,
  leaves bytea not null,
  previous bytea not null,
  hash bytea not null,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((cardinality(keys) >= 1) AND (cardinality(keys) <= 1000))),
  CHECK ((number > 0)),
  CHECK ((octet_length(hash) = 32)),
  CHECK ((octet_length(leaves) = (32 * cardinality(keys)))),
  CHECK ((octet_length(previous) = 32))
);
create INDEX block_by_ids ON seal.block USING btree (account_id, table_name, last_id);
alter table seal.block enable and force row level security;
create policy account_only on seal.block using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on seal.block to firstout_app;

create table seal.chain (
  account_id uuid not null,
  blocks integer not null,
  facts bigint not null,
  head bytea not null,
  mark uuid,
  looked_at timestamp with time zone,
  complete_at timestamp with time zone,
  complete_to timestamp with time zone,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK ((blocks >= 0)),
  CHECK ((facts >= 0)),
  CHECK ((octet_length(head) = 32))
);
alter table seal.chain enable and force row level security;
create policy account_only on seal.chain using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on seal.chain to firstout_app;

create table seal.verification (
  account_id uuid not null,
  id uuid not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  checkpoint jsonb,
  ended_at timestamp with time zone,
  blocks integer,
  facts bigint,
  waiting bigint,
  head bytea,
  found integer,
  findings jsonb,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK ((num_nulls(ended_at, blocks, facts, waiting, head, found, findings) = ANY (ARRAY[0, 7])))
);
create INDEX verification_by_time ON seal.verification USING btree (account_id, asked_at, id);
alter table seal.verification enable and force row level security;
create policy account_only on seal.verification using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on seal.verification to firstout_app;

create table sellthrough.report (
  account_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  product_id uuid not null,
  kind text not null,
  quantity bigint not null,
  on_day date not null,
  document text,
  note text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK ((kind = ANY (ARRAY['sold'::text, 'came_back'::text, 'lost'::text]))),
  CHECK ((quantity > 0))
);
create INDEX report_by_customer ON sellthrough.report USING btree (account_id, customer_id, on_day, id);
create INDEX report_by_product ON sellthrough.report USING btree (account_id, product_id, customer_id, recorded_at);
alter table sellthrough.report enable and force row level security;
create policy account_only on sellthrough.report using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on sellthrough.report to firstout_app;

create table sellthrough.withdrawal (
  account_id uuid not null,
  report_id uuid not null,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamp with time zone not null,
  PRIMARY KEY (account_id, report_id),
  FOREIGN KEY (account_id, report_id) REFERENCES sellthrough.report(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
alter table sellthrough.withdrawal enable and force row level security;
create policy account_only on sellthrough.withdrawal using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on sellthrough.withdrawal to firstout_app;

create table stock.balance (
  account_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  product_id uuid not null,
  on_hand bigint not null,
  reserved bigint not null default 0,
  last_moved_at timestamp with time zone not null,
  PRIMARY KEY (account_id, batch_id, place_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  CHECK (((0 <= reserved) AND (reserved <= on_hand))),
  CHECK ((on_hand <= '9000000000000'::bigint)),
  CHECK ((on_hand >= 0))
) with (fillfactor=70);
create INDEX balance_by_place ON stock.balance USING btree (account_id, place_id);
create INDEX balance_by_product ON stock.balance USING btree (account_id, product_id);
alter table stock.balance enable and force row level security;
create policy account_only on stock.balance using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on stock.balance to firstout_app;

create table stock.demand (
  account_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  product_id uuid not null,
  warehouse_id uuid,
  quantity bigint not null,
  reserved bigint not null default 0,
  shipped bigint not null default 0,
  rotation text,
  shortage text not null,
  deliver_on date,
  life_days_min integer,
  priority smallint not null default 0,
  asked_at timestamp with time zone not null,
  history boolean not null default false,
  customer_id uuid,
  channel text,
  market character(2),
  chosen_batch_ids uuid[] not null default '{}'::uuid[],
  service_id uuid,
  postal_code text,
  due_on date not null generated always as (COALESCE(deliver_on, ((asked_at AT TIME ZONE 'UTC'::text))::date)) stored,
  kind text not null default 'order'::text,
  takes_expired boolean not null default false,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, customer_id) REFERENCES catalog.customer(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((NOT takes_expired) OR (kind = 'transfer'::text))),
  CHECK (((reserved >= 0) AND (shipped >= 0) AND ((reserved + shipped) <= quantity))),
  CHECK ((kind = ANY (ARRAY['order'::text, 'transfer'::text]))),
  CHECK ((quantity >= 0)),
  CHECK ((rotation = ANY (ARRAY['fefo'::text, 'fifo'::text, 'lifo'::text]))),
  CHECK ((shortage = ANY (ARRAY['part'::text, 'whole'::text])))
) with (fillfactor=80);
create INDEX demand_by_customer ON stock.demand USING btree (account_id, customer_id, product_id) WHERE ((customer_id IS NOT NULL) AND (shipped > 0));
create INDEX demand_by_destination ON stock.demand USING btree (account_id, channel, customer_id) WHERE (((reserved + shipped) < quantity) OR (reserved > 0));
create INDEX demand_by_document ON stock.demand USING btree (account_id, document_id);
create INDEX demand_unmet ON stock.demand USING btree (account_id, product_id, priority DESC, due_on, asked_at, id) WHERE ((reserved + shipped) < quantity);
alter table stock.demand enable and force row level security;
create policy account_only on stock.demand using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on stock.demand to firstout_app;

create table stock.move (
  account_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  product_id uuid not null,
  from_place_id uuid not null,
  to_place_id uuid not null,
  quantity bigint not null,
  reason text not null,
  document_kind text not null,
  document_id uuid not null,
  document_line_id uuid,
  note text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  reverses_id uuid,
  stood bigint,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, from_place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, to_place_id) REFERENCES places.place(account_id, id),
  CHECK (((quantity = stood) OR (document_kind = 'shipment'::text))),
  CHECK (((reverses_id IS NULL) = (stood IS NULL))),
  CHECK ((from_place_id <> to_place_id)),
  CHECK ((quantity <= stood)),
  CHECK ((quantity > 0)),
  CHECK ((reason = ANY (ARRAY['receipt'::text, 'shipment'::text, 'adjustment'::text, 'transfer'::text, 'putaway'::text, 'return'::text, 'disposal'::text, 'sample'::text, 'count'::text, 'consume'::text, 'make'::text, 'reversal'::text, 'vendor_return'::text])))
);
create INDEX move_back_or_undone ON stock.move USING btree (account_id, product_id, recorded_at) WHERE ((reason = 'return'::text) OR (reverses_id IS NOT NULL));
create INDEX move_by_batch ON stock.move USING btree (account_id, batch_id, id);
create INDEX move_by_document ON stock.move USING btree (account_id, document_id);
create INDEX move_by_line ON stock.move USING btree (account_id, document_line_id);
create INDEX move_by_time ON stock.move USING btree (account_id, recorded_at);
create INDEX move_reversal_by_line ON stock.move USING btree (account_id, document_line_id) WHERE (reverses_id IS NOT NULL);
create UNIQUE INDEX move_undone_in_turn ON stock.move USING btree (account_id, reverses_id, stood) WHERE (reverses_id IS NOT NULL);
alter table stock.move enable and force row level security;
create policy account_only on stock.move using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on stock.move to firstout_app;

create table stock.move_serial (
  account_id uuid not null,
  move_id uuid not null,
  serial_id uuid not null,
  PRIMARY KEY (account_id, serial_id, move_id),
  FOREIGN KEY (account_id, move_id) REFERENCES stock.move(account_id, id),
  FOREIGN KEY (account_id, serial_id) REFERENCES batches.serial(account_id, id)
);
create INDEX move_serial_by_move ON stock.move_serial USING btree (account_id, move_id);
alter table stock.move_serial enable and force row level security;
create policy account_only on stock.move_serial using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on stock.move_serial to firstout_app;

create table stock.offer (
  account_id uuid not null,
  product_id uuid not null,
  cause text not null,
  stepped_at timestamp with time zone not null,
  priority smallint,
  asked_at timestamp with time zone,
  demand_id uuid,
  due_on date,
  PRIMARY KEY (account_id, product_id),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  CHECK ((num_nulls(priority, due_on, asked_at, demand_id) = ANY (ARRAY[0, 4])))
);
alter table stock.offer enable and force row level security;
create policy account_only on stock.offer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on stock.offer to firstout_app;

create table stock.reason (
  account_id uuid not null,
  id uuid not null,
  name text not null,
  direction text not null,
  sets_aside boolean not null,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, name),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  CHECK (((NOT sets_aside) OR (direction = 'out'::text))),
  CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text, 'either'::text])))
);
alter table stock.reason enable and force row level security;
create policy account_only on stock.reason using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on stock.reason to firstout_app;

create table stock.reservation (
  account_id uuid not null,
  demand_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  product_id uuid not null,
  quantity bigint not null,
  PRIMARY KEY (account_id, demand_id, batch_id, place_id),
  FOREIGN KEY (account_id, demand_id) REFERENCES stock.demand(account_id, id),
  CHECK ((quantity > 0))
);
create INDEX reservation_by_batch ON stock.reservation USING btree (account_id, batch_id, place_id);
alter table stock.reservation enable and force row level security;
create policy account_only on stock.reservation using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant delete, insert, select, update on stock.reservation to firstout_app;

create table stock.serial_place (
  account_id uuid not null,
  serial_id uuid not null,
  batch_id uuid not null,
  place_id uuid not null,
  PRIMARY KEY (account_id, serial_id),
  FOREIGN KEY (account_id, place_id) REFERENCES places.place(account_id, id),
  FOREIGN KEY (account_id, serial_id) REFERENCES batches.serial(account_id, id)
);
create INDEX serial_place_by_place ON stock.serial_place USING btree (account_id, batch_id, place_id);
alter table stock.serial_place enable and force row level security;
create policy account_only on stock.serial_place using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select, update on stock.serial_place to firstout_app;

create table transfers.discrepancy (
  account_id uuid not null,
  id uuid not null,
  transfer_id uuid not null,
  line_id uuid not null,
  batch_id uuid not null,
  kind text not null,
  quantity bigint not null,
  other_batch_id uuid,
  reason text,
  made_by text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, line_id) REFERENCES transfers.transfer_line(account_id, id),
  FOREIGN KEY (account_id, other_batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, transfer_id) REFERENCES transfers.transfer(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((other_batch_id IS NOT NULL) = (kind = 'wrong_batch'::text))),
  CHECK (((reason IS NULL) = (kind = 'missing'::text))),
  CHECK ((kind = ANY (ARRAY['missing'::text, 'lost'::text, 'found'::text, 'damaged'::text, 'wrong_batch'::text]))),
  CHECK ((quantity > 0))
);
create INDEX discrepancy_by_transfer ON transfers.discrepancy USING btree (account_id, transfer_id);
alter table transfers.discrepancy enable and force row level security;
create policy account_only on transfers.discrepancy using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on transfers.discrepancy to firstout_app;

create table transfers.transfer (
  account_id uuid not null,
  id uuid not null,
  number text not null,
  from_warehouse_id uuid not null,
  to_warehouse_id uuid not null,
  note text,
  requested_by text not null,
  requested_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  cancelled_by text,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  search_key text not null generated always as (lower(number)) stored,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id) REFERENCES access.account(account_id),
  FOREIGN KEY (account_id, from_warehouse_id) REFERENCES places.warehouse(account_id, id),
  FOREIGN KEY (account_id, to_warehouse_id) REFERENCES places.warehouse(account_id, id),
  CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 1000))),
  CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK ((from_warehouse_id <> to_warehouse_id)),
  CHECK ((num_nulls(cancelled_by, cancelled_at, cancel_reason) = ANY (ARRAY[0, 3])))
);
create INDEX transfer_searched ON transfers.transfer USING btree (account_id, search_key text_pattern_ops);
alter table transfers.transfer enable and force row level security;
create policy account_only on transfers.transfer using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on transfers.transfer to firstout_app;

create table transfers.transfer_line (
  account_id uuid not null,
  id uuid not null,
  transfer_id uuid not null,
  line_no integer not null,
  product_id uuid not null,
  quantity bigint not null,
  batch_id uuid,
  reason text,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, transfer_id, line_no),
  FOREIGN KEY (account_id, batch_id) REFERENCES batches.batch(account_id, id),
  FOREIGN KEY (account_id, product_id) REFERENCES catalog.product(account_id, id),
  FOREIGN KEY (account_id, transfer_id) REFERENCES transfers.transfer(account_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((reason IS NULL) OR (batch_id IS NOT NULL))),
  CHECK ((quantity > 0))
);
create INDEX transfer_line_by_batch ON transfers.transfer_line USING btree (account_id, batch_id) WHERE (batch_id IS NOT NULL);
alter table transfers.transfer_line enable and force row level security;
create policy account_only on transfers.transfer_line using (account_id = platform.current_account()) with check (account_id = platform.current_account());
grant insert, select on transfers.transfer_line to firstout_app;

create view batches.known_as with (security_invoker=true) as 
 SELECT batch.account_id,
    batch.product_id,
    batch.code,
    batch.look_alike_key,
    batch.identity_supplier,
    COALESCE(batch.merged_into, batch.id) AS batch_id
   FROM batches.batch
UNION ALL
 SELECT f.account_id,
    f.product_id,
    f.code,
    f.look_alike_key,
    f.identity_supplier,
    COALESCE(b.merged_into, b.id) AS batch_id
   FROM batches.former_code f
     JOIN batches.batch b ON b.account_id = f.account_id AND b.id = f.batch_id;
grant select on batches.known_as to firstout_app;

create view batches.origin with (security_invoker=true) as 
 SELECT batch_link.account_id,
    batch_link.child_id AS batch_id,
    batch_link.parent_id AS origin_id
   FROM batches.batch_link
  WHERE batch_link.ended_at IS NULL
UNION ALL
 SELECT batch_link.account_id,
    batch_link.parent_id AS batch_id,
    batch_link.child_id AS origin_id
   FROM batches.batch_link
  WHERE batch_link.ended_at IS NULL AND batch_link.kind = 'merged'::text;
grant select on batches.origin to firstout_app;

create view batches.reached with (security_invoker=true) as 
 SELECT batch_link.account_id,
    batch_link.parent_id AS batch_id,
    batch_link.child_id AS reached_id
   FROM batches.batch_link
  WHERE batch_link.ended_at IS NULL AND batch_link.kind <> 'identified'::text
UNION ALL
 SELECT batch_link.account_id,
    batch_link.child_id AS batch_id,
    batch_link.parent_id AS reached_id
   FROM batches.batch_link
  WHERE batch_link.ended_at IS NULL AND batch_link.kind = 'merged'::text;
grant select on batches.reached to firstout_app;

create view stock.net_move with (security_invoker=true) as 
 SELECT m.account_id,
    m.id,
    m.batch_id,
    m.product_id,
    m.from_place_id,
    m.to_place_id,
    m.quantity - COALESCE(undone.quantity, 0::bigint) AS quantity,
    m.reason,
    m.document_kind,
    m.document_id,
    m.document_line_id,
    m.occurred_at,
    m.recorded_at
   FROM stock.move m
     LEFT JOIN LATERAL ( SELECT sum(u.quantity)::bigint AS quantity
           FROM stock.move u
          WHERE u.account_id = m.account_id AND u.reverses_id = m.id) undone ON true
  WHERE m.reverses_id IS NULL AND m.quantity > COALESCE(undone.quantity, 0::bigint);
grant select on stock.net_move to firstout_app;
