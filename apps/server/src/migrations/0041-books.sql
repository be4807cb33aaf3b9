-- Sums of months that are over, so that a page need not add up a year of entries; and rates of exchange by day.

-- True while ledger_month_sums holds the sums of that month. Whoever writes into the month takes it back.
alter table ledger_periods add column summed boolean not null default false;

create table ledger_month_sums (
  tenant_id uuid not null,
  month date not null,
  account_code text not null,
  debit_minor numeric(30) not null,
  credit_minor numeric(30) not null,
  constraint ledger_month_sums_pkey primary key (tenant_id, month, account_code)
);
call close_to_other_tenants('ledger_month_sums', 'select, insert, delete');

-- Home currency for one unit of the foreign one, both in major units, from a day on until the next.
create table exchange_rates (
  tenant_id uuid not null,
  currency text not null,
  day date not null,
  rate numeric(24, 12) not null,
  -- `typed`: a person wrote it; else the file that it came from.
  source text not null,
  reason text,
  made_at timestamptz not null,
  made_by uuid,
  constraint exchange_rates_pkey primary key (tenant_id, currency, day),
  constraint exchange_rates_currency check (currency ~ '^[A-Z]{3}$'),
  constraint exchange_rates_above_zero check (rate > 0)
);
call close_to_other_tenants('exchange_rates', 'select, insert, update, delete');
