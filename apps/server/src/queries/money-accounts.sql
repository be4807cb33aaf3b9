-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertMoneyAccount
insert into money_accounts (tenant_id, id, name, kind, currency, iban, account_code, details)
values ($1, $2, $3, $4, $5, $6, $7,
$8)
on conflict (tenant_id, name) do nothing;

-- updateMoneyAccount
update money_accounts set name = $1, iban = $2, details = $3,
version = version + 1
where tenant_id = $4 and id = $5 and version = $6;

-- listMoneyAccounts
select id, name, kind, currency, iban, account_code, details, version from money_accounts where tenant_id = $1
order by kind = 'cash' desc, name;

-- findMoneyAccount
select id, name, kind, currency, iban, account_code, details, version from money_accounts where tenant_id = $1 and id = $2;
select id, name, kind, currency, iban, account_code, details, version from money_accounts where tenant_id = $1 and id = $2
for update;
