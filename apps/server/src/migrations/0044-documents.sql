-- Papers and money, as they are looked for: by what still needs doing, and a settlement by the note that makes it.

create index documents_by_state on documents (tenant_id, kind, state, day desc, id desc);
create index settlements_by_credit on settlements (tenant_id, credit_id) where credit_id is not null;
create index payments_unused on payments (tenant_id, party_id) where state = 'recorded' and unused_minor <> 0;

-- What no arithmetic of ours should ever write.
alter table documents
  add constraint documents_settled_within check (settled_minor >= 0);
alter table document_lines
  add constraint document_lines_quantity check (quantity_milli > 0),
  add constraint document_lines_price check (price_thousandths >= 0),
  add constraint document_lines_discount check (discount_minor >= 0);
alter table settlements
  add constraint settlements_amount check (amount_minor > 0);
alter table payments
  add constraint payments_amount check (amount_minor > 0 and withheld_minor >= 0 and fee_minor >= 0),
  add constraint payments_unused_within check (unused_minor between 0 and amount_minor + withheld_minor + fee_minor);
-- What the money was for when it came: what a customer owes, or a deposit before there was an invoice.
alter table payments
  add column against text not null default 'receivables',
  add constraint payments_against check (against in ('receivables', 'payables', 'deposits-held', 'advances-paid'));
