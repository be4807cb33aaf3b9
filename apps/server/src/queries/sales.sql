-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertLines
insert into "sale_lines" (tenant_id, "id", "import_id", "record_no", "document", "day", "minute_of_day", "item_id", "customer_id", "country", "channel", "kind", "rule_id", "quantity_milli", "net_minor", "currency") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::int8[], $5::text[], $6::date[], $7::int2[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int8[], $15::int8[], $16::text[]) on conflict (tenant_id, id) do nothing;
insert into "sale_lines" (tenant_id, "id", "import_id", "record_no", "document", "day", "minute_of_day", "item_id", "customer_id", "country", "channel", "kind", "rule_id", "quantity_milli", "net_minor", "currency") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::int8[], $5::text[], $6::date[], $7::int2[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int8[], $15::int8[], $16::text[]) on conflict (tenant_id, id) do update set kind = excluded.kind, rule_id = excluded.rule_id where (sale_lines.kind, sale_lines.rule_id) is distinct from (excluded.kind, excluded.rule_id);

-- addToDays
insert into item_days as known (tenant_id, item_id, day, quantity_milli, net_minor, orders)
select tenant_id, item_id, day, sum(quantity_milli), sum(net_minor), count(distinct document)
from sale_lines where tenant_id = $1 and id = any($2::uuid[]) and kind in ('sale', 'return', 'cancellation') group by tenant_id, item_id, day order by item_id, day
on conflict (tenant_id, item_id, day) do update set
quantity_milli = known.quantity_milli + excluded.quantity_milli,
net_minor = known.net_minor + excluded.net_minor, orders = known.orders + excluded.orders;
insert into group_days as known (tenant_id, subject, key, day, quantity_milli, net_minor, orders)
select $1::uuid, subject, key, day, sum(quantity_milli), sum(net_minor), count(distinct document)
from sale_lines cross join lateral (
values ('business', ''), ('customer', customer_id::text), ('country', country), ('channel', channel)
) as part (subject, key)
where tenant_id = $2 and id = any($3::uuid[]) and kind in ('sale', 'return', 'cancellation') and key is not null group by subject, key, day order by subject, key, day
on conflict (tenant_id, subject, key, day) do update set
quantity_milli = known.quantity_milli + excluded.quantity_milli,
net_minor = known.net_minor + excluded.net_minor, orders = known.orders + excluded.orders;

-- listLastPrices
select wanted.id, round(last.net_minor * 1000000.0 / last.quantity_milli) as price
from unnest($1::uuid[]) as wanted (id) cross join lateral (
select net_minor, quantity_milli from item_days
where tenant_id = $2 and item_id = wanted.id and quantity_milli > 0 and net_minor > 0
order by day desc limit 1
) as last;

-- rebuildDays
delete from item_days where tenant_id = $1 and day = any($2::date[]);
delete from group_days where tenant_id = $1 and day = any($2::date[]);
insert into item_days (tenant_id, item_id, day, quantity_milli, net_minor, orders)
select tenant_id, item_id, day, sum(quantity_milli), sum(net_minor), count(distinct document)
from sale_lines where tenant_id = $1 and day = any($2::date[]) and kind in ('sale', 'return', 'cancellation')
group by tenant_id, day, item_id;
with documents as materialized (
select day, document, customer_id, country, channel,
sum(quantity_milli)::bigint as quantity_milli, sum(net_minor)::bigint as net_minor
from sale_lines where tenant_id = $1 and day = any($2::date[]) and kind in ('sale', 'return', 'cancellation')
group by day, document, customer_id, country, channel
)
insert into group_days (tenant_id, subject, key, day, quantity_milli, net_minor, orders)
select $3::uuid, subject, key, day, sum(quantity_milli), sum(net_minor), count(distinct document)
from documents cross join lateral (
values ('business', ''), ('customer', customer_id::text), ('country', country), ('channel', channel)
) as part (subject, key)
where key is not null
group by day, subject, key;

-- listDaysOfImport
select distinct day from sale_lines where tenant_id = $1 and import_id = $2;

-- findBooksSpan
select min(day) as first, max(day) as last from group_days
where tenant_id = $1 and subject = 'business';

-- countLinesByKind
select kind, count(*) as lines, sum(net_minor) as net from sale_lines
where tenant_id = $1 and import_id = $2 group by kind order by kind;

-- listItemFacts
select item_id::text as key,
string_agg((day - date '1970-01-01')::text, ',' order by day) as days,
string_agg(quantity_milli::text, ',' order by day) as quantities,
string_agg(net_minor::text, ',' order by day) as nets,
string_agg(orders::text, ',' order by day) as orders from item_days where tenant_id = $1 group by item_id order by item_id;

-- listFactsOfItems
select item_id::text as key,
string_agg((day - date '1970-01-01')::text, ',' order by day) as days,
string_agg(quantity_milli::text, ',' order by day) as quantities,
string_agg(net_minor::text, ',' order by day) as nets,
string_agg(orders::text, ',' order by day) as orders from item_days
where tenant_id = $1 and item_id = any($2::uuid[]) group by item_id order by item_id;

-- listGroupFacts
select key,
string_agg((day - date '1970-01-01')::text, ',' order by day) as days,
string_agg(quantity_milli::text, ',' order by day) as quantities,
string_agg(net_minor::text, ',' order by day) as nets,
string_agg(orders::text, ',' order by day) as orders from group_days where tenant_id = $1 and subject = $2 group by key order by key;

-- listSoldSince
select d.item_id as id, sum(d.quantity_milli) as sold
from unnest($1::uuid[], $2::date[]) as c (item_id, day)
join item_days d on d.item_id = c.item_id and d.day > c.day
where d.tenant_id = $3 and ($4::date is null or d.day < $5::date) group by d.item_id;

-- deleteLinesOfImport
delete from sale_lines where tenant_id = $1 and import_id = $2;
