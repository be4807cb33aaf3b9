-- Stock by place: what the owner allows, which goods are kept by lots, what is set aside for whom, and papers of stock's own.

create table stock_settings (
  tenant_id uuid not null,
  -- False: what is not there cannot leave. True: it may, and the move says so.
  allow_below_zero boolean not null default false,
  -- More may arrive than was ordered, up to this share of it; beyond, a person must say so.
  over_receipt_percent integer not null default 10,
  version integer not null default 1,
  constraint stock_settings_pkey primary key (tenant_id),
  constraint stock_settings_over_receipt check (over_receipt_percent between 0 and 100)
);

-- Goods kept by lots: each arrival names its lot, and what expires first leaves first.
create table lot_items (
  tenant_id uuid not null,
  item_id uuid not null,
  constraint lot_items_pkey primary key (tenant_id, item_id),
  constraint lot_items_item foreign key (tenant_id, item_id) references items (tenant_id, id)
);

-- What is set aside, by the line of a document that asked for it. The levels' reserved_milli is its sum.
create table stock_reservations (
  tenant_id uuid not null,
  line_id uuid not null,
  item_id uuid not null,
  place_id uuid not null,
  quantity_milli bigint not null,
  constraint stock_reservations_pkey primary key (tenant_id, line_id),
  constraint stock_reservations_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint stock_reservations_place foreign key (tenant_id, place_id) references places (tenant_id, id),
  constraint stock_reservations_quantity check (quantity_milli > 0)
);
create index stock_reservations_by_item on stock_reservations (tenant_id, item_id);

-- What a person does to stock outside buying and selling. Its moves carry its id as document_id.
create table stock_papers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  place_id uuid not null,
  -- Where a transfer goes.
  to_place_id uuid,
  day date not null,
  reason text,
  note text,
  client_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  constraint stock_papers_pkey primary key (tenant_id, id),
  constraint stock_papers_client_once unique (tenant_id, client_id),
  constraint stock_papers_place foreign key (tenant_id, place_id) references places (tenant_id, id),
  constraint stock_papers_to_place foreign key (tenant_id, to_place_id) references places (tenant_id, id),
  constraint stock_papers_kind check (kind in ('opening', 'adjust', 'transfer')),
  constraint stock_papers_state check (state in ('done', 'on-the-way'))
);
create index stock_papers_on_the_way on stock_papers (tenant_id, id desc) where state = 'on-the-way';

-- What the last goods of a known cost cost: their value by their quantity. Goods that are owed are taken to cost as much.
alter table item_costs add column last_milli bigint, add column last_minor bigint;

-- Lists of what is short, of what expires: by item and by day.
create index lots_by_expiry on lots (tenant_id, expires_on) where expires_on is not null;

call close_to_other_tenants('stock_settings', 'select, insert, update, delete');
call close_to_other_tenants('lot_items', 'select, insert, update, delete');
call close_to_other_tenants('stock_reservations', 'select, insert, update, delete');
call close_to_other_tenants('stock_papers', 'select, insert, update, delete');
