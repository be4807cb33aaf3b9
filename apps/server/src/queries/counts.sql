-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertCount
insert into stock_counts (tenant_id, id, state, place_id, category, is_blind, client_id, made_at, made_by)
values ($1, $2, 'open', $3, $4, $5, $6,
$7, $8)
on conflict (tenant_id, client_id) do nothing;

-- insertEntry
insert into stock_count_entries
(tenant_id, count_id, id, item_id, lot_id, quantity_milli, expected_milli, counted_at, counted_by, client_id)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9, $10)
on conflict (tenant_id, client_id) do nothing;

-- saveDecision
insert into stock_count_decisions (tenant_id, count_id, item_id, lot_id, quantity_milli, decided_by)
values ($1, $2, $3, $4, $5, $6)
on conflict (tenant_id, count_id, item_id, lot_id) do update set quantity_milli = excluded.quantity_milli,
decided_by = excluded.decided_by;

-- holdCount
select from stock_counts where tenant_id = $1 and id = $2 and state = 'open' for share;

-- listCounts
select
c.id, c.state, c.place_id as "placeId", p.name as place, c.category, c.is_blind as "isBlind", c.version, c.made_at as "madeAt",
(select count(distinct e.item_id)::int from stock_count_entries e
where e.tenant_id = c.tenant_id and e.count_id = c.id and e.taken_back_at is null) as counted from stock_counts c join places p on p.tenant_id = c.tenant_id and p.id = c.place_id where c.tenant_id = $1 order by c.id desc limit 50;

-- findCount
select
c.id, c.state, c.place_id as "placeId", p.name as place, c.category, c.is_blind as "isBlind", c.version, c.made_at as "madeAt",
(select count(distinct e.item_id)::int from stock_count_entries e
where e.tenant_id = c.tenant_id and e.count_id = c.id and e.taken_back_at is null) as counted from stock_counts c join places p on p.tenant_id = c.tenant_id and p.id = c.place_id
where c.tenant_id = $1 and (c.id = $2 or c.client_id = $3);

-- findCountable
select id from items where tenant_id = $1
and (id = $2::uuid or lower(code) = lower($3::text) or ltrim(barcode, '0') = ltrim($4::text, '0'))
limit 2;

-- expectedAt
select (
coalesce((select sum(on_hand_milli) from stock_levels where tenant_id = $1 and item_id = $2
and place_id = $3 and lot_id = $4), 0)
- coalesce((select sum(quantity_milli) from stock_moves where tenant_id = $5 and item_id = $6
and place_id = $7 and coalesce(lot_id, $8::uuid) = $9 and at > $10), 0)
)::text as milli;

-- listEntries
select e.id, e.item_id as "itemId", i.code, i.name, i.unit, e.lot_id as "lotId", o.code as lot,
e.quantity_milli as "quantityMilli", e.expected_milli as "expectedMilli", e.counted_at as "countedAt",
e.counted_by as "countedBy"
from stock_count_entries e
join items i on i.tenant_id = e.tenant_id and i.id = e.item_id
left join lots o on o.tenant_id = e.tenant_id and o.id = e.lot_id
where e.tenant_id = $1 and e.count_id = $2 and e.taken_back_at is null
and ($3::uuid is null or e.id = $4::uuid or e.client_id = $5::uuid)
order by e.id desc limit $6;

-- listDecisions
select item_id as "itemId", nullif(lot_id, $1::uuid) as "lotId", quantity_milli as "quantityMilli"
from stock_count_decisions where tenant_id = $2 and count_id = $3;

-- listNotCounted
select l.item_id as "itemId", nullif(l.lot_id, $1::uuid) as "lotId", i.name, i.unit, l.on_hand_milli as "expectedMilli"
from stock_levels l join items i on i.tenant_id = l.tenant_id and i.id = l.item_id
where l.tenant_id = $2 and l.place_id = $3 and l.on_hand_milli <> 0
and ($4::text is null or i.category = $5)
and not exists (select from stock_count_entries e where e.tenant_id = l.tenant_id and e.count_id = $6
and e.item_id = l.item_id and e.taken_back_at is null and coalesce(e.lot_id, $7::uuid) = l.lot_id)
order by i.name, l.item_id;

-- listWorth
select i.id as "itemId",
case when c.quantity_milli > 0 then c.quantity_milli when c.last_milli is not null then c.last_milli else 1000 end::text as "quantityMilli",
case when c.quantity_milli > 0 then c.value_minor when c.last_milli is not null then c.last_minor
else coalesce(s.unit_cost_minor, 0) end::text as "valueMinor",
exists (select from stock_moves m where m.tenant_id = i.tenant_id and m.item_id = i.id) as "wasMoved"
from items i
left join item_costs c on c.tenant_id = i.tenant_id and c.item_id = i.id
left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
where i.tenant_id = $1 and i.id = any($2::uuid[]);

-- listCategories
select distinct category from items where tenant_id = $1 and category is not null order by 1 limit 200;

-- takeBackEntry
update stock_count_entries set taken_back_at = $1
where tenant_id = $2 and count_id = $3 and id = $4 and taken_back_at is null;

-- endCount
update stock_counts set state = $1, version = version + 1, closed_at = $2
where tenant_id = $3 and id = $4 and state = 'open' and version = $5;
