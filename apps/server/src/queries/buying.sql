-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertLanded
insert into landed_costs
(tenant_id, id, receipt_id, kind, amount_minor, spread_by, sold_minor, note, client_id, made_at, made_by)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9, $10, $11);

-- listLanded
select id, receipt_id as "receiptId", kind, amount_minor as "amountMinor", spread_by as "spreadBy",
sold_minor as "soldMinor", note
from landed_costs
where tenant_id = $1 and (receipt_id = $2::uuid or client_id = $3::uuid) order by id;

-- findSuppliers
select distinct on (lower(name)) lower(name) as name, id from parties
where tenant_id = $1 and merged_into is null
and lower(name) = any($2::text[])
order by lower(name), is_supplier desc, id;

-- markSuppliers
update parties set is_supplier = true, version = version + 1
where tenant_id = $1 and id = any($2::uuid[]) and not is_supplier;
