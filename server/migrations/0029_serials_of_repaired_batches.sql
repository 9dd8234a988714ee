-- Batches whose units have serials are merged and split too: a unit is of the batch that it is now. Under which it left before, its moves say.
grant update (batch_id) on batches.serial to firstout_app;
