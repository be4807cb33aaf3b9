-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertSale
insert into counter_sales (tenant_id, client_id, state, received_at, phone_sold_at, sold_at, sale, made_by)
values ($1, $2, 'waiting', $3, $4, $5,
$6::jsonb, $7)
on conflict (tenant_id, client_id) do nothing returning client_id;

-- lockSale
select
c.client_id, c.state, c.received_at, c.phone_sold_at, c.sold_at, c.document_id, c.sale, c.notes, c.problem,
d.number, d.day, d.total_minor from counter_sales c left join documents d on d.tenant_id = c.tenant_id and d.id = c.document_id
where c.tenant_id = $1 and c.client_id = $2 for update of c;

-- settleSale
update counter_sales set state = $1, document_id = $2,
notes = $3::jsonb,
problem = $4::jsonb
where tenant_id = $5 and client_id = $6;

-- listSales
select * from (
(select
c.client_id, c.state, c.received_at, c.phone_sold_at, c.sold_at, c.document_id, c.sale, c.notes, c.problem,
d.number, d.day, d.total_minor, 0 as rank from counter_sales c left join documents d on d.tenant_id = c.tenant_id and d.id = c.document_id
where c.tenant_id = $1 and c.state = 'waiting' order by c.received_at limit $2)
union all
(select
c.client_id, c.state, c.received_at, c.phone_sold_at, c.sold_at, c.document_id, c.sale, c.notes, c.problem,
d.number, d.day, d.total_minor, 1 as rank from counter_sales c left join documents d on d.tenant_id = c.tenant_id and d.id = c.document_id
where c.tenant_id = $3 and c.state <> 'waiting' order by c.sold_at desc, c.client_id desc limit $4)
) as both_kinds order by rank, sold_at desc, client_id desc;
