-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- saveReservations
delete from stock_reservations where tenant_id = $1 and line_id = any($2::uuid[]);
insert into "stock_reservations" (tenant_id, "line_id", "item_id", "place_id", "quantity_milli") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int8[]) on conflict (tenant_id, line_id) do update set quantity_milli = excluded.quantity_milli;

-- listReservations
select line_id, item_id, place_id, quantity_milli from stock_reservations
where tenant_id = $1 and line_id = any($2::uuid[]);
