-- What the books say today: made anew after each import, read by every page.
create table outlooks (
  tenant_id uuid not null,
  through_day date not null,
  made_at timestamptz not null,
  engine text not null,
  engine_version text not null,
  seed bigint not null,
  input_hash text not null,
  today jsonb not null,
  constraint outlooks_pkey primary key (tenant_id)
);

create table trends (
  tenant_id uuid not null,
  -- item, category, country, customer or channel
  subject text not null,
  key text not null,
  name text not null,
  search text not null,
  rank integer not null,
  abc text,
  xyz text,
  status text,
  category text,
  net_minor bigint not null,
  growth double precision,
  -- What a list shows of it; and the rest, for its own page.
  brief jsonb not null,
  full_story jsonb not null,
  constraint trends_pkey primary key (tenant_id, subject, key)
);
create index trends_by_rank on trends (tenant_id, subject, rank);

create table plan_lines (
  tenant_id uuid not null,
  item_id uuid not null,
  -- Place in the list, most urgent first.
  urgency integer not null,
  -- What lists and sums ask, beside the line itself: reading thousands of lines to count them would be slow.
  state text not null,
  search text not null,
  needs_order boolean not null,
  cost_minor bigint,
  -- Demand as a distribution, kept so that a line can be planned anew when stock or lead time change.
  demand jsonb not null,
  line jsonb not null,
  constraint plan_lines_pkey primary key (tenant_id, item_id)
);
create index plan_lines_by_urgency on plan_lines (tenant_id, urgency);

create table plan_settings (
  tenant_id uuid not null,
  lead_time_days integer not null,
  review_days integer not null,
  service_level_percent real not null,
  updated_at timestamptz not null default now(),
  constraint plan_settings_pkey primary key (tenant_id)
);

create table purchase_list (
  tenant_id uuid not null,
  item_id uuid not null,
  quantity_milli bigint not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  constraint purchase_list_pkey primary key (tenant_id, item_id),
  constraint purchase_list_quantity_positive check (quantity_milli > 0)
);

call close_to_other_tenants('outlooks', 'select, insert, update, delete');
call close_to_other_tenants('trends', 'select, insert, update, delete');
call close_to_other_tenants('plan_lines', 'select, insert, update, delete');
call close_to_other_tenants('plan_settings', 'select, insert, update, delete');
call close_to_other_tenants('purchase_list', 'select, insert, update, delete');
