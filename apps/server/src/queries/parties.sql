-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- upsertCustomers
insert into "parties" (tenant_id, "id", "code", "name") select $1::uuid, * from unnest($2::uuid[], $3::text[], $4::text[]) on conflict (tenant_id, id) do update set name = excluded.name where excluded.name not in (parties.name, parties.code);

-- insertParty
insert into parties (tenant_id, id, code, name, is_customer, is_supplier, phone, email, address, tax_number,
registration, terms_days, credit_limit_minor, currency, language, price_list_id, lead_time_days, note)
values ($1, $2, $3, $4, $5, $6, $7,
$8, $9, $10, $11, $12,
$13, $14, $15, $16, $17,
$18)
on conflict (tenant_id, id) do nothing;

-- updateParty
update parties set name = $1, is_customer = $2, is_supplier = $3,
phone = $4, email = $5, address = $6,
tax_number = $7, registration = $8, terms_days = $9,
credit_limit_minor = $10, currency = $11, language = $12,
price_list_id = $13, lead_time_days = $14, note = $15,
version = version + 1
where tenant_id = $16 and id = $17 and version = $18;

-- listPartyNames
select id, name from parties where tenant_id = $1;

-- listPartyMarks
select id, name, phone, email, tax_number as tax from parties
where tenant_id = $1 and merged_into is null order by id;

-- listParties
select
id, code, name, is_customer, is_supplier, phone, email, address, tax_number, registration, terms_days,
credit_limit_minor, currency, language, price_list_id, lead_time_days, note, merged_into, version from parties
where tenant_id = $1 and merged_into is null
and ($2::text is null or lower(name) like $3 or lower(code) like $4 or phone like $5)
and ($6::text is null or ($7 = 'customer' and is_customer)
or ($8 = 'supplier' and is_supplier))
and ($9::text is null
or (name, id) > ($10, $11::uuid))
order by name, id limit $12;

-- mergeParty
update parties kept set is_customer = kept.is_customer or gone.is_customer,
is_supplier = kept.is_supplier or gone.is_supplier
from parties gone where kept.tenant_id = $1 and kept.id = $2
and gone.tenant_id = $3 and gone.id = $4;
update parties set merged_into = $1 where tenant_id = $2 and id = $3;

-- unmergeParty
update parties set is_customer = $1, is_supplier = $2
where tenant_id = $3 and id = $4;
update parties set merged_into = null where tenant_id = $1 and id = $2;

-- findParty
select
id, code, name, is_customer, is_supplier, phone, email, address, tax_number, registration, terms_days,
credit_limit_minor, currency, language, price_list_id, lead_time_days, note, merged_into, version from parties where tenant_id = $1 and id = $2;

-- findStandingParty
select
id, code, name, is_customer, is_supplier, phone, email, address, tax_number, registration, terms_days,
credit_limit_minor, currency, language, price_list_id, lead_time_days, note, merged_into, version from parties where tenant_id = $1 and id = $2;

-- holdParties
select id from parties where tenant_id = $1 and id = any($2::uuid[]) order by id for update;

-- listPartiesById
select
id, code, name, is_customer, is_supplier, phone, email, address, tax_number, registration, terms_days,
credit_limit_minor, currency, language, price_list_id, lead_time_days, note, merged_into, version from parties where tenant_id = $1 and id = any($2::uuid[]);
