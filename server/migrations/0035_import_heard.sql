-- An upload of which nothing came for long was cut off, by a server that was killed: it is told from one that is slow by when it was last heard of.

alter table imports.import add column heard_at timestamptz; -- its last rows, while it is read
grant update (heard_at) on imports.import to firstout_app;
