-- The daily work: who the business deals with, where its goods lie, what was quoted, ordered, shipped, billed and paid, and the double entry beneath.

-- One table for customers and suppliers: who buys may sell as well. The customers that imports met stay as they are.
alter table customers rename to parties;
alter table parties rename constraint customers_pkey to parties_pkey;
alter table parties rename constraint customers_code_once to parties_code_once;
alter table parties
  add column is_customer boolean not null default true,
  add column is_supplier boolean not null default false,
  add column phone text,
  add column email text,
  -- { line1, line2, city, region, postcode, country }, as papers print it.
  add column address jsonb not null default '{}',
  add column tax_number text,
  -- One of the pack's kinds of registration; null: not known.
  add column registration text,
  add column terms_days integer,
  add column credit_limit_minor bigint,
  -- Null: the business's own.
  add column currency text,
  add column language text,
  add column price_list_id uuid,
  add column lead_time_days integer,
  add column note text,
  -- The party that this one was found to be; it then stands in no list.
  add column merged_into uuid,
  add column version integer not null default 1,
  add constraint parties_terms check (terms_days between 0 and 400),
  add constraint parties_lead_time check (lead_time_days between 0 and 400);
create index parties_by_name on parties (tenant_id, name, id);

create table places (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  is_default boolean not null default false,
  version integer not null default 1,
  constraint places_pkey primary key (tenant_id, id),
  constraint places_name_once unique (tenant_id, name),
  constraint places_kind check (kind in ('shop', 'store', 'transit'))
);

create table lots (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  code text not null,
  expires_on date,
  constraint lots_pkey primary key (tenant_id, id),
  constraint lots_code_once unique (tenant_id, item_id, code),
  constraint lots_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);

-- Every change of stock, once and for good: a mistake is answered by another move.
create table stock_moves (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  day date not null,
  kind text not null,
  item_id uuid not null,
  place_id uuid not null,
  lot_id uuid,
  quantity_milli bigint not null,
  -- What the goods are worth in the books, home currency, with the sign of the quantity.
  value_minor bigint not null,
  document_id uuid,
  document_line_id uuid,
  reason text,
  -- True where it took stock below nothing because the owner allows it.
  below_zero boolean not null default false,
  by_id uuid,
  constraint stock_moves_pkey primary key (tenant_id, id),
  constraint stock_moves_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint stock_moves_place foreign key (tenant_id, place_id) references places (tenant_id, id),
  constraint stock_moves_kind check (kind in
    ('opening', 'receive', 'count', 'adjust', 'ship', 'return', 'supplier-return', 'transfer-out', 'transfer-in', 'cost'))
);
create index stock_moves_by_item on stock_moves (tenant_id, item_id, id);
create index stock_moves_by_document on stock_moves (tenant_id, document_id) where document_id is not null;

-- What follows from the moves, kept so that a page need not add them up. The lot of goods without lots is all zeros.
create table stock_levels (
  tenant_id uuid not null,
  item_id uuid not null,
  place_id uuid not null,
  lot_id uuid not null default '00000000-0000-0000-0000-000000000000',
  on_hand_milli bigint not null default 0,
  reserved_milli bigint not null default 0,
  constraint stock_levels_pkey primary key (tenant_id, item_id, place_id, lot_id),
  constraint stock_levels_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint stock_levels_place foreign key (tenant_id, place_id) references places (tenant_id, id)
);

-- Cost of what is in stock: the moving average is value by quantity.
create table item_costs (
  tenant_id uuid not null,
  item_id uuid not null,
  quantity_milli bigint not null,
  value_minor bigint not null,
  constraint item_costs_pkey primary key (tenant_id, item_id),
  constraint item_costs_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);
-- The same by receipt, oldest first.
create table cost_layers (
  tenant_id uuid not null,
  item_id uuid not null,
  -- The move that brought the goods in.
  id uuid not null,
  day date not null,
  remaining_milli bigint not null,
  remaining_minor bigint not null,
  constraint cost_layers_pkey primary key (tenant_id, item_id, id),
  constraint cost_layers_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);

-- Numbers of papers run without gaps: the row is locked while a paper takes its number.
create table number_series (
  tenant_id uuid not null,
  series text not null,
  last_number bigint not null,
  constraint number_series_pkey primary key (tenant_id, series)
);

create table documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  -- Given when the paper becomes valid; a draft has none.
  number text,
  state text not null,
  party_id uuid,
  place_id uuid,
  day date not null,
  due_day date,
  currency text not null,
  -- Home currency for one of the document's, both in major units; 1 at home.
  rate numeric(24, 12) not null default 1,
  rate_source text,
  -- The other side's number: the buyer's order, the supplier's bill.
  reference text,
  note text,
  -- The document it was made from.
  from_id uuid,
  net_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null default 0,
  -- Net at home, for lists and sums over currencies.
  home_net_minor bigint not null default 0,
  settled_minor bigint not null default 0,
  -- What belongs to one kind only: deposit asked, valid until, terms, ship to.
  details jsonb not null default '{}',
  -- Made on a phone, perhaps offline: handed in twice it is one document.
  client_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  issued_at timestamptz,
  made_by uuid,
  constraint documents_pkey primary key (tenant_id, id),
  constraint documents_number_once unique (tenant_id, kind, number),
  constraint documents_client_once unique (tenant_id, client_id),
  constraint documents_party foreign key (tenant_id, party_id) references parties (tenant_id, id),
  constraint documents_place foreign key (tenant_id, place_id) references places (tenant_id, id),
  constraint documents_kind check (kind in ('quote', 'order', 'pick', 'shipment', 'invoice', 'credit-note', 'return',
    'purchase-order', 'receipt', 'bill', 'supplier-return', 'debit-note'))
);
create index documents_by_kind on documents (tenant_id, kind, day desc, id desc);
create index documents_by_party on documents (tenant_id, party_id, kind, day desc, id desc);
create index documents_from on documents (tenant_id, from_id) where from_id is not null;
-- What is not settled yet: what we are owed, what we owe.
create index documents_open on documents (tenant_id, kind, due_day)
  include (party_id, total_minor, settled_minor, currency) where state = 'issued' and settled_minor <> total_minor;

create table document_lines (
  tenant_id uuid not null,
  document_id uuid not null,
  line_no integer not null,
  id uuid not null,
  item_id uuid,
  lot_id uuid,
  description text not null,
  quantity_milli bigint not null,
  unit text,
  price_thousandths bigint not null,
  discount_minor bigint not null default 0,
  net_minor bigint not null,
  tax_class text,
  -- [{ code, base, rate, amount }], minor units as text.
  taxes jsonb not null default '[]',
  tax_minor bigint not null default 0,
  -- The line of the document before that this one carries on.
  from_line_id uuid,
  constraint document_lines_pkey primary key (tenant_id, document_id, line_no),
  constraint document_lines_id_once unique (tenant_id, id),
  constraint document_lines_document foreign key (tenant_id, document_id) references documents (tenant_id, id) on delete cascade,
  constraint document_lines_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);
create index document_lines_by_item on document_lines (tenant_id, item_id) where item_id is not null;
create index document_lines_from on document_lines (tenant_id, from_line_id) where from_line_id is not null;

-- Where money lies: a till, an account at a bank, a wallet.
create table money_accounts (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  currency text not null,
  iban text,
  -- The account of the ledger that it is.
  account_code text not null,
  details jsonb not null default '{}',
  version integer not null default 1,
  constraint money_accounts_pkey primary key (tenant_id, id),
  constraint money_accounts_name_once unique (tenant_id, name),
  constraint money_accounts_kind check (kind in ('cash', 'bank', 'wallet'))
);

create table payments (
  tenant_id uuid not null,
  id uuid not null,
  number text,
  direction text not null,
  state text not null,
  party_id uuid,
  money_account_id uuid not null,
  day date not null,
  currency text not null,
  rate numeric(24, 12) not null default 1,
  -- What changed hands; what the payer kept back as tax and what the bank kept stand beside it.
  amount_minor bigint not null,
  withheld_minor bigint not null default 0,
  fee_minor bigint not null default 0,
  -- Of amount, withheld and fee together: what is not used for a document yet.
  unused_minor bigint not null,
  method text,
  reference text,
  note text,
  client_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  constraint payments_pkey primary key (tenant_id, id),
  constraint payments_client_once unique (tenant_id, client_id),
  constraint payments_party foreign key (tenant_id, party_id) references parties (tenant_id, id),
  constraint payments_money_account foreign key (tenant_id, money_account_id) references money_accounts (tenant_id, id),
  constraint payments_direction check (direction in ('in', 'out')),
  constraint payments_state check (state in ('recorded', 'cancelled'))
);
create index payments_by_day on payments (tenant_id, day desc, id desc);
create index payments_by_party on payments (tenant_id, party_id, day desc, id desc);

-- What settles what: a payment or a credit note, an invoice or a bill, how much.
create table settlements (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  payment_id uuid,
  credit_id uuid,
  amount_minor bigint not null,
  day date not null,
  -- Taken back: it no longer counts, and the row stays.
  undone_at timestamptz,
  constraint settlements_pkey primary key (tenant_id, id),
  constraint settlements_document foreign key (tenant_id, document_id) references documents (tenant_id, id),
  constraint settlements_payment foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  constraint settlements_credit foreign key (tenant_id, credit_id) references documents (tenant_id, id),
  constraint settlements_one_source check ((payment_id is null) <> (credit_id is null))
);
create index settlements_by_document on settlements (tenant_id, document_id);
create index settlements_by_payment on settlements (tenant_id, payment_id) where payment_id is not null;

-- The double entry. The chart comes from the pack when the first entry is made; the business may add to it.
create table ledger_accounts (
  tenant_id uuid not null,
  code text not null,
  names jsonb not null,
  kind text not null,
  -- What the rules post to it for; null for an account that only people use.
  role text,
  constraint ledger_accounts_pkey primary key (tenant_id, code),
  constraint ledger_accounts_kind check (kind in ('asset', 'liability', 'equity', 'income', 'expense'))
);
create table ledger_periods (
  tenant_id uuid not null,
  -- First day of the month.
  month date not null,
  state text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint ledger_periods_pkey primary key (tenant_id, month),
  constraint ledger_periods_state check (state in ('open', 'closed'))
);
create table journal_entries (
  tenant_id uuid not null,
  id uuid not null,
  day date not null,
  -- What it says in the books of: a document, a payment, a settlement, a move, a person's own entry.
  source_kind text not null,
  source_id uuid not null,
  event text not null,
  memo text,
  made_at timestamptz not null,
  made_by uuid,
  constraint journal_entries_pkey primary key (tenant_id, id),
  constraint journal_entries_source_once unique (tenant_id, source_kind, source_id, event)
);
create index journal_entries_by_day on journal_entries (tenant_id, day, id);
create table journal_lines (
  tenant_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  day date not null,
  account_code text not null,
  party_id uuid,
  -- Home currency; debit above zero, credit below. An entry's lines sum to zero.
  amount_minor bigint not null,
  currency text,
  foreign_minor bigint,
  constraint journal_lines_pkey primary key (tenant_id, entry_id, line_no),
  constraint journal_lines_entry foreign key (tenant_id, entry_id) references journal_entries (tenant_id, id),
  constraint journal_lines_account foreign key (tenant_id, account_code) references ledger_accounts (tenant_id, code)
);
create index journal_lines_by_account on journal_lines (tenant_id, account_code, day) include (amount_minor);

call close_to_other_tenants('places', 'select, insert, update, delete');
call close_to_other_tenants('lots', 'select, insert, update, delete');
call close_to_other_tenants('stock_moves', 'select, insert, delete');
call close_to_other_tenants('stock_levels', 'select, insert, update, delete');
call close_to_other_tenants('item_costs', 'select, insert, update, delete');
call close_to_other_tenants('cost_layers', 'select, insert, update, delete');
call close_to_other_tenants('number_series', 'select, insert, update, delete');
call close_to_other_tenants('documents', 'select, insert, update, delete');
call close_to_other_tenants('document_lines', 'select, insert, update, delete');
call close_to_other_tenants('money_accounts', 'select, insert, update, delete');
call close_to_other_tenants('payments', 'select, insert, update, delete');
call close_to_other_tenants('settlements', 'select, insert, update, delete');
call close_to_other_tenants('ledger_accounts', 'select, insert, update, delete');
call close_to_other_tenants('ledger_periods', 'select, insert, update, delete');
call close_to_other_tenants('journal_entries', 'select, insert, delete');
call close_to_other_tenants('journal_lines', 'select, insert, delete');
