-- What taxes need to know besides the pack: how the business itself stands with the tax office, and of which class an item is.

create table tax_settings (
  tenant_id uuid not null,
  -- One of the pack's kinds of registration.
  registration text not null,
  tax_number text,
  -- As the tax office knows it; null: the business's own name.
  name text,
  address text,
  -- Code of the pack's region.
  region text,
  version integer not null default 1,
  constraint tax_settings_pkey primary key (tenant_id)
);

create table item_taxes (
  tenant_id uuid not null,
  item_id uuid not null,
  -- One of the pack's classes; null: the usual one.
  tax_class text,
  -- Printed on one unit, home currency.
  retail_price_minor bigint,
  -- What the tax office's service asks of an item, by the ids of its facts.
  facts jsonb not null default '{}',
  version integer not null default 1,
  constraint item_taxes_pkey primary key (tenant_id, item_id),
  constraint item_taxes_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint item_taxes_retail_price check (retail_price_minor > 0)
);

call close_to_other_tenants('tax_settings', 'select, insert, update, delete');
call close_to_other_tenants('item_taxes', 'select, insert, update, delete');
