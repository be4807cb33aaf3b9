-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertPaper
insert into stock_papers
(tenant_id, id, kind, state, place_id, to_place_id, day, reason, note, client_id, made_at, made_by)
values ($1, $2, $3, $4, $5, $6, $7,
$8, $9, $10, $11, $12)
on conflict (tenant_id, client_id) do nothing;

-- keepLot
insert into lots as l (tenant_id, id, item_id, code, expires_on)
values ($1, $2, $3, $4, $5)
on conflict (tenant_id, item_id, code) do update set expires_on = coalesce(l.expires_on, excluded.expires_on)
returning id;

-- setWantsLots
insert into lot_items (tenant_id, item_id) values ($1, $2) on conflict do nothing;
delete from lot_items where tenant_id = $1 and item_id = $2;

-- findPaper
select
id, kind, state, place_id as "placeId", to_place_id as "toPlaceId", day, reason, note, version from stock_papers where tenant_id = $1 and (id = $2 or client_id = $3);

-- listOnTheWay
select
id, kind, state, place_id as "placeId", to_place_id as "toPlaceId", day, reason, note, version from stock_papers
where tenant_id = $1 and state = 'on-the-way' order by id desc limit 100;

-- listPaperLines
select m.document_id as "paperId", m.item_id as "itemId", i.name, i.unit, m.lot_id as "lotId",
m.quantity_milli as "quantityMilli", m.value_minor as "valueMinor"
from stock_moves m
join stock_papers p on p.tenant_id = m.tenant_id and p.id = m.document_id
join items i on i.tenant_id = m.tenant_id and i.id = m.item_id
where m.tenant_id = $1 and m.document_id = any($2::uuid[])
and (p.kind <> 'transfer' or (m.kind = 'transfer-out' and m.place_id = p.place_id))
order by m.document_id desc, m.id;

-- markArrived
update stock_papers set state = 'done', version = version + 1
where tenant_id = $1 and id = $2 and state = 'on-the-way' and version = $3;
