-- Who is told of a recall, how, and what they answered. Names and addresses are read where they are kept; what of them lies here is erased after the time that
-- the account sets, and the rows stay, so that every count does.

create schema notices;
grant usage on schema notices to firstout_app;

-- One row an account; none where nobody said.
create table notices.setting (
  account_id      uuid not null references access.account,
  language        text not null check (language in ('en', 'de', 'fr', 'es')), -- of customers of whom it is not known
  audience        text not null check (audience in ('consumer', 'retail', 'wholesale')),
  contact         text check (length(contact) between 1 and 300), -- how to reach us, as the notice says it
  silent_days     integer not null check (silent_days between 1 and 90),
  again_by_itself boolean not null,
  retention_days  integer not null check (retention_days between 1 and 7300), -- after the end of the recall
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (account_id)
);

-- Own words in the place of the built-in ones, part by part; the last version stands. A part that is null is the built-in one.
create table notices.wording (
  account_id uuid not null references access.account,
  id         uuid not null,
  occasion   text not null check (occasion in ('class_I', 'class_II', 'class_III', 'unclassified', 'withdrawal', 'stock_recovery')),
  audience   text not null check (audience in ('consumer', 'retail', 'wholesale')),
  language   text not null check (language in ('en', 'de', 'fr', 'es')),
  version    integer not null check (version > 0),
  subject    text check (length(subject) between 1 and 200),
  opening    text check (length(opening) between 1 and 2000),
  stop       text check (length(stop) between 1 and 2000),
  act        text check (length(act) between 1 and 2000),
  pass_on    text check (length(pass_on) between 1 and 2000),
  closing    text check (length(closing) between 1 and 2000),
  made_by    text not null,
  made_at    timestamptz not null,
  primary key (account_id, id),
  unique (account_id, occasion, audience, language, version)
);

-- Somebody to whom something was done: a customer, or an order that names none. Who has nothing done yet has no row.
create table notices.recipient (
  account_id  uuid not null,
  id          uuid not null,
  recall_id   uuid not null,
  customer_id uuid,
  order_id    uuid,
  audience    text not null,
  language    text not null,
  channel     text,
  quantity    bigint not null check (quantity >= 0), -- certainly got, when it was last told
  most        bigint not null check (most >= quantity),
  made_at     timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, recall_id) references recalls.recall,
  foreign key (account_id, customer_id) references catalog.customer,
  foreign key (account_id, order_id) references orders.sales_order,
  check ((customer_id is null) <> (order_id is null))
);
create index recipient_by_recall on notices.recipient (account_id, recall_id);

-- What somebody sent to many at once.
create table notices.wave (
  account_id uuid not null,
  id         uuid not null,
  recall_id  uuid not null,
  number     integer not null check (number > 0),
  kind       text not null check (kind in ('first', 'again', 'letters')),
  occasion   text not null,
  recipients integer not null check (recipients > 0),
  by_id      uuid, -- null where it went by itself, or by a key of the API
  by_name    text not null,
  at         timestamptz not null,
  primary key (account_id, id),
  unique (account_id, recall_id, number),
  foreign key (account_id, recall_id) references recalls.recall
);

-- One mail or letter to one recipient. Before it is given to the mail server it is `sending`, and afterwards `sent`: where the process dies between the two it
-- goes again under the same Message-ID, which is its id.
create table notices.notice (
  account_id   uuid not null,
  id           uuid not null,
  recall_id    uuid not null,
  recipient_id uuid not null,
  wave_id      uuid not null,
  way          text not null check (way in ('email', 'letter')),
  state        text not null check (state in ('queued', 'sending', 'sent', 'bounced', 'dropped')), -- dropped: the recall ended first
  sent_to      text, -- erased
  told         jsonb not null, -- the batches that it names, with units
  wording      integer, -- the version of the account's own words; null: those built in
  tries        integer not null,
  due_at       timestamptz, -- when it is sent, or looked at again; null once it is settled
  settled_at   timestamptz,
  made_at      timestamptz not null,
  primary key (account_id, id),
  unique (account_id, wave_id, recipient_id),
  foreign key (account_id, recipient_id) references notices.recipient,
  foreign key (account_id, wave_id) references notices.wave,
  check ((due_at is null) = (state in ('sent', 'bounced', 'dropped')) and (settled_at is null) = (state in ('queued', 'sending')))
);
create index notice_by_recall on notices.notice (account_id, recall_id);
create index notice_due on notices.notice (account_id, due_at) where due_at is not null;

-- The way to the answer page: only the hash of its token is kept. Each sending makes one, and all of them open.
create table notices.link (
  account_id uuid not null,
  token_hash bytea not null,
  notice_id  uuid not null,
  made_at    timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, notice_id) references notices.notice
);
create index link_by_notice on notices.link (account_id, notice_id);

-- That its page was opened, and when first.
create table notices.opened (
  account_id uuid not null,
  notice_id  uuid not null,
  at         timestamptz not null,
  primary key (account_id, notice_id),
  foreign key (account_id, notice_id) references notices.notice
);

-- That it did not arrive: refused when it was sent, returned later, or told by a person.
create table notices.bounce (
  account_id uuid not null,
  notice_id  uuid not null,
  how        text not null check (how in ('refused', 'returned', 'by_hand')),
  detail     text, -- erased
  by_name    text not null,
  at         timestamptz not null,
  primary key (account_id, notice_id),
  foreign key (account_id, notice_id) references notices.notice
);

create table notices.call (
  account_id   uuid not null,
  id           uuid not null,
  recall_id    uuid not null,
  recipient_id uuid not null,
  outcome      text not null check (outcome in ('reached', 'no_answer', 'wrong_number')),
  said         text, -- erased
  by_name      text not null,
  at           timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, recipient_id) references notices.recipient
);
create index call_by_recall on notices.call (account_id, recall_id);

-- What they say of their units; each answer is kept, the last one stands.
create table notices.answer (
  account_id   uuid not null,
  id           uuid not null,
  recall_id    uuid not null,
  recipient_id uuid not null,
  notice_id    uuid, -- by whose link; null where it was told on the phone
  given_id     uuid, -- that the page gave it: what is sent twice is one answer
  signed_by    text, -- erased
  remark       text, -- erased
  by_name      text, -- who wrote it down, of a call
  at           timestamptz not null,
  primary key (account_id, id),
  unique (account_id, recipient_id, given_id),
  foreign key (account_id, recipient_id) references notices.recipient,
  foreign key (account_id, notice_id) references notices.notice
);
create index answer_by_recall on notices.answer (account_id, recall_id);

-- In base units.
create table notices.answer_line (
  account_id uuid not null,
  answer_id  uuid not null,
  batch_id   uuid not null,
  have       bigint not null check (have >= 0),
  destroyed  bigint not null check (destroyed >= 0),
  coming     bigint not null check (coming >= 0), -- on its way back, as they say
  used       bigint not null check (used >= 0), -- or sold on
  primary key (account_id, answer_id, batch_id),
  foreign key (account_id, answer_id) references notices.answer,
  foreign key (account_id, batch_id) references batches.batch
);

-- Photos that they sent. They lie here and not with the other files, for these are erased.
create table notices.proof (
  account_id   uuid not null,
  id           uuid not null,
  answer_id    uuid not null,
  name         text not null check (length(name) between 1 and 200),
  content_type text not null,
  content      bytea not null check (length(content) between 1 and 5242880),
  primary key (account_id, id),
  foreign key (account_id, answer_id) references notices.answer
);
create index proof_by_answer on notices.proof (account_id, answer_id);

-- Who looked at names and addresses, and on which day: written with the audit, once a day.
create table notices.looked (
  account_id uuid not null,
  recall_id  uuid not null,
  by_name    text not null,
  day        date not null,
  primary key (account_id, recall_id, by_name, day),
  foreign key (account_id, recall_id) references recalls.recall
);

-- That the personal data of a recall are gone, and how many rows had some.
create table notices.erasure (
  account_id uuid not null,
  recall_id  uuid not null,
  rows       integer not null,
  at         timestamptz not null,
  primary key (account_id, recall_id),
  foreign key (account_id, recall_id) references recalls.recall
);

call platform.isolate(array['notices.setting', 'notices.wording', 'notices.recipient', 'notices.wave', 'notices.notice', 'notices.link', 'notices.opened',
  'notices.bounce', 'notices.call', 'notices.answer', 'notices.answer_line', 'notices.proof', 'notices.looked', 'notices.erasure']::regclass[]);
grant select, insert, update on notices.setting, notices.recipient to firstout_app;
grant select, insert on notices.wording, notices.wave, notices.opened, notices.bounce, notices.call, notices.answer, notices.answer_line, notices.looked,
  notices.erasure to firstout_app;
grant select, insert, update on notices.notice to firstout_app;
grant select, insert, delete on notices.link, notices.proof to firstout_app;
grant update (detail) on notices.bounce to firstout_app;
grant update (said) on notices.call to firstout_app;
grant update (signed_by, remark) on notices.answer to firstout_app;

select platform.primary_keys_last();
