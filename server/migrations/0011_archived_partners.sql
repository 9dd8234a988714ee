-- Suppliers and customers who are gone are archived as products are: their past stays, and nothing new names them.

alter table catalog.supplier add column archived_at timestamptz;
alter table catalog.customer add column archived_at timestamptz;
