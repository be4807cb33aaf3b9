-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- sumLineTaxes
select date_trunc('month', d.day)::date as month, case when d.kind in ('invoice', 'credit-note') then 'sold' else 'bought' end as side, coalesce(t.code, '') as code, d.currency, d.rate,
sum(case when d.kind in ('credit-note', 'debit-note') then -1 else 1 end * l.net_minor) as "netMinor", sum(case when d.kind in ('credit-note', 'debit-note') then -1 else 1 end * coalesce(t.amount, 0)) as "taxMinor", count(*) as lines
from
documents d
join document_lines l on l.tenant_id = d.tenant_id and l.document_id = d.id
left join lateral jsonb_to_recordset(l.taxes) as t(code text, rate text, amount bigint) on true
where d.tenant_id = $1 and d.kind in ('invoice', 'credit-note', 'bill', 'debit-note')
and d.issued_at is not null and d.day between $2 and $3
group by 1, 2, 3, 4, 5 order by 1, 2, 3;

-- listTaxedPapers
select x.*, p.name as "partyName", p.tax_number as "taxNumber", p.registration from (
select d.tenant_id, d.id, d.day, d.kind, d.number, d.party_id, coalesce(t.code, '') as code,
coalesce(t.rate, '') as "taxRate", d.currency, sum(case when d.kind in ('credit-note', 'debit-note') then -1 else 1 end * l.net_minor) as "netMinor",
sum(case when d.kind in ('credit-note', 'debit-note') then -1 else 1 end * coalesce(t.amount, 0)) as "taxMinor"
from
documents d
join document_lines l on l.tenant_id = d.tenant_id and l.document_id = d.id
left join lateral jsonb_to_recordset(l.taxes) as t(code text, rate text, amount bigint) on true
where d.tenant_id = $1 and d.kind in ('invoice', 'credit-note', 'bill', 'debit-note')
and d.issued_at is not null and d.day between $2 and $3
group by d.tenant_id, d.id, d.day, d.kind, d.number, d.party_id, 7, 8, d.currency) x
left join parties p on p.tenant_id = x.tenant_id and p.id = x.party_id
order by x.day, x.id, x.code, x."taxRate";

-- listWithheld
select y.day, y.direction, y.number, p.name as "partyName", p.tax_number as "taxNumber", y.currency, y.rate,
y.amount_minor as "amountMinor", y.withheld_minor as "withheldMinor"
from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id
where y.tenant_id = $1 and y.state = 'recorded' and y.withheld_minor <> 0
and y.day between $2 and $3
order by y.day, y.id;

-- listDocumentNames
select d.id, d.number, p.name as "partyName", d.day, d.currency, d.total_minor as "totalMinor"
from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
where d.tenant_id = $1 and d.id = any($2::uuid[]);
