-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertDocument
insert into documents (tenant_id, id, kind, state, party_id, place_id, day, due_day, currency, rate, rate_source,
reference, note, from_id, net_minor, tax_minor, total_minor, home_net_minor, details, client_id, made_at, made_by)
values ($1, $2, $3, $4, $5, $6, $7,
$8, $9, $10, $11, $12, $13,
$14, $15, $16, $17, $18,
$19, $20, $21, $22)
on conflict (tenant_id, client_id) do nothing;
insert into "document_lines" (tenant_id, "document_id", "line_no", "id", "item_id", "lot_id", "description", "quantity_milli", "unit", "price_thousandths", "discount_minor", "net_minor", "tax_class", "taxes", "tax_minor", "from_line_id") select $1::uuid, * from unnest($2::uuid[], $3::int4[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int8[], $9::text[], $10::int8[], $11::int8[], $12::int8[], $13::text[], $14::jsonb[], $15::int8[], $16::uuid[]);

-- replaceDocument
update documents set state = $1, party_id = $2, place_id = $3, day = $4, due_day = $5,
currency = $6, rate = $7, rate_source = $8, reference = $9,
note = $10, net_minor = $11, tax_minor = $12, total_minor = $13,
home_net_minor = $14, details = $15, version = version + 1
where tenant_id = $16 and id = $17;
delete from document_lines where tenant_id = $1 and document_id = $2;
insert into "document_lines" (tenant_id, "document_id", "line_no", "id", "item_id", "lot_id", "description", "quantity_milli", "unit", "price_thousandths", "discount_minor", "net_minor", "tax_class", "taxes", "tax_minor", "from_line_id") select $1::uuid, * from unnest($2::uuid[], $3::int4[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int8[], $9::text[], $10::int8[], $11::int8[], $12::int8[], $13::text[], $14::jsonb[], $15::int8[], $16::uuid[]);

-- stepDocument
update documents set state = $1, number = coalesce(number, $2),
issued_at = coalesce(issued_at, $3::timestamptz),
due_day = coalesce($4::date, due_day),
details = details || $5::jsonb, version = version + 1
where tenant_id = $6 and id = $7;

-- addSettled
update documents set settled_minor = settled_minor + $1, version = version + 1
where tenant_id = $2 and id = $3;

-- takeNumber
insert into number_series as known (tenant_id, series, last_number) values ($1, $2, 1)
on conflict (tenant_id, series) do update set last_number = known.last_number + 1
returning last_number as last;

-- findDocument
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id where d.tenant_id = $1 and d.id = $2;
select id, line_no, item_id, lot_id, description, quantity_milli, unit, price_thousandths, discount_minor, net_minor,
tax_class, taxes, tax_minor, from_line_id
from document_lines where tenant_id = $1 and document_id = $2 order by line_no;
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id where d.tenant_id = $1 and d.id = $2 for update of d;

-- findByClientId
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id where d.tenant_id = $1 and d.client_id = $2;
select id, line_no, item_id, lot_id, description, quantity_milli, unit, price_thousandths, discount_minor, net_minor,
tax_class, taxes, tax_minor, from_line_id
from document_lines where tenant_id = $1 and document_id = $2 order by line_no;

-- listDocuments
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
where d.tenant_id = $1 and d.kind = $2
order by d.day desc, d.id desc limit $3;
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
where d.tenant_id = $1 and d.kind = $2 and d.state = $3 and d.party_id = $4 and (lower(d.number) like $5 or lower(p.name) like $6) and (d.day, d.id) < ($7::date, $8::uuid)
order by d.day desc, d.id desc limit $9;

-- listOpenDocuments
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
where d.tenant_id = $1 and d.kind = $2 and d.state = 'issued'
and d.settled_minor <> d.total_minor
order by d.due_day nulls last, d.id limit $3;
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
where d.tenant_id = $1 and d.kind = any($2::text[]) and d.state = 'issued'
and d.settled_minor <> d.total_minor and d.party_id = $3
order by d.due_day nulls last, d.id limit $4;

-- listFirstOfStates
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from unnest($1::text[], $2::text[]) as a(kind, state)
cross join lateral (select * from documents o
where o.tenant_id = $3 and o.kind = a.kind and o.state = a.state
order by o.day desc, o.id desc limit 5) d
left join parties p on p.tenant_id = $4 and p.id = d.party_id
order by d.day desc, d.id desc;

-- countByState
select kind, state, count(*) as count from documents
where tenant_id = $1 and kind = any($2::text[]) and state = any($3::text[])
group by kind, state;

-- listCarriedOn
select l.from_line_id as line_id, d.kind, sum(l.quantity_milli) as quantity
from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
where l.tenant_id = $1 and l.from_line_id = any($2::uuid[])
and d.state not in ('cancelled', 'refused')
group by l.from_line_id, d.kind;

-- listLineQuantities
select id, quantity_milli as quantity from document_lines
where tenant_id = $1 and id = any($2::uuid[]);

-- listMadeFrom
select
d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id where d.tenant_id = $1 and d.from_id = $2
order by d.id limit 200;
