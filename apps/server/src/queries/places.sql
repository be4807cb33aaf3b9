-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertPlace
insert into places (tenant_id, id, name, kind, is_default)
values ($1, $2, $3, $4, $5)
on conflict do nothing;

-- changePlace
update places set name = $1, kind = $2, version = version + 1
where tenant_id = $3 and id = $4 and version = $5
and not exists (select from places p where p.tenant_id = $6 and p.name = $7 and p.id <> $8);

-- makeDefaultPlace
update places set is_default = (id = $1) where tenant_id = $2 and is_default <> (id = $3);

-- listPlaces
select id, name, kind, is_default as "isDefault", version from places
where tenant_id = $1 order by is_default desc, kind, name, id;

-- saveStockSettings
insert into stock_settings as s (tenant_id, allow_below_zero, over_receipt_percent)
values ($1, $2, $3)
on conflict (tenant_id) do update set allow_below_zero = excluded.allow_below_zero,
over_receipt_percent = excluded.over_receipt_percent, version = s.version + 1
where s.version = $4;

-- findStockSettings
select allow_below_zero as "allowBelowZero", over_receipt_percent as "overReceiptPercent", version
from stock_settings where tenant_id = $1;
