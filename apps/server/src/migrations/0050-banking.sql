-- Statements of banks and wallets: what was handed in, how a table is read, and every line once.

-- A file handed in for one account. It waits in 'asking' while a person has not said which column is what.
create table bank_files (
  tenant_id uuid not null,
  id uuid not null,
  money_account_id uuid not null,
  file_name text not null,
  file_hash text not null,
  bytes bigint not null,
  format text not null,
  state text not null,
  -- How a table is read, as guessed or as chosen; null for camt.053 and MT940, which say it themselves.
  layout jsonb,
  lines integer not null default 0,
  added integer not null default 0,
  -- [{ lineNo, column, reason }]: rows that are no lines, and why.
  bad jsonb not null default '[]',
  made_at timestamptz not null,
  made_by uuid,
  constraint bank_files_pkey primary key (tenant_id, id),
  -- The same bytes for the same account are the same file.
  constraint bank_files_content_once unique (tenant_id, money_account_id, file_hash),
  constraint bank_files_account foreign key (tenant_id, money_account_id) references money_accounts (tenant_id, id),
  constraint bank_files_format check (format in ('camt.053', 'mt940', 'table')),
  constraint bank_files_state check (state in ('asking', 'read'))
);

-- How the tables of one bank or wallet are read, confirmed once for each shape of header.
create table bank_layouts (
  tenant_id uuid not null,
  money_account_id uuid not null,
  fingerprint text not null,
  layout jsonb not null,
  constraint bank_layouts_pkey primary key (tenant_id, money_account_id, fingerprint),
  constraint bank_layouts_account foreign key (tenant_id, money_account_id) references money_accounts (tenant_id, id)
);

-- One statement of a file: a stretch of days with the balance before and after, by which stretches join.
create table bank_statements (
  tenant_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  money_account_id uuid not null,
  currency text not null,
  first_day date not null,
  last_day date not null,
  opening_minor bigint,
  closing_minor bigint,
  lines integer not null,
  -- Ids of the statements that had brought some of its lines before: with them it joins.
  shares_with jsonb not null default '[]',
  constraint bank_statements_pkey primary key (tenant_id, id),
  constraint bank_statements_file foreign key (tenant_id, file_id) references bank_files (tenant_id, id)
);
create index bank_statements_by_account on bank_statements (tenant_id, money_account_id, first_day, last_day);

-- Every line once: its id is made from what it says, so a file that overlaps the last adds only what is new.
create table bank_lines (
  tenant_id uuid not null,
  id uuid not null,
  money_account_id uuid not null,
  statement_id uuid not null,
  line_no integer not null,
  day date not null,
  value_day date,
  -- Above zero: money in.
  amount_minor bigint not null,
  currency text not null,
  -- After the line.
  balance_minor bigint,
  counterparty text not null default '',
  reference text not null default '',
  description text not null default '',
  state text not null default 'open',
  constraint bank_lines_pkey primary key (tenant_id, id),
  constraint bank_lines_account foreign key (tenant_id, money_account_id) references money_accounts (tenant_id, id),
  constraint bank_lines_statement foreign key (tenant_id, statement_id) references bank_statements (tenant_id, id),
  constraint bank_lines_state check (state in ('open', 'matched', 'set-aside'))
);
create index bank_lines_by_day on bank_lines (tenant_id, money_account_id, day desc, line_no desc, id desc);
create index bank_lines_open on bank_lines (tenant_id, day desc, id desc) where state = 'open';

call close_to_other_tenants('bank_files', 'select, insert, update, delete');
call close_to_other_tenants('bank_layouts', 'select, insert, update, delete');
call close_to_other_tenants('bank_statements', 'select, insert, delete');
call close_to_other_tenants('bank_lines', 'select, insert, update, delete');
