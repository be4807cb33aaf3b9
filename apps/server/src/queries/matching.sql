-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- rememberMatch
insert into match_memory (tenant_id, line_id, direction, payer, narrative, paid, payment_id, settlement_ids, made_at,
made_by)
values ($1, $2, $3, $4, $5,
$6, $7, $8,
$9, $10)
on conflict (tenant_id, line_id) do update set paid = excluded.paid, payment_id = excluded.payment_id,
settlement_ids = excluded.settlement_ids, made_at = excluded.made_at, made_by = excluded.made_by;

-- findMatch
select line_id, direction, payer, narrative, paid, payment_id, settlement_ids, made_at, made_by from match_memory
where tenant_id = $1 and line_id = $2 for update;

-- isFromStatement
select from match_memory where tenant_id = $1 and payment_id = $2 limit 1;

-- listConfirmations
select direction, payer, narrative, paid from match_memory where tenant_id = $1
order by made_at desc, line_id limit $2;

-- forgetMatch
delete from match_memory where tenant_id = $1 and line_id = $2;
