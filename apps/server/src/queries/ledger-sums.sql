-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- forgetMonthSums
update ledger_periods set summed = false
where tenant_id = $1 and month = any($2::date[]) and summed returning month;

-- keepMonthSums
insert into ledger_month_sums (tenant_id, month, account_code, debit_minor, credit_minor)
select $1::uuid, $2::date, account_code, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)
from journal_lines where tenant_id = $3 and account_code in (
select code from ledger_accounts where tenant_id = $4)
and day between $5 and $6
group by account_code;
insert into ledger_periods (tenant_id, month, state, changed_at, summed)
select $1::uuid, $2::date, case when exists (
select from ledger_periods where tenant_id = $3 and month > $4::date and state = 'closed'
) then 'closed' else 'open' end, $5::timestamptz, true
on conflict (tenant_id, month) do update set summed = true;

-- addKeptSums
select account_code as code, sum(debit_minor)::text as debit, sum(credit_minor)::text as credit
from ledger_month_sums where tenant_id = $1 and month = any($2::date[])
group by account_code;

-- sumLines
select a.code, l.debit::text, l.credit::text from ledger_accounts a, lateral (
select coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debit,
coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as credit
from journal_lines where tenant_id = $1 and account_code = a.code and day between $2 and $3
offset 0
) l
where a.tenant_id = $4 and (l.debit <> 0 or l.credit <> 0);

-- listAccountLines
select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.party_id as "partyId", l.amount_minor as minor,
l.currency, l.foreign_minor as "foreignMinor", e.source_kind as "sourceKind", e.source_id as "sourceId", e.event, e.memo
from (
select * from journal_lines
where tenant_id = $1 and account_code = $2 and day between $3 and $4
and ($5::date is null or (day, entry_id, line_no)
> ($6::date, $7::uuid, $8::int2))
order by day, entry_id, line_no limit $9
) l join journal_entries e on e.tenant_id = $10 and e.id = l.entry_id
order by l.day, l.entry_id, l.line_no;

-- listEntryLines
select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.party_id as "partyId", l.amount_minor as minor,
l.account_code as account, l.currency, l.foreign_minor as "foreignMinor",
e.source_kind as "sourceKind", e.source_id as "sourceId", e.event, e.memo
from journal_entries e join journal_lines l on l.tenant_id = $1 and l.entry_id = e.id
where e.tenant_id = $2 and e.id = $3 order by l.line_no;
