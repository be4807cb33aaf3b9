-- Sales files handed in, how each is read, how far it is, and the rows that were left out.
create table imports (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_hash text not null,
  bytes bigint not null,
  state text not null,
  -- How the file is read: layout as found, and the person's choice.
  layout jsonb,
  choice jsonb,
  fingerprint text,
  -- The checkpoint: records of the file whose lines are in the books. Written in the same transaction as the lines.
  records_loaded bigint not null default 0,
  bytes_read bigint not null default 0,
  lines_added bigint not null default 0,
  lines_bad bigint not null default 0,
  result jsonb,
  error_code text,
  error_details jsonb,
  job_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint imports_pkey primary key (tenant_id, id),
  constraint imports_state check (state in ('ready', 'waiting', 'loading', 'done', 'failed', 'cancelled'))
);
create index imports_by_file on imports (tenant_id, file_hash);

create table import_problems (
  tenant_id uuid not null,
  import_id uuid not null,
  record_no bigint not null,
  line_no bigint not null,
  column_name text,
  reason text not null,
  details jsonb not null,
  cells jsonb not null,
  constraint import_problems_pkey primary key (tenant_id, import_id, record_no),
  constraint import_problems_import foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);

-- A correction that a person made, used again for the next file of the same shape.
create table import_shapes (
  tenant_id uuid not null,
  fingerprint text not null,
  choice jsonb not null,
  updated_at timestamptz not null default now(),
  constraint import_shapes_pkey primary key (tenant_id, fingerprint)
);

-- The rules that tell sales from returns, charges and adjustments, once a person has changed them.
create table line_rules (
  tenant_id uuid not null,
  rules jsonb not null,
  updated_at timestamptz not null default now(),
  constraint line_rules_pkey primary key (tenant_id)
);

call close_to_other_tenants('imports', 'select, insert, update, delete');
call close_to_other_tenants('import_problems', 'select, insert, update, delete');
call close_to_other_tenants('import_shapes', 'select, insert, update, delete');
call close_to_other_tenants('line_rules', 'select, insert, update, delete');
