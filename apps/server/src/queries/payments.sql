-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertMoneyAccount
insert into money_accounts (tenant_id, id, name, kind, currency, iban, account_code)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, name) do nothing;

-- insertPayment
insert into payments (tenant_id, id, direction, state, party_id, money_account_id, day, currency, rate, amount_minor,
withheld_minor, fee_minor, unused_minor, against, method, reference, note, client_id, made_at,
made_by)
values ($1, $2, $3, 'recorded', $4, $5,
$6, $7, $8, $9, $10, $11,
$12, $13, $14, $15, $16, $17, $18,
$19)
on conflict (tenant_id, client_id) do nothing;

-- usePayment
update payments set unused_minor = unused_minor - $1, version = version + 1
where tenant_id = $2 and id = $3;

-- insertSettlement
insert into settlements (tenant_id, id, document_id, payment_id, credit_id, amount_minor, day)
values ($1, $2, $3, $4, $5, $6,
$7);

-- findPayment
select
y.id, y.direction, y.state, y.party_id, p.name as party_name, y.money_account_id, y.day, y.currency, y.rate,
y.amount_minor, y.withheld_minor, y.fee_minor, y.unused_minor, y.against, y.method, y.reference, y.note, y.client_id, y.version,
y.made_at from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id where y.tenant_id = $1 and y.id = $2;
select
y.id, y.direction, y.state, y.party_id, p.name as party_name, y.money_account_id, y.day, y.currency, y.rate,
y.amount_minor, y.withheld_minor, y.fee_minor, y.unused_minor, y.against, y.method, y.reference, y.note, y.client_id, y.version,
y.made_at from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id where y.tenant_id = $1 and y.id = $2 for update of y;

-- findPaymentByClientId
select
y.id, y.direction, y.state, y.party_id, p.name as party_name, y.money_account_id, y.day, y.currency, y.rate,
y.amount_minor, y.withheld_minor, y.fee_minor, y.unused_minor, y.against, y.method, y.reference, y.note, y.client_id, y.version,
y.made_at from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id
where y.tenant_id = $1 and y.client_id = $2;

-- listPayments
select
y.id, y.direction, y.state, y.party_id, p.name as party_name, y.money_account_id, y.day, y.currency, y.rate,
y.amount_minor, y.withheld_minor, y.fee_minor, y.unused_minor, y.against, y.method, y.reference, y.note, y.client_id, y.version,
y.made_at from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id
where y.tenant_id = $1
and ($2::uuid is null or y.party_id = $3::uuid)
and ($4::text is null or y.direction = $5::text)
and ($6::date is null
or (y.day, y.id) < ($7::date, $8::uuid))
order by y.day desc, y.id desc limit $9;

-- findSettlement
select id, document_id, payment_id, credit_id, amount_minor, day, undone_at from settlements
where tenant_id = $1 and id = $2 for update;

-- listSettlements
select id, document_id, payment_id, credit_id, amount_minor, day, undone_at from settlements
where tenant_id = $1 and undone_at is null
and (document_id = $2::uuid or payment_id = $3::uuid
or credit_id = $4::uuid)
order by id;

-- listMoneyAccounts
select id, name, kind, currency, iban, account_code, version from money_accounts
where tenant_id = $1 order by kind = 'cash' desc, name;

-- undoSettlement
update settlements set undone_at = $1 where tenant_id = $2 and id = $3;

-- cancelPayment
update payments set state = 'cancelled', version = version + 1
where tenant_id = $1 and id = $2;
