-- What a business sells and to whom. Ids are derived from the tenant and the code, so that an import killed half-way makes the same ones again.
create table items (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  category text,
  unit text,
  barcode text,
  variant_of uuid,
  first_day date,
  last_day date,
  -- True once a person has changed the name or category: imports then leave it alone.
  named_by_person boolean not null default false,
  created_at timestamptz not null default now(),
  constraint items_pkey primary key (tenant_id, id),
  constraint items_code_once unique (tenant_id, code),
  constraint items_code_length check (char_length(code) between 1 and 120),
  constraint items_name_length check (char_length(name) between 1 and 300)
);

create table customers (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint customers_pkey primary key (tenant_id, id),
  constraint customers_code_once unique (tenant_id, code)
);

-- What the owner knows about buying an item; nulls mean the business's defaults.
create table item_supply (
  tenant_id uuid not null,
  item_id uuid not null,
  lead_time_days integer,
  pack_size_milli bigint,
  minimum_order_milli bigint,
  service_level_percent real,
  on_hand_milli bigint,
  on_order_milli bigint,
  unit_cost_minor bigint,
  supplier text,
  counted_on date,
  updated_at timestamptz not null default now(),
  constraint item_supply_pkey primary key (tenant_id, item_id),
  constraint item_supply_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint item_supply_lead_time check (lead_time_days between 0 and 400),
  constraint item_supply_pack check (pack_size_milli > 0),
  constraint item_supply_level check (service_level_percent between 50 and 99.9)
);

call close_to_other_tenants('items', 'select, insert, update, delete');
call close_to_other_tenants('customers', 'select, insert, update, delete');
call close_to_other_tenants('item_supply', 'select, insert, update, delete');
