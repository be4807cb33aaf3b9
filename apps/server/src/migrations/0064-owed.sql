-- Who owes what is summed from an index in order of party, and what is due next is read in its order.
create index documents_owed on documents (tenant_id, kind, party_id, currency)
  include (due_day, total_minor, settled_minor) where state = 'issued' and settled_minor <> total_minor;
drop index documents_open;
create index documents_open on documents (tenant_id, kind, due_day, id)
  where state = 'issued' and settled_minor <> total_minor;
