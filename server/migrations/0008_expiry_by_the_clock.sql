-- What expires while it is promised is given back by itself; but what was recorded after the fact stays, for it is judged on
-- its own days alone.

alter table allocation.decision drop constraint decision_cause_check;
alter table allocation.decision add constraint decision_cause_check check (cause in
  ('order', 'edit', 'hold', 'lift', 'receipt', 'release', 'correction', 'retry', 'expiry'));

alter table stock.demand add column history boolean not null default false;
