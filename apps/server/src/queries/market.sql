-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- watchSeries
insert into market_watches (tenant_id, series_id, added_by, added_at)
values ($1, $2, $3, $4) on conflict (tenant_id, series_id) do nothing;

-- listSeries
select count(*)::int as count from market_series s where
($1 or not s.invented)
and ($2::text[] is null or s.search like all ($3::text[]))
and ($4::text is null or s.kind = $5)
and ($6::text is null or s.source = $7)
and ($8::text is null or s.place = $9)
and ($10 = false or exists (
select 1 from market_watches w where w.tenant_id = $11 and w.series_id = s.id));
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched, o.brief
from market_series s left join market_outlooks o on o.series_id = s.id
left join market_watches w on w.tenant_id = $1 and w.series_id = s.id
where
($2 or not s.invented)
and ($3::text[] is null or s.search like all ($4::text[]))
and ($5::text is null or s.kind = $6)
and ($7::text is null or s.source = $8)
and ($9::text is null or s.place = $10)
and ($11 = false or exists (
select 1 from market_watches w where w.tenant_id = $12 and w.series_id = s.id)) order by watched desc, s.name_en, s.slug limit $13 offset $14;
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched, o.brief
from market_series s left join market_outlooks o on o.series_id = s.id
left join market_watches w on w.tenant_id = $1 and w.series_id = s.id
where
($2 or not s.invented)
and ($3::text[] is null or s.search like all ($4::text[]))
and ($5::text is null or s.kind = $6)
and ($7::text is null or s.source = $8)
and ($9::text is null or s.place = $10)
and ($11 = false or exists (
select 1 from market_watches w where w.tenant_id = $12 and w.series_id = s.id)) order by (o.brief -> 'yearChange' ->> 'ratio')::float8 desc nulls last, s.slug limit $13 offset $14;

-- findSeries
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched, o.brief
from market_series s left join market_outlooks o on o.series_id = s.id
left join market_watches w on w.tenant_id = $1 and w.series_id = s.id
where s.slug = $2 and ($3 or not s.invented);

-- removeWatch
delete from market_watches where tenant_id = $1 and series_id = $2;
