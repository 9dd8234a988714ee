-- Suppliers and customers who are gone are archived as products are: their past stays, and nothing new names them.

alter table catalog.supplier add column archived_at timestamptz;
alter table catalog.customer add column archived_at timestamptz;

-- What grows with every order is found without reading all of it: the orders of a product, the newest shipments and receipts,
-- a document by the beginning of its number, and what came back of an order or from a customer.
create index order_line_by_product on orders.order_line (account_id, product_id, order_id);
create index order_by_number_start on orders.sales_order (account_id, lower(number) text_pattern_ops);
create index shipment_by_number_start on fulfilment.shipment (account_id, lower(number) text_pattern_ops);
create index receipt_by_number_start on receiving.receipt (account_id, lower(number) text_pattern_ops);
create index shipment_by_time on fulfilment.shipment (account_id, shipped_at, id);
create index receipt_by_time on receiving.receipt (account_id, recorded_at, id);
create index return_by_order on returns.announced_return (account_id, order_number) where order_number is not null;
create index return_by_customer on returns.announced_return (account_id, customer_id) where customer_id is not null;
