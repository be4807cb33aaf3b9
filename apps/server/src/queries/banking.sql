-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertStatement
insert into bank_statements (tenant_id, id, file_id, money_account_id, currency, first_day, last_day, opening_minor,
closing_minor, lines, shares_with)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9, $10, $11);

-- listStatements
select id, file_id, money_account_id, currency, first_day::text, last_day::text, opening_minor, closing_minor, lines,
shares_with
from bank_statements where tenant_id = $1 and money_account_id = $2
order by first_day, last_day, id;

-- insertBankLines
insert into "bank_lines" (tenant_id, "id", "money_account_id", "statement_id", "line_no", "day", "value_day", "amount_minor", "currency", "balance_minor", "counterparty", "reference", "description", "state") select $1::uuid, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int4[], $6::date[], $7::date[], $8::int8[], $9::text[], $10::int8[], $11::text[], $12::text[], $13::text[], $14::text[]) on conflict (tenant_id, id) do nothing;

-- findKnownLines
select id, statement_id from bank_lines where tenant_id = $1 and id = any($2::uuid[]);

-- listBankLines
select
id, money_account_id, statement_id, line_no, day::text, value_day::text, amount_minor, currency, balance_minor,
counterparty, reference, description, state from bank_lines
where tenant_id = $1
order by day desc, line_no desc, id desc limit $2;
select
id, money_account_id, statement_id, line_no, day::text, value_day::text, amount_minor, currency, balance_minor,
counterparty, reference, description, state from bank_lines
where tenant_id = $1
and money_account_id = $2
and state = $3
and day >= $4
and day <= $5
and (day, line_no, id) < ($6::date, $7::integer, $8::uuid)
order by day desc, line_no desc, id desc limit $9;

-- findBankLine
select
id, money_account_id, statement_id, line_no, day::text, value_day::text, amount_minor, currency, balance_minor,
counterparty, reference, description, state from bank_lines where tenant_id = $1 and id = $2;

-- setBankLineState
update bank_lines set state = $1
where tenant_id = $2 and id = $3 and state = $4;

-- listAccountStandings
select a.id as money_account_id, last.closing_minor as balance_minor, last.last_day::text as day,
(select count(*) from bank_lines l where l.tenant_id = $1 and l.money_account_id = a.id
and l.state = 'open') as open
from money_accounts a cross join lateral (
select s.closing_minor, s.last_day from bank_statements s
where s.tenant_id = $2 and s.money_account_id = a.id
order by s.last_day desc, s.first_day desc, s.id desc limit 1) last
where a.tenant_id = $3;
