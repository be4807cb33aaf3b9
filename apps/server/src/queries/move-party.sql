-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- moveToParty
update documents set party_id = $1 where tenant_id = $2 and party_id = $3
and ($4 or id = any($5::uuid[])) returning id;
update payments set party_id = $1 where tenant_id = $2 and party_id = $3
and ($4 or id = any($5::uuid[])) returning id;
