-- The role that the platform runs as: no owner, no superuser, so that row-level security always holds for it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'resham_app') then
    create role resham_app nologin;
  end if;
end $$;
grant usage on schema public to resham_app;
create extension if not exists pg_trgm;

-- Closes a table of tenant data: only rows of the tenant that the transaction has set can be seen or written.
create procedure close_to_other_tenants(target regclass, allowed text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy one_tenant on %s using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
       with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', target);
  execute format('grant %s on %s to resham_app', allowed, target);
end $$;
