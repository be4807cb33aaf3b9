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
and ($6::text is null or s.kind <> $7)
and ($8::text is null or s.source = $9)
and ($10::text is null or s.place = $11)
and ($12 = false or exists (
select 1 from market_watches w where w.tenant_id = $13 and w.series_id = s.id));
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
and ($7::text is null or s.kind <> $8)
and ($9::text is null or s.source = $10)
and ($11::text is null or s.place = $12)
and ($13 = false or exists (
select 1 from market_watches w where w.tenant_id = $14 and w.series_id = s.id)) order by watched desc, s.name_en, s.slug limit $15 offset $16;
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
and ($7::text is null or s.kind <> $8)
and ($9::text is null or s.source = $10)
and ($11::text is null or s.place = $12)
and ($13 = false or exists (
select 1 from market_watches w where w.tenant_id = $14 and w.series_id = s.id)) order by (o.brief -> 'yearChange' ->> 'ratio')::float8 desc nulls last, s.slug limit $15 offset $16;

-- listSeriesByGroup
select count(distinct case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end)::int as count, count(*)::int as "seriesCount"
from market_series s where
($1 or not s.invented)
and ($2::text[] is null or s.search like all ($3::text[]))
and ($4::text is null or s.kind = $5)
and ($6::text is null or s.kind <> $7)
and ($8::text is null or s.source = $9)
and ($10::text is null or s.place = $11)
and ($12 = false or exists (
select 1 from market_watches w where w.tenant_id = $13 and w.series_id = s.id));
with page as (
select case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end as key, row_number() over (order by min(s.name_en), min(s.slug)) as at
from market_series s left join market_outlooks o on o.series_id = s.id
where
($1 or not s.invented)
and ($2::text[] is null or s.search like all ($3::text[]))
and ($4::text is null or s.kind = $5)
and ($6::text is null or s.kind <> $7)
and ($8::text is null or s.source = $9)
and ($10::text is null or s.place = $11)
and ($12 = false or exists (
select 1 from market_watches w where w.tenant_id = $13 and w.series_id = s.id)) group by 1 order by 2 limit $14 offset $15)
select page.at::int as at,
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched, o.brief
from page join market_series s on case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end = page.key left join market_outlooks o on o.series_id = s.id
left join market_watches w on w.tenant_id = $16 and w.series_id = s.id
where
($17 or not s.invented)
and ($18::text[] is null or s.search like all ($19::text[]))
and ($20::text is null or s.kind = $21)
and ($22::text is null or s.kind <> $23)
and ($24::text is null or s.source = $25)
and ($26::text is null or s.place = $27)
and ($28 = false or exists (
select 1 from market_watches w where w.tenant_id = $29 and w.series_id = s.id)) order by page.at, s.place, s.slug;
with page as (
select case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end as key, row_number() over (order by max((o.brief -> 'yearChange' ->> 'ratio')::float8) desc nulls last, min(s.slug)) as at
from market_series s left join market_outlooks o on o.series_id = s.id
where
($1 or not s.invented)
and ($2::text[] is null or s.search like all ($3::text[]))
and ($4::text is null or s.kind = $5)
and ($6::text is null or s.kind <> $7)
and ($8::text is null or s.source = $9)
and ($10::text is null or s.place = $11)
and ($12 = false or exists (
select 1 from market_watches w where w.tenant_id = $13 and w.series_id = s.id)) group by 1 order by 2 limit $14 offset $15)
select page.at::int as at,
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId", w.series_id is not null as watched, o.brief
from page join market_series s on case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end = page.key left join market_outlooks o on o.series_id = s.id
left join market_watches w on w.tenant_id = $16 and w.series_id = s.id
where
($17 or not s.invented)
and ($18::text[] is null or s.search like all ($19::text[]))
and ($20::text is null or s.kind = $21)
and ($22::text is null or s.kind <> $23)
and ($24::text is null or s.source = $25)
and ($26::text is null or s.place = $27)
and ($28 = false or exists (
select 1 from market_watches w where w.tenant_id = $29 and w.series_id = s.id)) order by page.at, s.place, s.slug;

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
