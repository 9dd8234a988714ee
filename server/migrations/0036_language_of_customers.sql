-- In which language a customer is written to, and whether it is a consumer or a business: a notice of a recall differs. What nobody said is null, and the account's default holds.

alter table catalog.customer
  add column language text check (language in ('en', 'de', 'fr', 'es')),
  add column audience text check (audience in ('consumer', 'retail', 'wholesale'));
