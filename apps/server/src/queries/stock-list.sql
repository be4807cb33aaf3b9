-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listStock
select i.id as "itemId", i.code, i.name, i.unit, l.on_hand as "onHandMilli", l.reserved as "reservedMilli",
c.value_minor as "valueMinor", l.expires as "expiresOn"
from item_costs c
join items i on i.tenant_id = c.tenant_id and i.id = c.item_id
join lateral (
select coalesce(sum(s.on_hand_milli), 0)::text as on_hand, coalesce(sum(s.reserved_milli), 0)::text as reserved,
bool_or(s.on_hand_milli < 0) as is_below, min(o.expires_on) filter (where s.on_hand_milli > 0) as expires
from stock_levels s left join lots o on o.tenant_id = s.tenant_id and o.id = s.lot_id
where s.tenant_id = c.tenant_id and s.item_id = c.item_id) l on true
where c.tenant_id = $1
and ($2::uuid[] is null or c.item_id = any($3::uuid[]))
and (not $4 or l.is_below)
and ($5::date is null or l.expires <= $6::date)
and ($7::text is null or lower(i.name) like $8 or lower(i.code) like $9 or i.barcode like $10)
and ($11::text is null or (i.name, i.id) > ($12, $13::uuid))
order by i.name, i.id limit $14;

-- listFree
select item_id as "itemId", sum(on_hand_milli - reserved_milli)::text as "freeMilli"
from stock_levels where tenant_id = $1 group by item_id;

-- summariseStock
select
(select count(*)::int from item_costs where tenant_id = $1 and quantity_milli > 0) as items,
(select count(distinct item_id)::int from stock_levels where tenant_id = $2 and on_hand_milli < 0) as "belowZero",
(select count(distinct s.item_id)::int from lots o join stock_levels s on s.tenant_id = o.tenant_id and s.lot_id = o.id
where o.tenant_id = $3 and o.expires_on <= $4 and s.on_hand_milli > 0) as expiring,
(select coalesce(sum(value_minor), 0)::text from item_costs where tenant_id = $5) as "valueMinor";

-- findItemStock
select i.id as "itemId", i.code, i.name, i.unit, coalesce(c.quantity_milli, 0)::text as "quantityMilli",
coalesce(c.value_minor, 0)::text as "valueMinor", l.item_id is not null as "wantsLots"
from items i
left join item_costs c on c.tenant_id = i.tenant_id and c.item_id = i.id
left join lot_items l on l.tenant_id = i.tenant_id and l.item_id = i.id
where i.tenant_id = $1 and i.id = $2;

-- listMoves
select m.id, m.at, m.day, m.kind, p.name as place, o.code as lot, m.quantity_milli as "quantityMilli",
m.value_minor as "valueMinor", m.reason, m.below_zero as "belowZero"
from stock_moves m
join places p on p.tenant_id = m.tenant_id and p.id = m.place_id
left join lots o on o.tenant_id = m.tenant_id and o.id = m.lot_id and m.lot_id <> $1
where m.tenant_id = $2 and m.item_id = $3
and ($4::uuid is null or m.id < $5::uuid)
order by m.id desc limit $6;
