-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveFlows
insert into trade_flows (invented, product_code, flow, reporter, partner, year, value_usd, weight_kg, run_id)
select $1, "productCode", flow, reporter, partner, year, "valueUsd", "weightKg", $2::uuid
from jsonb_to_recordset($3::jsonb) as r("productCode" text, flow text, reporter text, partner text,
year integer, "valueUsd" double precision, "weightKg" double precision)
on conflict (invented, product_code, flow, reporter, partner, year) do update set
value_usd = excluded.value_usd, weight_kg = excluded.weight_kg, run_id = excluded.run_id;

-- saveHeadings
insert into trade_headings (invented, code, name_en, name_ur)
select $1, code, "nameEn", "nameUr"
from jsonb_to_recordset($2::jsonb) as r(code text, "nameEn" text, "nameUr" text)
on conflict (invented, code) do update set name_en = excluded.name_en,
name_ur = coalesce(excluded.name_ur, trade_headings.name_ur);

-- listFlows
select distinct on (flow, reporter, partner, year) flow, reporter, partner, year,
sum(value_usd) as "valueUsd", case when count(*) = count(weight_kg) then sum(weight_kg) end as "weightKg"
from trade_flows
where invented = $1 and left(product_code, 4) = $2
and ((flow = 'import' and partner = any($3::text[]))
or (flow = 'export' and reporter = any($4::text[])))
group by flow, reporter, partner, year, length(product_code)
order by flow, reporter, partner, year, length(product_code);

-- findLastFlowYear
select max(year) as year from trade_flows where invented = $1;

-- listTradedHeadings
select left(product_code, 4) as heading, count(distinct (reporter, partner))::int as countries
from trade_flows where invented = $1 group by 1 order by 1;

-- findHeadings
select distinct on (code) code, name_en as "nameEn", name_ur as "nameUr" from trade_headings
where code = any($1::text[]) and ($2 or not invented) order by code, invented desc;

-- searchHeadings
select distinct on (code) code, name_en as "nameEn", name_ur as "nameUr" from trade_headings
where ($1 or not invented)
and (lower(name_en) like $2 or name_ur like $3 or code like $4)
order by code, invented desc limit $5;
