-- What an item is beyond its name: how it is described, sold and shown, and for how much.
alter table items
  -- { "en": "...", "ur": "..." }: what a buyer reads.
  add column descriptions jsonb not null default '{}',
  -- { "material": "PU", "origin": "Sialkot" }: what a category asks of its goods.
  add column attributes jsonb not null default '{}',
  -- Of a variant: { "size": "5", "colour": "red" }, what tells it from its sisters.
  add column options jsonb not null default '{}',
  add column weight_grams integer,
  add column length_mm integer,
  add column width_mm integer,
  add column height_mm integer,
  add column archived_at timestamptz,
  add column version integer not null default 1,
  add constraint items_weight check (weight_grams between 1 and 100000000),
  add constraint items_length check (length_mm between 1 and 100000),
  add constraint items_width check (width_mm between 1 and 100000),
  add constraint items_height check (height_mm between 1 and 100000);
create index items_by_barcode on items (tenant_id, barcode) where barcode is not null;
create index items_by_parent on items (tenant_id, variant_of) where variant_of is not null;
create index items_by_name on items (tenant_id, name, id);

-- Photographs, made small and without what the camera wrote into them. The files lie in the store under their hashes.
create table item_photos (
  tenant_id uuid not null,
  item_id uuid not null,
  id uuid not null,
  position integer not null,
  width integer not null,
  height integer not null,
  -- { "thumb.webp": hash, "page.avif": hash, ... }
  files jsonb not null,
  -- What is to be seen, for who cannot see it.
  says text,
  added_at timestamptz not null,
  constraint item_photos_pkey primary key (tenant_id, item_id, id),
  constraint item_photos_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);

create table price_lists (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  currency text not null,
  -- Used where a customer has no list of their own; one a currency.
  is_default boolean not null default false,
  version integer not null default 1,
  constraint price_lists_pkey primary key (tenant_id, id),
  constraint price_lists_name_once unique (tenant_id, name)
);
create unique index price_lists_one_default on price_lists (tenant_id, currency) where is_default;

create table item_prices (
  tenant_id uuid not null,
  price_list_id uuid not null,
  item_id uuid not null,
  -- From this many on.
  from_quantity_milli bigint not null default 0,
  price_thousandths bigint not null,
  constraint item_prices_pkey primary key (tenant_id, price_list_id, item_id, from_quantity_milli),
  constraint item_prices_list foreign key (tenant_id, price_list_id) references price_lists (tenant_id, id) on delete cascade,
  constraint item_prices_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint item_prices_from check (from_quantity_milli >= 0),
  constraint item_prices_price check (price_thousandths >= 0)
);
create index item_prices_by_item on item_prices (tenant_id, item_id);

call close_to_other_tenants('item_photos', 'select, insert, update, delete');
call close_to_other_tenants('price_lists', 'select, insert, update, delete');
call close_to_other_tenants('item_prices', 'select, insert, update, delete');
