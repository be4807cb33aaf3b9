-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listCameAndBilled
select case when l.id = any($1::uuid[]) then l.id else l.from_line_id end as key, d.kind,
l.quantity_milli as quantity, l.net_minor as net, d.currency, trim_scale(d.rate)::text as rate, d.place_id as "placeId"
from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
where l.tenant_id = $2
and (l.from_line_id = any($3::uuid[]) or (l.id = any($4::uuid[]) and d.kind = 'receipt'))
and ((d.kind = 'receipt' and d.state = 'received') or (d.kind = 'bill' and d.state = 'issued'))
order by d.issued_at, d.id, l.line_no;
