-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listOpenByAge
with open as (
select party_id, currency, array[coalesce(sum(total_minor - settled_minor) filter (where due_day > ($1::date - 0)), 0), coalesce(sum(total_minor - settled_minor) filter (where (due_day <= ($2::date - 0) and due_day > ($3::date - 31) or due_day is null)), 0), coalesce(sum(total_minor - settled_minor) filter (where due_day <= ($4::date - 31) and due_day > ($5::date - 61)), 0), coalesce(sum(total_minor - settled_minor) filter (where due_day <= ($6::date - 61) and due_day > ($7::date - 91)), 0), coalesce(sum(total_minor - settled_minor) filter (where due_day <= ($8::date - 91)), 0)]::numeric[] as minors, coalesce(min(due_day), $9::date) as oldest,
count(*) as papers
from documents
where tenant_id = $10 and kind = $11 and state = 'issued' and settled_minor <> total_minor
group by party_id, currency
union all
select party_id, currency, array[0, -sum(total_minor - settled_minor), 0, 0, 0]::numeric[], null, 0 from documents
where tenant_id = $12 and kind = $13 and state = 'issued' and settled_minor <> total_minor
group by party_id, currency
union all
select party_id, currency, array[0, -sum(unused_minor), 0, 0, 0]::numeric[], null, 0 from payments
where tenant_id = $14 and direction = $15 and state = 'recorded' and unused_minor <> 0
group by party_id, currency
)
select o.party_id, p.name, p.phone, o.currency, o.minors::text[] as minors, o.oldest, o.papers
from open o join parties p on p.tenant_id = $16 and p.id = o.party_id;

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
