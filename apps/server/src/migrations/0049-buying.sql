-- What getting goods here cost besides their price, spread over an arrival.
create table landed_costs (
  tenant_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  kind text not null,
  -- Home currency.
  amount_minor bigint not null,
  spread_by text not null,
  -- Of the amount, what came too late for goods that were gone.
  sold_minor bigint not null,
  note text,
  client_id uuid,
  made_at timestamptz not null,
  made_by uuid,
  constraint landed_costs_pkey primary key (tenant_id, id),
  constraint landed_costs_client_once unique (tenant_id, client_id),
  constraint landed_costs_receipt foreign key (tenant_id, receipt_id) references documents (tenant_id, id),
  constraint landed_costs_kind check (kind in ('freight', 'duty', 'insurance', 'other')),
  constraint landed_costs_spread check (spread_by in ('value', 'weight', 'quantity')),
  constraint landed_costs_amount check (amount_minor > 0)
);
create index landed_costs_by_receipt on landed_costs (tenant_id, receipt_id);
call close_to_other_tenants('landed_costs', 'select, insert, delete');
