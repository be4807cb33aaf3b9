-- What was found to be one and merged, so that it can be taken apart again exactly; and what a person said is two.

create table merges (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  kept_id uuid not null,
  -- It stays in the books, a party with `merged_into`, an item put away, and stands in no list.
  gone_id uuid not null,
  -- Ids of what moved, by table, and what the kept one was before: what an undo puts back.
  moved jsonb not null default 'null',
  made_at timestamptz not null,
  made_by uuid,
  undone_at timestamptz,
  constraint merges_pkey primary key (tenant_id, id),
  constraint merges_kind check (kind in ('party', 'item')),
  constraint merges_two check (kept_id <> gone_id)
);
create index merges_newest on merges (tenant_id, made_at desc, id);

create table kept_apart (
  tenant_id uuid not null,
  kind text not null,
  -- In the order of ids.
  a_id uuid not null,
  b_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  constraint kept_apart_pkey primary key (tenant_id, kind, a_id, b_id),
  constraint kept_apart_kind check (kind in ('party', 'item'))
);

call close_to_other_tenants('merges', 'select, insert, update, delete');
call close_to_other_tenants('kept_apart', 'select, insert, delete');
