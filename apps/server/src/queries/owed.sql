-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listOpenByDue
with open as (
select party_id, currency, due_day, sum(total_minor - settled_minor) as minor, count(*) as papers
from documents
where tenant_id = $1 and kind = $2 and state = 'issued' and settled_minor <> total_minor
group by party_id, currency, due_day
union all
select party_id, currency, $3::date, -sum(total_minor - settled_minor), 0 from documents
where tenant_id = $4 and kind = $5 and state = 'issued' and settled_minor <> total_minor
group by party_id, currency
union all
select party_id, currency, $6::date, -sum(unused_minor), 0 from payments
where tenant_id = $7 and direction = $8 and state = 'recorded' and unused_minor <> 0
group by party_id, currency
)
select o.party_id, p.name, p.phone, o.currency, coalesce(o.due_day, $9::date) as due_day, o.minor, o.papers
from open o join parties p on p.tenant_id = $10 and p.id = o.party_id;

-- listAccountMoves
select id, kind, number, day, case when kind = $1 then total_minor else -total_minor end as minor
from documents
where tenant_id = $2 and party_id = $3 and kind in ($4, $5) and state = 'issued'
and currency = $6 and day <= $7
union all
select id, 'payment', reference, day,
(case when direction = $8 then -1 else 1 end) * (amount_minor + withheld_minor + fee_minor)
from payments
where tenant_id = $9 and party_id = $10 and direction in ($11, $12) and state = 'recorded'
and currency = $13 and day <= $14
order by day, id;
