-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listDueMoney
select d.id, d.kind, d.number, d.party_id, p.name as party_name, d.state = 'open' as nothing_received,
coalesce(d.due_day, case when d.kind = 'purchase-order'
then d.day + coalesce(p.lead_time_days, 0) + coalesce(p.terms_days, 0) else d.day end)::text as due_day,
(case when d.kind = 'purchase-order'
then d.total_minor - coalesce((select sum(b.total_minor) from documents b
where b.tenant_id = $1 and b.kind = 'bill' and b.from_id = d.id and b.state <> 'cancelled'), 0)
else d.total_minor - d.settled_minor end)
* case when d.net_minor = 0 then 1 else d.home_net_minor::float8 / d.net_minor end as minor
from documents d left join parties p on p.tenant_id = $2 and p.id = d.party_id
where d.tenant_id = $3 and (
(d.kind in ('invoice', 'bill') and d.state = 'issued' and d.settled_minor <> d.total_minor)
or (d.kind = 'purchase-order' and d.state in ('open', 'part-received', 'received')))
order by due_day, d.id limit $4;

-- listPaidDays
select d.party_id, coalesce(d.due_day, d.day)::text as due_day,
(case when d.settled_minor = d.total_minor then (select max(s.day) from settlements s
where s.tenant_id = $1 and s.document_id = d.id and s.undone_at is null) end)::text as paid_day
from documents d
where d.tenant_id = $2 and d.kind = 'invoice' and d.state = 'issued' and d.party_id is not null
and d.total_minor > 0 and d.day >= $3
order by d.day desc, d.id desc limit 20000;

-- sumCreditSales
select sum(home_net_minor) as all_minor, sum(home_net_minor) filter (where due_day > day) as credit_minor,
avg(due_day - day) filter (where due_day > day)::float8 as terms
from documents
where tenant_id = $1 and kind = 'invoice' and state = 'issued' and day >= $2;

-- sumPaymentsAfter
select p.money_account_id as id, sum(case when p.direction = 'in' then p.amount_minor else -p.amount_minor end) as minor
from jsonb_to_recordset($1::jsonb) as a(id uuid, after date)
join payments p on p.tenant_id = $2 and p.money_account_id = a.id and p.state = 'recorded'
and (a.after is null or p.day > a.after)
group by p.money_account_id;
