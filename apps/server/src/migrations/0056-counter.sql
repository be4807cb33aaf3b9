-- Sales at the counter as the phones handed them in: what came of each, and those that wait for a person. Nothing is lost.

create table counter_sales (
  tenant_id uuid not null,
  -- Given by the phone; the invoice carries it too.
  client_id uuid not null,
  state text not null,
  received_at timestamptz not null,
  -- By the phone's own clock, and as it was by ours.
  phone_sold_at timestamptz not null,
  sold_at timestamptz not null,
  -- The invoice it became; null while it waits.
  document_id uuid,
  -- The sale as it came.
  sale jsonb not null,
  -- What differs from what the phone knew: [{ code, details }].
  notes jsonb not null default '[]',
  -- Why it waits: { code, details }.
  problem jsonb,
  made_by uuid,
  constraint counter_sales_pkey primary key (tenant_id, client_id),
  constraint counter_sales_document foreign key (tenant_id, document_id) references documents (tenant_id, id),
  constraint counter_sales_state check (state in ('sold', 'waiting', 'dropped'))
);
create index counter_sales_by_time on counter_sales (tenant_id, sold_at desc, client_id desc);
create index counter_sales_waiting on counter_sales (tenant_id, received_at) where state = 'waiting';
call close_to_other_tenants('counter_sales', 'select, insert, update, delete');
