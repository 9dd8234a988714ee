-- Two receipts of the most that a line may hold would make sums that no program can tell exactly.

alter table stock.balance add constraint balance_countable check (on_hand <= 9000000000000);
