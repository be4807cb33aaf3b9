-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- upsertItems
insert into "items" (tenant_id, "id", "code", "name", "category", "first_day", "last_day") select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[]) on conflict (tenant_id, id) do update set
name = case when items.named_by_person or (items.last_day > excluded.last_day and items.name <> items.code) then items.name else excluded.name end,
category = case when items.named_by_person then items.category else coalesce(excluded.category, items.category) end,
first_day = least(items.first_day, excluded.first_day),
last_day = greatest(items.last_day, excluded.last_day);
insert into "items" (tenant_id, "id", "code", "name", "category", "first_day", "last_day") select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[]) on conflict (tenant_id, id) do update set
name = case when items.named_by_person or (items.name <> items.code) then items.name else excluded.name end,
category = case when items.named_by_person then items.category else coalesce(excluded.category, items.category) end,
first_day = least(items.first_day, excluded.first_day),
last_day = greatest(items.last_day, excluded.last_day);

-- saveSupplies
insert into "item_supply" (tenant_id, "item_id", "lead_time_days", "pack_size_milli", "minimum_order_milli", "service_level_percent", "on_hand_milli", "on_order_milli", "unit_cost_minor", "supplier", "counted_on") select $1::uuid, * from unnest($2::uuid[], $3::int4[], $4::int8[], $5::int8[], $6::float4[], $7::int8[], $8::int8[], $9::int8[], $10::text[], $11::date[]) on conflict (tenant_id, item_id) do update set
lead_time_days = excluded.lead_time_days, pack_size_milli = excluded.pack_size_milli,
minimum_order_milli = excluded.minimum_order_milli, service_level_percent = excluded.service_level_percent,
on_hand_milli = excluded.on_hand_milli, on_order_milli = excluded.on_order_milli,
unit_cost_minor = excluded.unit_cost_minor, supplier = excluded.supplier,
counted_on = excluded.counted_on, updated_at = now();

-- changeItem
update items set
name = case when $1 then $2::text else name end,
category = case when $3 then $4::text else category end,
unit = case when $5 then $6::text else unit end,
barcode = case when $7 then $8::text else barcode end,
variant_of = case when $9 then $10::uuid else variant_of end,
named_by_person = named_by_person or $11
where tenant_id = $12 and id = $13;

-- listItems
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
where i.tenant_id = $1
and ($2::text is null or lower(i.name) like $3 or lower(i.code) like $4 or i.barcode like $5)
and ($6::text is null or i.category = $7)
and ($8::text is null or (i.name, i.id) > ($9, $10::uuid))
order by i.name, i.id limit $11;

-- findItem
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id where i.tenant_id = $1 and i.id = $2;

-- listAllItems
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id where i.tenant_id = $1 order by i.id;

-- listItemsById
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id where i.tenant_id = $1 and i.id = any($2::uuid[])
order by i.id;

-- findItemIds
select code, id from items where tenant_id = $1 and code = any($2::text[]);

-- findItemIdsByName
select lower(name) as name, min(id::text) as id from items
where tenant_id = $1 and lower(name) = any($2::text[])
group by 1 having count(*) = 1;

-- listItemNames
select id, code, name from items where tenant_id = $1 order by name, id;
