-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- upsertCustomers
insert into "parties" (tenant_id, "id", "code", "name") select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[]) on conflict (tenant_id, id) do update set name = excluded.name where excluded.name not in (parties.name, parties.code);

-- listPartyNames
select id, name from parties where tenant_id = $1;
