-- The books: every line of every ledger once, and what follows from them by day.
-- A line's id is the hash of its content and of its number among equal lines of one file: the same
-- file twice, or two files that overlap, meet at the primary key. No other index: bulk loading is
-- the hot path, and days are found by block range because ledgers arrive in order of time.
create table sale_lines (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  record_no bigint not null,
  document text not null,
  day date not null,
  minute_of_day smallint,
  item_id uuid not null,
  customer_id uuid,
  country text,
  channel text,
  kind text not null,
  rule_id text,
  quantity_milli bigint not null,
  net_minor bigint not null,
  currency text not null,
  constraint sale_lines_pkey primary key (tenant_id, id)
);
create index sale_lines_by_day on sale_lines using brin (day) with (pages_per_range = 16);

-- Daily facts. The rows of a day always follow from all lines of that day: an import makes the days
-- it touched anew, so nothing can be counted twice.
create table item_days (
  tenant_id uuid not null,
  item_id uuid not null,
  day date not null,
  quantity_milli bigint not null,
  net_minor bigint not null,
  orders integer not null,
  constraint item_days_pkey primary key (tenant_id, item_id, day)
);

create table group_days (
  tenant_id uuid not null,
  -- business, customer, country or channel
  subject text not null,
  key text not null,
  day date not null,
  quantity_milli bigint not null,
  net_minor bigint not null,
  orders integer not null,
  constraint group_days_pkey primary key (tenant_id, subject, key, day),
  constraint group_days_subject check (subject in ('business', 'customer', 'country', 'channel'))
);
create index group_days_by_day on group_days (tenant_id, day);
create index item_days_by_day on item_days (tenant_id, day);

call close_to_other_tenants('sale_lines', 'select, insert, update, delete');
call close_to_other_tenants('item_days', 'select, insert, update, delete');
call close_to_other_tenants('group_days', 'select, insert, update, delete');
