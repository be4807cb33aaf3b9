-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- lockItems
insert into item_costs as c (tenant_id, item_id, quantity_milli, value_minor)
select tenant_id, id, 0, 0 from items where tenant_id = $1 and id = any($2::uuid[]) order by id
on conflict (tenant_id, item_id) do update set quantity_milli = c.quantity_milli
returning c.item_id, c.quantity_milli, c.value_minor, c.last_milli, c.last_minor,
exists (select from lot_items l where l.tenant_id = c.tenant_id and l.item_id = c.item_id) as wants_lots,
c.quantity_milli = 0 and not exists
(select from stock_moves m where m.tenant_id = c.tenant_id and m.item_id = c.item_id) as is_new,
(select array[s.unit_cost_minor::text, s.on_hand_milli::text, s.counted_on::text] from item_supply s
where s.tenant_id = c.tenant_id and s.item_id = c.item_id) as supply;

-- insertMoves
insert into "stock_moves" (tenant_id, "id", "at", "day", "kind", "item_id", "place_id", "lot_id", "quantity_milli", "value_minor", "document_id", "document_line_id", "reason", "below_zero", "by_id") select $1::uuid, * from unnest($2::uuid[], $3::timestamptz[], $4::date[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::int8[], $10::int8[], $11::uuid[], $12::uuid[], $13::text[], $14::bool[], $15::uuid[]);

-- addToLevels
insert into "stock_levels" (tenant_id, "item_id", "place_id", "lot_id", "on_hand_milli", "reserved_milli") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int8[], $6::int8[]) on conflict (tenant_id, item_id, place_id, lot_id) do update set
on_hand_milli = stock_levels.on_hand_milli + excluded.on_hand_milli,
reserved_milli = stock_levels.reserved_milli + excluded.reserved_milli;

-- saveCosts
insert into "item_costs" (tenant_id, "item_id", "quantity_milli", "value_minor", "last_milli", "last_minor") select $1::uuid, * from unnest($2::uuid[], $3::int8[], $4::int8[], $5::int8[], $6::int8[]) on conflict (tenant_id, item_id) do update set quantity_milli = excluded.quantity_milli,
value_minor = excluded.value_minor, last_milli = excluded.last_milli, last_minor = excluded.last_minor;

-- saveLayers
delete from cost_layers l using unnest($1::uuid[], $2::uuid[])
as g (item_id, id)
where l.tenant_id = $3 and l.item_id = g.item_id and l.id = g.id;
insert into "cost_layers" (tenant_id, "item_id", "id", "day", "remaining_milli", "remaining_minor") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::date[], $5::int8[], $6::int8[]) on conflict (tenant_id, item_id, id) do update set
remaining_milli = excluded.remaining_milli, remaining_minor = excluded.remaining_minor;

-- listLevels
select item_id, place_id, lot_id, on_hand_milli, reserved_milli from stock_levels
where tenant_id = $1 and item_id = any($2::uuid[])
and ($3::uuid is null or place_id = $4::uuid);

-- listArrivals
select m.id, m.item_id, m.place_id, m.quantity_milli as milli, m.value_minor as minor, i.weight_grams
from stock_moves m join items i on i.tenant_id = m.tenant_id and i.id = m.item_id
where m.tenant_id = $1 and m.document_id = $2 and m.kind = 'receive' order by m.id;

-- listFreeOf
select l.item_id as id, sum(l.on_hand_milli - l.reserved_milli)::text as milli from stock_levels l
where l.tenant_id = $1 and l.item_id = any($2::uuid[])
and exists (select from stock_moves m where m.tenant_id = l.tenant_id and m.item_id = l.item_id)
group by l.item_id;

-- listLots
select id, item_id as "itemId", code, expires_on as "expiresOn" from lots
where tenant_id = $1 and item_id = any($2::uuid[]);

-- listLayers
select item_id, id, day, remaining_milli as milli, remaining_minor as minor from cost_layers
where tenant_id = $1 and item_id = any($2::uuid[]);
