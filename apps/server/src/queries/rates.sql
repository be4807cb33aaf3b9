-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveRates
insert into "exchange_rates" (tenant_id, "currency", "day", "rate", "source", "reason", "made_at", "made_by") select $1::uuid, * from unnest($2::text[], $3::date[], $4::numeric[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[]) on conflict (tenant_id, currency, day) do update set rate = excluded.rate, source = excluded.source,
reason = excluded.reason, made_at = excluded.made_at, made_by = excluded.made_by
where (exchange_rates.rate, exchange_rates.source) is distinct from (excluded.rate, excluded.source);
insert into "exchange_rates" (tenant_id, "currency", "day", "rate", "source", "reason", "made_at", "made_by") select $1::uuid, * from unnest($2::text[], $3::date[], $4::numeric[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[]) on conflict (tenant_id, currency, day) do update set rate = excluded.rate, source = excluded.source,
reason = excluded.reason, made_at = excluded.made_at, made_by = excluded.made_by
where (exchange_rates.rate, exchange_rates.source) is distinct from (excluded.rate, excluded.source)
and exchange_rates.source <> 'typed';

-- findRateBy
select
currency, day, trim_scale(rate)::text as rate, source, reason, made_at as "madeAt", made_by as "madeBy" from exchange_rates
where tenant_id = $1 and currency = $2 and day <= $3 order by day desc limit 1;

-- findRateAfter
select
currency, day, trim_scale(rate)::text as rate, source, reason, made_at as "madeAt", made_by as "madeBy" from exchange_rates
where tenant_id = $1 and currency = $2 and day > $3 order by day limit 1;

-- listLatestRates
select distinct on (currency)
currency, day, trim_scale(rate)::text as rate, source, reason, made_at as "madeAt", made_by as "madeBy" from exchange_rates
where tenant_id = $1 order by currency, day desc;

-- listRates
select
currency, day, trim_scale(rate)::text as rate, source, reason, made_at as "madeAt", made_by as "madeBy" from exchange_rates
where tenant_id = $1 and currency = $2
and ($3::date is null or day < $4::date)
order by day desc limit $5;

-- listRatesBetween
select
currency, day, trim_scale(rate)::text as rate, source, reason, made_at as "madeAt", made_by as "madeBy" from exchange_rates
where tenant_id = $1 and currency = $2 and day between $3 and $4 order by day;
