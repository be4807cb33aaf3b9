-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createAccounts
insert into "ledger_accounts" (tenant_id, "code", "names", "kind", "role") select $1::uuid, * from unnest($2::text[], $3::jsonb[], $4::text[], $5::text[]) on conflict (tenant_id, code) do nothing;

-- listAccounts
select code, names, kind, role from ledger_accounts where tenant_id = $1 order by code;

-- holdMonths
select month, pg_advisory_xact_lock_shared(hashtextextended('ledger ' || $1::text || month, 0)) is not null as held from unnest($2::text[]) month;
select month, pg_advisory_xact_lock(hashtextextended('ledger ' || $1::text || month, 0)) is not null as held from unnest($2::text[]) month;
select month, pg_try_advisory_xact_lock(hashtextextended('ledger ' || $1::text || month, 0)) as held from unnest($2::text[]) month;

-- listPeriods
select m.month, coalesce(p.summed, false) as summed, coalesce(p.state, case when exists (
select from ledger_periods later where later.tenant_id = $1 and later.month > m.month and later.state = 'closed'
) then 'closed' else 'open' end) as state
from unnest($2::date[]) m(month)
left join ledger_periods p on p.tenant_id = $3 and p.month = m.month
order by m.month;

-- addEntries
with made as (
insert into journal_entries (tenant_id, id, day, source_kind, source_id, event, memo, made_at, made_by)
select $1::uuid, e.id, e.day, e.source_kind, e.source_id, e.event, e.memo, $2::timestamptz, $3::uuid
from unnest($4::uuid[], $5::date[], $6::text[], $7::uuid[], $8::text[], $9::text[]) e(id, day, source_kind, source_id, event, memo)
on conflict (tenant_id, source_kind, source_id, event) do nothing
returning id
), written as (
insert into journal_lines (tenant_id, entry_id, line_no, day, account_code, party_id, amount_minor, currency, foreign_minor)
select $10::uuid, l.entry_id, l.line_no, l.day, l.account_code, l.party_id, l.amount_minor, l.currency, l.foreign_minor
from unnest($11::uuid[], $12::int2[], $13::date[], $14::text[], $15::uuid[], $16::int8[], $17::text[], $18::int8[])
l(entry_id, line_no, day, account_code, party_id, amount_minor, currency, foreign_minor)
join made on made.id = l.entry_id
)
select id from made;

-- listWritten
select j.source_kind || ' ' || j.source_id || ' ' || j.event as key from journal_entries j
join unnest($1::text[], $2::uuid[], $3::text[]) e(source_kind, source_id, event)
on j.source_kind = e.source_kind and j.source_id = e.source_id and j.event = e.event
where j.tenant_id = $4;

-- listLinesOfSource
select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.account_code as account, l.party_id as "partyId",
l.amount_minor as minor, l.currency, l.foreign_minor as "foreignMinor"
from journal_entries e join journal_lines l on l.tenant_id = e.tenant_id and l.entry_id = e.id
where e.tenant_id = $1 and e.source_kind = $2 and e.source_id = $3
order by l.entry_id, l.line_no;

-- findEntrySpan
select (select day from journal_entries where tenant_id = $1 order by day limit 1) as first,
(select day from journal_entries where tenant_id = $2 order by day desc limit 1) as last;

-- setPeriodState
insert into ledger_periods (tenant_id, month, state, changed_at, changed_by)
select $1::uuid, month, $2, $3::timestamptz, $4::uuid from unnest($5::date[]) month
on conflict (tenant_id, month) do update
set state = excluded.state, changed_at = excluded.changed_at, changed_by = excluded.changed_by
where ledger_periods.state <> excluded.state;
