-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveSettings
insert into fiscal_settings as known (tenant_id, use, place, token_sealed, scenario)
select $1, $2, $3, $4, $5
where $6::integer = coalesce(
(select version from fiscal_settings where tenant_id = $7), 0)
on conflict (tenant_id) do update set use = excluded.use, place = excluded.place,
token_sealed = excluded.token_sealed, scenario = excluded.scenario, version = known.version + 1
where known.version = $8;

-- findSettings
select use, place, token_sealed as "tokenSealed", scenario, version
from fiscal_settings where tenant_id = $1;

-- insertSubmission
insert into fiscal_submissions (tenant_id, document_id, id, state, use, changed_at)
values ($1, $2, $3, 'waiting', $4, $5)
on conflict (tenant_id, document_id) do nothing;

-- updateSubmission
update fiscal_submissions set state = $1, use = $2, office_number = $3,
problems = $4::jsonb, accepted_at = $5, changed_at = $6,
version = version + 1
where tenant_id = $7 and document_id = $8;

-- findSubmission
select document_id as "documentId", id, state, use, office_number as "officeNumber", problems,
accepted_at as "acceptedAt", changed_at as "changedAt", version
from fiscal_submissions where tenant_id = $1 and document_id = $2;
select document_id as "documentId", id, state, use, office_number as "officeNumber", problems,
accepted_at as "acceptedAt", changed_at as "changedAt", version
from fiscal_submissions where tenant_id = $1 and document_id = $2 for update;

-- isNumberTaken
select 1 from fiscal_submissions
where tenant_id = $1 and office_number = $2 and document_id <> $3;

-- insertEvent
insert into fiscal_events (tenant_id, id, document_id, at, event, by_id, sent, status, answered, note)
values ($1, $2, $3, $4, $5, $6, $7,
$8, $9, $10);

-- listEvents
select id, document_id as "documentId", at, event, by_id as "byId", sent, status, answered, note
from fiscal_events where tenant_id = $1 and document_id = $2 order by id;

-- listSubmissions
select id, document_id as "documentId", state, office_number as "officeNumber" from fiscal_submissions
where tenant_id = $1 and ($2::text is null or state = $3)
and ($4::uuid is null or id < $5::uuid)
order by id desc limit $6;

-- countByState
select state, count(*) as papers from fiscal_submissions where tenant_id = $1 group by state;

-- listOfficeNumbers
select document_id as "documentId", office_number as "officeNumber" from fiscal_submissions
where tenant_id = $1 and document_id = any($2::uuid[]) and office_number is not null;
