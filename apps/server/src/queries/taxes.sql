-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveOwnTax
insert into tax_settings as known (tenant_id, registration, tax_number, name, address, region)
select $1, $2, $3, $4, $5, $6
where $7::integer = coalesce(
(select version from tax_settings where tenant_id = $8), 0)
on conflict (tenant_id) do update set registration = excluded.registration, tax_number = excluded.tax_number,
name = excluded.name, address = excluded.address, region = excluded.region, version = known.version + 1
where known.version = $9;

-- findOwnTax
select registration, tax_number as "taxNumber", name, address, region, version
from tax_settings where tenant_id = $1;

-- saveItemTax
insert into item_taxes as known (tenant_id, item_id, tax_class, retail_price_minor, facts)
select $1, $2::uuid, $3, $4::bigint,
$5::jsonb
where $6::integer = coalesce(
(select version from item_taxes where tenant_id = $7 and item_id = $8::uuid), 0)
on conflict (tenant_id, item_id) do update set tax_class = excluded.tax_class,
retail_price_minor = excluded.retail_price_minor, facts = excluded.facts, version = known.version + 1
where known.version = $9;

-- listItemTaxes
select item_id, tax_class, retail_price_minor, facts, version from item_taxes
where tenant_id = $1 and item_id = any($2::uuid[]);

-- findTaxFacts
select s.registration, i.item_id, i.tax_class, i.retail_price_minor, i.facts, i.version
from (values ($1::uuid)) as t(tenant_id)
left join tax_settings s on s.tenant_id = t.tenant_id
left join item_taxes i on i.tenant_id = t.tenant_id and i.item_id = any($2::uuid[]);
