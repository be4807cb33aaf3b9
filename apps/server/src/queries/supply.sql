-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listOnOrder
select l.item_id as id, sum(greatest(l.quantity_milli - coalesce(r.came, 0), 0))::text as milli
from documents d
join document_lines l on l.tenant_id = d.tenant_id and l.document_id = d.id
left join lateral (
select sum(x.quantity_milli) as came from document_lines x
join documents y on y.tenant_id = x.tenant_id and y.id = x.document_id
where x.tenant_id = l.tenant_id and x.from_line_id = l.id and y.kind = 'receipt' and y.state = 'received') r on true
where d.tenant_id = $1 and d.kind = 'purchase-order' and d.state in ('open', 'part-received')
and l.item_id is not null and ($2::uuid[] is null or l.item_id = any($3::uuid[]))
group by l.item_id;

-- listOpenToReceive
select l.id, (l.quantity_milli - coalesce(r.came, 0))::text as milli
from document_lines l
left join lateral (
select sum(x.quantity_milli) as came from document_lines x
join documents y on y.tenant_id = x.tenant_id and y.id = x.document_id
where x.tenant_id = l.tenant_id and x.from_line_id = l.id and y.kind = 'receipt' and y.state <> 'cancelled') r on true
where l.tenant_id = $1 and l.document_id = $2;

-- listLeadDays
select x.item_id as "itemId", o.party_id as "partyId",
greatest(r.day - (o.issued_at at time zone b.time_zone)::date, 0)::int as days
from documents r
join document_lines x on x.tenant_id = r.tenant_id and x.document_id = r.id
join document_lines l on l.tenant_id = x.tenant_id and l.id = x.from_line_id
join documents o on o.tenant_id = l.tenant_id and o.id = l.document_id and o.kind = 'purchase-order'
join businesses b on b.id = r.tenant_id
where r.tenant_id = $1 and r.kind = 'receipt' and r.state = 'received' and o.issued_at is not null
and x.item_id is not null and r.day > (now() - interval '3 years')::date
and ($2::uuid[] is null or x.item_id = any($3::uuid[]))
order by r.day, r.id, x.line_no;
