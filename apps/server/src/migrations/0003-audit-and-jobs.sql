-- Who did what to what: rows are added and never changed. And long work as a person sees it.
create table audit_events (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null,
  constraint audit_events_pkey primary key (tenant_id, id),
  constraint audit_events_actor check (actor_kind in ('person', 'token', 'system'))
);
call close_to_other_tenants('audit_events', 'select, insert');

create table job_runs (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  state text not null,
  unit text not null,
  done double precision not null default 0,
  total double precision,
  attempts integer not null default 0,
  error_code text,
  created_at timestamptz not null,
  started_at timestamptz,
  updated_at timestamptz not null,
  constraint job_runs_pkey primary key (tenant_id, id),
  constraint job_runs_state check (state in ('waiting', 'working', 'done', 'failed', 'cancelled'))
);
create index job_runs_open on job_runs (tenant_id, state);
call close_to_other_tenants('job_runs', 'select, insert, update, delete');
