-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- recordAudit
insert into audit_events (tenant_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, details)
values ($1, $2, $3, $4, $5,
$6, $7, $8, $9);

-- listAudit
select id, at, actor_kind as "actorKind", actor_id as "actorId", action, subject_kind as "subjectKind",
subject_id as "subjectId", details
from audit_events
where tenant_id = $1 and ($2::uuid is null or id < $3::uuid)
order by id desc limit $4;
