-- Who is signed in at a desk signs in a phone by a code, once and within minutes: a credential of a kind that opens nothing but a session. Sessions are
-- told apart, so that one of them can be ended.

alter table access.credential drop constraint credential_kind_check;
alter table access.credential
  add constraint credential_kind_check check (kind in ('session', 'key', 'phone_code')),
  add column id        uuid not null default gen_random_uuid(),
  add column opened_by text check (opened_by in ('password', 'code')), -- how a session was opened; null where it is none, or older than this
  add column used_at   timestamptz check (used_at is null or kind = 'phone_code');
