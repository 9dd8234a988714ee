-- What has to be put right is owed because a rehearsal showed it, or a recall: one table of both, before the mocks in the line of modules, so that a recall's checks and
-- its closing file know it too.

create schema corrective;
grant usage on schema corrective to firstout_app;

create table corrective.action (
  account_id uuid not null references access.account,
  id         uuid not null,
  mock_id    uuid,
  recall_id  uuid,
  number     text not null, -- of the mock or the recall
  cause      text not null check (cause in ('contact', 'source', 'balance', 'check', 'other')),
  says       text not null check (length(says) between 1 and 500),
  owner      text not null check (length(owner) between 1 and 200),
  due_on     date not null,
  opened_by  text not null,
  opened_at  timestamptz not null,
  done_by    text,
  done_at    timestamptz,
  note       text check (length(note) between 1 and 2000),
  primary key (account_id, id),
  foreign key (account_id, mock_id) references mocks.mock,
  foreign key (account_id, recall_id) references recalls.recall,
  check (num_nonnulls(mock_id, recall_id) = 1),
  check ((done_by is null) = (done_at is null))
);

do $$
declare
  account uuid;
begin
  for account in select distinct account_id from access.sign_in loop
    perform set_config('app.account', account::text, true);
    insert into corrective.action (account_id, id, mock_id, number, cause, says, owner, due_on, opened_by, opened_at, done_by, done_at, note)
    select a.account_id, a.id, a.mock_id, m.number, a.cause, a.says, a.owner, a.due_on, a.opened_by, a.opened_at, a.done_by, a.done_at, a.note
    from mocks.action a join mocks.mock m on m.account_id = a.account_id and m.id = a.mock_id
    where a.account_id = account;
  end loop;
  perform set_config('app.account', '', true);
end $$;
drop table mocks.action;

create index action_by_mock on corrective.action (account_id, mock_id, id) where mock_id is not null;
create index action_by_recall on corrective.action (account_id, recall_id, id) where recall_id is not null;
create index action_open on corrective.action (account_id, due_on, id) where done_at is null;

call platform.isolate(array['corrective.action']::regclass[]);
grant select, insert, update on corrective.action to firstout_app; -- not sealed: what has to be put right may name a person
select platform.primary_keys_last();
