-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertMerge
insert into merges (tenant_id, id, kind, kept_id, gone_id, moved, made_at, made_by)
values ($1, $2, $3, $4, $5, $6,
$7, $8);

-- findMerge
select id, kind, kept_id as "keptId", gone_id as "goneId", moved, made_at as "madeAt", undone_at as "undoneAt" from merges where tenant_id = $1 and id = $2 for update;

-- listMerges
select id, kind, kept_id as "keptId", gone_id as "goneId", moved, made_at as "madeAt", undone_at as "undoneAt" from merges where tenant_id = $1 and undone_at is null
order by made_at desc, id limit $2;

-- markUndone
update merges set undone_at = $1 where tenant_id = $2 and id = $3;

-- insertApart
insert into kept_apart (tenant_id, kind, a_id, b_id, made_at, made_by)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing;

-- listApart
select kind, a_id as a, b_id as b from kept_apart where tenant_id = $1;
