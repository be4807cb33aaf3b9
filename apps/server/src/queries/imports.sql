-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createImport
insert into imports (tenant_id, id, file_name, file_hash, bytes, state, layout, choice, fingerprint, created_by)
values ($1, $2, $3, $4, $5, 'ready',
$6, $7, $8, $9);

-- insertProblems
insert into "import_problems" (tenant_id, "import_id", "record_no", "line_no", "column_name", "reason", "details", "cells") select $1::uuid, * from unnest($2::uuid[], $3::int8[], $4::int8[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[]) on conflict (tenant_id, import_id, record_no) do nothing;

-- saveShape
insert into import_shapes (tenant_id, fingerprint, choice)
values ($1, $2, $3)
on conflict (tenant_id, fingerprint) do update set choice = excluded.choice, updated_at = now();

-- saveRules
insert into line_rules (tenant_id, rules) values ($1, $2)
on conflict (tenant_id) do update set rules = excluded.rules, updated_at = now();

-- saveCheckpoint
update imports set records_loaded = $1, bytes_read = $2,
lines_added = $3, lines_bad = $4
where tenant_id = $5 and id = $6;

-- setImportState
update imports set
state = $1,
choice = coalesce($2::jsonb, choice),
error_code = $3,
error_details = $4::jsonb,
started_at = case when $5 = 'loading' then coalesce(started_at, now()) else started_at end,
finished_at = case when $6 in ('done', 'failed', 'cancelled') then now() end
where tenant_id = $7 and id = $8;

-- finishImport
update imports set state = 'done', result = $1, finished_at = now()
where tenant_id = $2 and id = $3;

-- findImport
select
id, file_name, file_hash, bytes, state, layout, choice, records_loaded, bytes_read, lines_added, lines_bad,
result, error_code, error_details, created_at, started_at from imports where tenant_id = $1 and id = $2;

-- lockImport
select
id, file_name, file_hash, bytes, state, layout, choice, records_loaded, bytes_read, lines_added, lines_bad,
result, error_code, error_details, created_at, started_at from imports where tenant_id = $1 and id = $2 for update;

-- listImports
select
id, file_name, file_hash, bytes, state, layout, choice, records_loaded, bytes_read, lines_added, lines_bad,
result, error_code, error_details, created_at, started_at from imports
where tenant_id = $1 and ($2::uuid is null or id < $3::uuid)
order by id desc limit $4;

-- listDoneImports
select
id, file_name, file_hash, bytes, state, layout, choice, records_loaded, bytes_read, lines_added, lines_bad,
result, error_code, error_details, created_at, started_at from imports where tenant_id = $1 and state = 'done' order by id;

-- isAnyDoneSince
select 1 from imports where tenant_id = $1 and state = 'done' and finished_at > $2 limit 1;

-- isFileNeeded
select 1 from imports where tenant_id = $1 and file_hash = $2 and state <> 'cancelled'
limit 1;

-- isFileLoaded
select 1 from imports where tenant_id = $1 and file_hash = $2 and state = 'done'
and id <> $3 limit 1;

-- listProblems
select record_no, line_no, column_name, reason, details, cells from import_problems
where tenant_id = $1 and import_id = $2 and record_no > $3
order by record_no limit $4;

-- findShape
select choice from import_shapes where tenant_id = $1 and fingerprint = $2;

-- findRules
select rules from line_rules where tenant_id = $1;

-- deleteProblems
delete from import_problems where tenant_id = $1 and import_id = $2;

-- deleteRules
delete from line_rules where tenant_id = $1;
