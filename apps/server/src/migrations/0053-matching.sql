-- What people said of the lines of their statements: it teaches the next, and is what an undo takes back.

create table match_memory (
  tenant_id uuid not null,
  line_id uuid not null,
  direction text not null,
  -- As the bank wrote them.
  payer text,
  narrative text not null,
  -- { partyId, documents, delayDays, deduction, isPart }; null: it pays no document.
  paid jsonb,
  -- The payment that was recorded, and what it settled.
  payment_id uuid,
  settlement_ids jsonb not null default '[]',
  made_at timestamptz not null,
  made_by uuid,
  constraint match_memory_pkey primary key (tenant_id, line_id),
  constraint match_memory_line foreign key (tenant_id, line_id) references bank_lines (tenant_id, id),
  constraint match_memory_payment foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  constraint match_memory_direction check (direction in ('in', 'out'))
);
create index match_memory_newest on match_memory (tenant_id, made_at desc, line_id);

call close_to_other_tenants('match_memory', 'select, insert, update, delete');
