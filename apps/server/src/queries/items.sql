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

-- createItems
insert into "items" (tenant_id, "id", "code", "name", "category", "unit", "barcode", "variant_of", "options", "named_by_person") select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::jsonb[], $10::bool[]) on conflict (tenant_id, code) do nothing;

-- changeItem
update items set
name = case when $1 then $2::text else name end,
category = case when $3 then $4::text else category end,
unit = case when $5 then $6::text else unit end,
barcode = case when $7 then $8::text else barcode end,
variant_of = case when $9 then $10::uuid else variant_of end,
descriptions = case when $11 then $12::jsonb else descriptions end,
attributes = case when $13 then $14::jsonb else attributes end,
options = case when $15 then $16::jsonb else options end,
weight_grams = case when $17 then $18::integer else weight_grams end,
length_mm = case when $19 then $20::integer else length_mm end,
width_mm = case when $21 then $22::integer else width_mm end,
height_mm = case when $23 then $24::integer else height_mm end,
archived_at = case when not $25 then archived_at
when $26 then coalesce(archived_at, now()) end,
named_by_person = named_by_person or $27,
version = version + 1
where tenant_id = $28 and id = $29
and ($30::integer is null or version = $31::integer);

-- listVariants
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on,
(select p.id from item_photos p where p.tenant_id = i.tenant_id and p.item_id = i.id order by p.position, p.id limit 1)
as photo_id,
(select p.price_thousandths from item_prices p
where p.tenant_id = i.tenant_id and p.item_id = i.id and p.price_list_id =
(select l.id from price_lists l where l.tenant_id = $1 and l.is_default and l.currency = $2)
order by p.from_quantity_milli limit 1) as price_thousandths from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
where i.tenant_id = $3 and i.variant_of = $4 and i.archived_at is null
order by i.name, i.id;

-- findBarcodeOwner
select id, name from items
where tenant_id = $1 and barcode = $2 and archived_at is null
and ($3::uuid is null or id <> $4::uuid) limit 1;

-- listItems
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on,
(select p.id from item_photos p where p.tenant_id = i.tenant_id and p.item_id = i.id order by p.position, p.id limit 1)
as photo_id,
(select p.price_thousandths from item_prices p
where p.tenant_id = i.tenant_id and p.item_id = i.id and p.price_list_id =
(select l.id from price_lists l where l.tenant_id = $1 and l.is_default and l.currency = $2)
order by p.from_quantity_milli limit 1) as price_thousandths from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
where i.tenant_id = $3 and i.archived_at is null
order by i.name, i.id limit 10;
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on,
(select p.id from item_photos p where p.tenant_id = i.tenant_id and p.item_id = i.id order by p.position, p.id limit 1)
as photo_id,
(select p.price_thousandths from item_prices p
where p.tenant_id = i.tenant_id and p.item_id = i.id and p.price_list_id =
(select l.id from price_lists l where l.tenant_id = $1 and l.is_default and l.currency = $2)
order by p.from_quantity_milli limit 1) as price_thousandths from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
where i.tenant_id = $3 and i.archived_at is null
and (lower(i.name) like $4 or lower(i.code) like $5 or i.barcode like $6)
and i.category = $7
and (i.name, i.id) > ($8, $9::uuid)
order by i.name, i.id limit 10;

-- findItem
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on,
(select p.id from item_photos p where p.tenant_id = i.tenant_id and p.item_id = i.id order by p.position, p.id limit 1)
as photo_id,
(select p.price_thousandths from item_prices p
where p.tenant_id = i.tenant_id and p.item_id = i.id and p.price_list_id =
(select l.id from price_lists l where l.tenant_id = $1 and l.is_default and l.currency = $2)
order by p.from_quantity_milli limit 1) as price_thousandths from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id where i.tenant_id = $3 and i.id = $4;

-- listAllItems
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on from items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id where i.tenant_id = $1 order by i.id;

-- listItemsById
select
i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
i.archived_at is not null as archived, i.version,
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

-- listItemMarks
select id, name, barcode, unit from items where tenant_id = $1 and archived_at is null order by id;

-- archiveItem
update items set archived_at = $1 where tenant_id = $2 and id = $3 and archived_at is null;

-- unarchiveItem
update items set archived_at = null where tenant_id = $1 and id = $2;
