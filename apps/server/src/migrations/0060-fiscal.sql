-- Invoices handed in at the tax office: how far each is, and what was sent and answered each time.

create table fiscal_settings (
  tenant_id uuid not null,
  use text not null,
  -- One of the places that the operator allows; a person chooses, and types none.
  place text not null,
  -- Sealed with the platform's secret: what stands here opens nothing by itself.
  token_sealed text,
  -- For trials.
  scenario text,
  version integer not null default 1,
  constraint fiscal_settings_pkey primary key (tenant_id),
  constraint fiscal_settings_use check (use in ('off', 'trial', 'real'))
);

create table fiscal_submissions (
  tenant_id uuid not null,
  document_id uuid not null,
  id uuid not null,
  state text not null,
  use text not null,
  -- The office's number, once it is taken in.
  office_number text,
  -- What is wrong, as [{ field, code, line, said }]; or, while it waits, why it could not be sent.
  problems jsonb not null default '[]',
  accepted_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint fiscal_submissions_pkey primary key (tenant_id, document_id),
  constraint fiscal_submissions_document foreign key (tenant_id, document_id) references documents (tenant_id, id),
  constraint fiscal_submissions_state check (state in ('waiting', 'sending', 'accepted', 'refused', 'uncertain', 'cancelled')),
  constraint fiscal_submissions_number check ((state in ('accepted', 'cancelled')) = (office_number is not null))
);
create index fiscal_submissions_by_state on fiscal_submissions (tenant_id, state, id desc);
-- One invoice of the office is one of ours.
create unique index fiscal_submissions_number_once on fiscal_submissions (tenant_id, office_number)
  where office_number is not null;

-- Each sending and each word of a person about it, once and for good: in a year this is the evidence.
create table fiscal_events (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  at timestamptz not null,
  event text not null,
  by_id uuid,
  -- The exact text that was sent, and what came back.
  sent text,
  status integer,
  answered text,
  note text,
  constraint fiscal_events_pkey primary key (tenant_id, id),
  constraint fiscal_events_submission foreign key (tenant_id, document_id) references fiscal_submissions (tenant_id, document_id)
);
create index fiscal_events_by_document on fiscal_events (tenant_id, document_id, id);

call close_to_other_tenants('fiscal_settings', 'select, insert, update, delete');
call close_to_other_tenants('fiscal_submissions', 'select, insert, update, delete');
call close_to_other_tenants('fiscal_events', 'select, insert, delete');
