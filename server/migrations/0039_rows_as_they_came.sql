-- A row that was mended keeps what the file said, so that the same file under the same id is still known as the same upload.

alter table imports.row add column sent jsonb; -- as it came, where its cells are other by now
grant update (sent) on imports.row to firstout_app;
