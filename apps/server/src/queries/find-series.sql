-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- listSeriesWords
select w.kind, w.name, count(*)::int as count from market_series s
cross join lateral (values ('good', coalesce(s.commodity, s.name_en)), ('place', s.place), ('place', s.region)) w(kind, name)
where ($1 or not s.invented) and w.name is not null group by 1, 2 order by 3 desc, 2 limit 2000;

-- listAskable
select good, place, "nameUr" from (
select distinct on (s.commodity) s.commodity as good, s.place, s.name_ur as "nameUr", s.last_day,
w.series_id is not null as watched
from market_series s left join market_watches w on w.tenant_id = $1 and w.series_id = s.id
where s.kind = 'price' and s.commodity is not null and ($2 or not s.invented)
order by s.commodity, w.series_id is not null desc, s.last_day desc, s.slug) best
order by watched desc, last_day desc, good limit $3;

-- findSeriesByWords
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched
from market_series s left join market_watches w on w.tenant_id = $1 and w.series_id = s.id
where ($2 or s.search like any($3::text[]))
and s.kind = any($4::text[]) and ($5 or not s.invented)
order by array_position($6::text[], s.kind), watched desc, s.last_day desc, s.slug
limit $7;
