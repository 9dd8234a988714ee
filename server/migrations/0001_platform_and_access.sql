-- Accounts, people, keys and audit, and the two tables every write needs: answers already given, and document numbers.
--
-- The application connects as firstout_app: it owns nothing, cannot bypass row-level security, and reaches account
-- rows only inside a transaction that has set app.account.

do $$
begin
  if not exists (select from pg_roles where rolname = 'firstout_app') then
    create role firstout_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;

create schema platform;
create schema access;
grant usage on schema platform, access to firstout_app;

create function platform.current_account() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

-- One sentence a table: isolates the rows of each account for every role that is not a superuser, the owner included.
create procedure platform.isolate(tables regclass[])
  language plpgsql
  as $$
declare
  t regclass;
begin
  foreach t in array tables loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format(
      'create policy account_only on %s using (account_id = platform.current_account()) with check (account_id = platform.current_account())', t);
  end loop;
end $$;

create table platform.idempotent_answer (
  account_id   uuid not null,
  key          text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status       smallint not null,
  body         text not null,
  answered_at  timestamptz not null,
  primary key (account_id, key)
);

create table platform.counter (
  account_id uuid not null,
  name       text not null,
  value      bigint not null check (value > 0),
  primary key (account_id, name)
);

create table access.account (
  account_id uuid primary key,
  name       text not null check (length(name) between 1 and 200),
  currency   char(3) not null default 'USD',
  created_at timestamptz not null
);

create table access.person (
  account_id  uuid not null references access.account,
  id          uuid not null,
  email       text not null check (length(email) <= 254),
  name        text not null check (length(name) between 1 and 200),
  role        text not null check (role in ('owner', 'manager', 'quality', 'warehouse', 'auditor')),
  created_at  timestamptz not null,
  disabled_at timestamptz,
  primary key (account_id, id),
  unique (account_id, email)
);

create table access.api_key (
  account_id uuid not null references access.account,
  id         uuid not null,
  name       text not null check (length(name) between 1 and 200),
  hint       text not null, -- the last characters, so that a person can tell keys apart
  role       text not null check (role in ('owner', 'manager', 'quality', 'warehouse', 'auditor')),
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (account_id, id)
);

-- Read before the account is known, so not isolated: holds no name and no content, only hashes and whose they are.
create table access.sign_in (
  email         text primary key,
  account_id    uuid not null,
  person_id     uuid not null,
  name          text not null, -- of the person, with role and disabled_at: copied in the transaction that changes them
  role          text not null,
  disabled_at   timestamptz,
  password_hash text not null,
  failures      integer not null default 0,
  locked_until  timestamptz,
  foreign key (account_id, person_id) references access.person
);

create table access.credential (
  token_hash bytea primary key,
  account_id uuid not null references access.account,
  kind       text not null check (kind in ('session', 'key')),
  subject_id uuid not null,
  label      text not null,
  role       text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index credential_by_subject on access.credential (account_id, subject_id);

create table access.audit (
  account_id   uuid not null references access.account,
  id           uuid not null,
  at           timestamptz not null,
  actor_id     uuid,
  actor_name   text not null,
  source       text not null, -- web, key, job or command, and the address it came from
  request_id   text,
  action       text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  before       jsonb,
  after        jsonb,
  reason       text,
  primary key (account_id, id)
);
create index audit_by_subject on access.audit (account_id, subject_id, id);

call platform.isolate(array['platform.idempotent_answer', 'platform.counter', 'access.account', 'access.person',
  'access.api_key', 'access.audit']::regclass[]);

grant select, insert on platform.idempotent_answer to firstout_app;
grant select, insert, update on platform.counter to firstout_app;
grant select, insert, update on access.account, access.person, access.api_key, access.sign_in to firstout_app;
grant select, insert, update, delete on access.credential to firstout_app;
grant select, insert on access.audit to firstout_app;
