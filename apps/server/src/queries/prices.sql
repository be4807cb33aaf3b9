-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createPriceList
insert into price_lists (tenant_id, id, name, currency, is_default)
values ($1, $2, $3, $4, not exists (
select 1 from price_lists where tenant_id = $5 and currency = $6 and is_default))
on conflict (tenant_id, name) do nothing;

-- renamePriceList
update price_lists set name = $1, version = version + 1
where tenant_id = $2 and id = $3
and not exists (select 1 from price_lists where tenant_id = $4 and name = $5 and id <> $6);

-- makeDefault
update price_lists set is_default = false, version = version + 1
where tenant_id = $1 and currency = $2 and is_default and id <> $3;
update price_lists set is_default = true, version = version + 1
where tenant_id = $1 and id = $2 and not is_default;

-- findDefaultList
select id from price_lists where tenant_id = $1 and currency = $2 and is_default;

-- lockPriceList
select id, name, currency, is_default as "isDefault", version from price_lists
where tenant_id = $1 and id = $2 for update;

-- replacePrices
delete from item_prices where tenant_id = $1 and price_list_id = $2 and item_id = $3;
insert into "item_prices" (tenant_id, "price_list_id", "item_id", "from_quantity_milli", "price_thousandths") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::int8[], $5::int8[]);

-- listPriceLists
select l.id, l.name, l.currency, l.is_default as "isDefault", l.version,
(select count(distinct p.item_id)::int from item_prices p
where p.tenant_id = l.tenant_id and p.price_list_id = l.id) as items
from price_lists l where l.tenant_id = $1 order by l.name;

-- listListedItems
select i.id as "itemId", i.code, i.name, i.unit, i.barcode,
coalesce((select json_agg(json_build_array(p.from_quantity_milli, p.price_thousandths::text)
order by p.from_quantity_milli)
from item_prices p where p.tenant_id = $1 and p.price_list_id = $2 and p.item_id = i.id),
'[]'::json) as prices
from items i
where i.tenant_id = $3 and i.archived_at is null
and ($4::text is null or lower(i.name) like $5 or lower(i.code) like $6 or i.barcode like $7)
and ($8::text is null or (i.name, i.id) > ($9, $10::uuid))
order by i.name, i.id limit $11;

-- findPrices
select distinct on (a.item_id) a.item_id as "itemId", p.price_thousandths as price
from unnest($1::uuid[], $2::bigint[])
as a (item_id, quantity_milli)
join item_prices p on p.tenant_id = $3 and p.item_id = a.item_id
and p.from_quantity_milli <= a.quantity_milli
join price_lists l on l.tenant_id = p.tenant_id and l.id = p.price_list_id and l.currency = $4
and (l.is_default or l.id = $5::uuid)
order by a.item_id, (l.id = $6::uuid) desc nulls last, p.from_quantity_milli desc;
