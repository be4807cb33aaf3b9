-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- watchByKeys
insert into market_watches (tenant_id, series_id, added_by, added_at)
select $1::uuid, id, null, $2::timestamptz from market_series
where source = $3 and source_key = any($4::text[])
on conflict (tenant_id, series_id) do nothing;

-- listWatchedSeries
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId" from market_series s join market_watches w on w.series_id = s.id
where w.tenant_id = $1 and ($2 or not s.invented) order by w.added_at, s.slug;
