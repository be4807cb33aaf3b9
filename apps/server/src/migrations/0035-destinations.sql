-- Where to sell: who buys what from whom by year, what headings of goods are called, and which heading a business's goods have.
create table trade_flows (
  invented boolean not null,
  -- Heading or subheading of the Harmonised System: 4 or 6 digits.
  product_code text not null,
  -- `export` or `import`, as its reporter counts it. Countries as the source names them: letters or numbers.
  flow text not null,
  reporter text not null,
  partner text not null,
  year integer not null,
  value_usd double precision not null,
  -- Null where it is not known.
  weight_kg double precision,
  run_id uuid not null,
  constraint trade_flows_pkey primary key (invented, product_code, flow, reporter, partner, year),
  constraint trade_flows_product check (product_code ~ '^\d{4}(\d{2})?$'),
  constraint trade_flows_flow check (flow in ('export', 'import')),
  constraint trade_flows_sound check (value_usd >= 0 and (weight_kg is null or weight_kg > 0))
);
create index trade_flows_heading on trade_flows (invented, left(product_code, 4));

create table trade_headings (
  invented boolean not null,
  code text not null,
  name_en text not null,
  -- Null where the words are not known in Urdu.
  name_ur text,
  constraint trade_headings_pkey primary key (invented, code),
  constraint trade_headings_code check (code ~ '^\d{4}$')
);
create index trade_headings_search on trade_headings using gin (lower(name_en) gin_trgm_ops);

grant select, insert, update, delete on trade_flows, trade_headings to resham_app;

create table heading_choices (
  tenant_id uuid not null,
  -- A category by its name, or one item by its code, which goes before its category.
  subject text not null,
  key text not null,
  heading text not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  constraint heading_choices_pkey primary key (tenant_id, subject, key),
  constraint heading_choices_subject check (subject in ('category', 'item')),
  constraint heading_choices_heading check (heading ~ '^\d{4}$')
);
call close_to_other_tenants('heading_choices', 'select, insert, update, delete');
