-- Counting stock: who counted how much of what, against what the books said at that moment, until it is posted.

create table stock_counts (
  tenant_id uuid not null,
  id uuid not null,
  state text not null,
  place_id uuid not null,
  -- Only goods of this category; null: everything at the place.
  category text,
  -- True: who counts does not see what the books say.
  is_blind boolean not null,
  client_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  closed_at timestamptz,
  constraint stock_counts_pkey primary key (tenant_id, id),
  constraint stock_counts_client_once unique (tenant_id, client_id),
  constraint stock_counts_place foreign key (tenant_id, place_id) references places (tenant_id, id),
  constraint stock_counts_state check (state in ('open', 'posted', 'cancelled'))
);

-- One count of one heap. A second heap of the same thing is a second row; a miscount is taken back.
create table stock_count_entries (
  tenant_id uuid not null,
  count_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  lot_id uuid,
  quantity_milli bigint not null,
  -- What the books had at the place when it was counted: what sells afterwards changes neither side.
  expected_milli bigint not null,
  counted_at timestamptz not null,
  counted_by uuid,
  client_id uuid,
  taken_back_at timestamptz,
  constraint stock_count_entries_pkey primary key (tenant_id, count_id, id),
  constraint stock_count_entries_client_once unique (tenant_id, client_id),
  constraint stock_count_entries_count foreign key (tenant_id, count_id) references stock_counts (tenant_id, id),
  constraint stock_count_entries_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint stock_count_entries_quantity check (quantity_milli >= 0)
);

-- Where two people counted the same thing and differ, what a third look says.
create table stock_count_decisions (
  tenant_id uuid not null,
  count_id uuid not null,
  item_id uuid not null,
  -- All zeros: goods without lots.
  lot_id uuid not null,
  quantity_milli bigint not null,
  decided_by uuid,
  constraint stock_count_decisions_pkey primary key (tenant_id, count_id, item_id, lot_id),
  constraint stock_count_decisions_count foreign key (tenant_id, count_id) references stock_counts (tenant_id, id),
  constraint stock_count_decisions_item foreign key (tenant_id, item_id) references items (tenant_id, id),
  constraint stock_count_decisions_quantity check (quantity_milli >= 0)
);

call close_to_other_tenants('stock_counts', 'select, insert, update, delete');
call close_to_other_tenants('stock_count_entries', 'select, insert, update, delete');
call close_to_other_tenants('stock_count_decisions', 'select, insert, update, delete');
