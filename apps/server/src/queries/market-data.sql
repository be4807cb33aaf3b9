-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- lockSource
select pg_advisory_xact_lock(hashtext($1));

-- saveSeries
insert into market_series (id, slug, source, source_key, source_name, licence, source_url, name_en, name_ur, search,
kind, unit, currency, per_currency, frequency, region, place, commodity, reporter, partner, flow, product_code,
measure, invented, revision, points, first_day, last_day, last_value, notes, run_id, updated_at)
select id, slug, source, "sourceKey", "sourceName", licence, "sourceUrl", "nameEn", "nameUr", search, kind, unit,
currency, "perCurrency", frequency, region, place, commodity, reporter, partner, flow, "productCode", measure,
invented, revision, points, "firstDay", "lastDay", "lastValue", notes, "runId", $1::timestamptz
from jsonb_to_recordset($2::jsonb) as r(id uuid, slug text, source text, "sourceKey" text,
"sourceName" text, licence text, "sourceUrl" text, "nameEn" text, "nameUr" text, search text, kind text, unit text,
currency text, "perCurrency" text, frequency text, region text, place text, commodity text, reporter text,
partner text, flow text, "productCode" text, measure text, invented boolean, revision integer, points integer,
"firstDay" date, "lastDay" date, "lastValue" double precision, notes jsonb, "runId" uuid)
on conflict (source, source_key) do update set source_name = excluded.source_name, licence = excluded.licence,
source_url = excluded.source_url, name_en = excluded.name_en, name_ur = excluded.name_ur, search = excluded.search,
kind = excluded.kind, unit = excluded.unit, currency = excluded.currency, per_currency = excluded.per_currency,
frequency = excluded.frequency, region = excluded.region, place = excluded.place, commodity = excluded.commodity,
reporter = excluded.reporter, partner = excluded.partner, flow = excluded.flow,
product_code = excluded.product_code, measure = excluded.measure, revision = excluded.revision,
points = excluded.points, first_day = excluded.first_day, last_day = excluded.last_day,
last_value = excluded.last_value, notes = excluded.notes, run_id = excluded.run_id,
updated_at = excluded.updated_at;

-- savePoints
insert into market_points (series_id, revision, day, value)
select * from unnest($1::uuid[], $2::integer[],
$3::date[], $4::double precision[]);

-- saveMarketOutlook
insert into market_outlooks (series_id, revision, made_at, engine, engine_version, seed, input_hash, brief, story)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9)
on conflict (series_id) do update set revision = excluded.revision, made_at = excluded.made_at,
engine = excluded.engine, engine_version = excluded.engine_version, seed = excluded.seed,
input_hash = excluded.input_hash, brief = excluded.brief, story = excluded.story;

-- listSeriesByKey
select id, source_key as "sourceKey", slug, revision from market_series
where source = $1 and source_key = any($2::text[]);

-- listTakenSlugs
select slug from market_series where slug = any($1::text[]);

-- listPoints
select p.series_id as id, array_agg(to_char(p.day, 'YYYY-MM-DD') order by p.day) as days,
array_agg(p.value order by p.day) as values
from market_points p join market_series s on s.id = p.series_id and s.revision = p.revision
where s.id = any($1::uuid[]) group by p.series_id;

-- listUnseenSeries
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId" from market_series s left join market_outlooks o on o.series_id = s.id
where o.revision is distinct from s.revision or o.engine_version <> $1
order by s.updated_at, s.slug limit $2;

-- findMarketOutlook
select series_id as "seriesId", revision, made_at as "madeAt", engine, engine_version as "engineVersion",
seed::float8 as seed, input_hash as "inputHash", brief, story
from market_outlooks where series_id = $1;

-- listSeriesOfKind
select
s.id, s.slug, s.source, s.source_key as "sourceKey", s.source_name as "sourceName", s.licence,
s.source_url as "sourceUrl", s.name_en as "nameEn", s.name_ur as "nameUr", s.kind, s.unit, s.currency,
s.per_currency as "perCurrency", s.frequency, s.region, s.place, s.commodity, s.reporter, s.partner, s.flow,
s.product_code as "productCode", s.measure, s.invented, s.revision, s.points, s.first_day as "firstDay",
s.last_day as "lastDay", s.last_value as "lastValue", s.notes, s.run_id as "runId" from market_series s
where s.kind = $1 and ($2 or not s.invented) order by s.last_day desc, s.slug;

-- countSeries
select b.by, b.name, count(*)::int as count
from market_series s cross join lateral (values ('kind', s.kind), ('place', s.place), ('source', s.source)) b(by, name)
where ($1 or not s.invented) and b.name is not null group by 1, 2 order by 1, 3 desc, 2;

-- sumAccuracy
select s.frequency, count(*)::int as series, sum((a ->> 'judged')::int)::int as judged,
sum((a ->> 'inside80')::int)::int as inside80, sum((a ->> 'inside95')::int)::int as inside95,
percentile_cont(0.5) within group (order by (a ->> 'againstNaive')::float8) as "againstNaive",
percentile_cont(0.5) within group (order by (a ->> 'typicalMiss')::float8) as "typicalMiss"
from market_outlooks o join market_series s on s.id = o.series_id, lateral (select o.story -> 'accuracy' as a) x
where jsonb_typeof(a) = 'object' and ($1 or not s.invented) group by s.frequency
order by array_position(array['day', 'week', 'month', 'quarter', 'year'], s.frequency);

-- deleteOldPoints
delete from market_points p using market_series s
where s.id = p.series_id and s.id = any($1::uuid[]) and p.revision < s.revision - 1;
