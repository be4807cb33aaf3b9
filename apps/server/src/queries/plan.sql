-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- replacePlan
delete from plan_lines where tenant_id = $1;
insert into "plan_lines" (tenant_id, "item_id", "urgency", "state", "search", "needs_order", "cost_minor", "demand", "line") select $1::uuid, * from unnest($2::uuid[], $3::int4[], $4::text[], $5::text[], $6::bool[], $7::int8[], $8::jsonb[], $9::jsonb[]);

-- putLines
insert into "plan_lines" (tenant_id, "item_id", "urgency", "state", "search", "needs_order", "cost_minor", "demand", "line") select $1::uuid, * from unnest($2::uuid[], $3::int4[], $4::text[], $5::text[], $6::bool[], $7::int8[], $8::jsonb[], $9::jsonb[]) on conflict (tenant_id, item_id) do update set urgency = excluded.urgency, state = excluded.state, search = excluded.search,
needs_order = excluded.needs_order, cost_minor = excluded.cost_minor, line = excluded.line;

-- savePlanSettings
insert into plan_settings (tenant_id, lead_time_days, review_days, service_level_percent)
values ($1, $2, $3, $4)
on conflict (tenant_id) do update set lead_time_days = excluded.lead_time_days, review_days = excluded.review_days,
service_level_percent = excluded.service_level_percent, updated_at = now();

-- putOnList
delete from purchase_list where tenant_id = $1 and item_id = $2;
insert into purchase_list (tenant_id, item_id, quantity_milli, added_by)
values ($1, $2, $3, $4)
on conflict (tenant_id, item_id) do update set quantity_milli = excluded.quantity_milli, added_at = now();

-- listDemands
select item_id as "itemId", demand, line from plan_lines
where tenant_id = $1 and ($2::uuid[] is null or item_id = any($3::uuid[]));

-- findPlanDay
select (demand ->> 'today')::int as today from plan_lines where tenant_id = $1 limit 1;

-- listLines
select p.line, l.quantity_milli as listed
from plan_lines p left join purchase_list l on l.tenant_id = p.tenant_id and l.item_id = p.item_id
where p.tenant_id = $1
and ($2::text is null or p.state = $3)
and ($4::text is null or p.search like $5)
order by p.urgency, p.item_id limit $6 offset $7;

-- summarise
select state as urgency, count(*)::int as lines, (count(*) filter (where needs_order))::int as orders,
sum(cost_minor)::text as cost,
(select (demand ->> 'today')::int from plan_lines where tenant_id = $1 limit 1) as today
from plan_lines where tenant_id = $2 group by 1;

-- findPlanSettings
select lead_time_days as "leadTimeDays", review_days as "reviewDays", service_level_percent as "serviceLevelPercent"
from plan_settings where tenant_id = $1;

-- listPurchases
select l.item_id as "itemId", i.code, i.name, i.unit, s.supplier, l.quantity_milli as "quantityMilli",
coalesce(s.unit_cost_minor::text, p.line -> 'unitCost' ->> 'minor') as "unitCostMinor"
from purchase_list l
join items i on i.tenant_id = l.tenant_id and i.id = l.item_id
left join item_supply s on s.tenant_id = l.tenant_id and s.item_id = l.item_id
left join plan_lines p on p.tenant_id = l.tenant_id and p.item_id = l.item_id
where l.tenant_id = $1 order by s.supplier nulls last, i.name, i.id;

-- clearList
delete from purchase_list where tenant_id = $1;
