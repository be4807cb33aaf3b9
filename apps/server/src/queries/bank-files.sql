-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- insertBankFile
insert into bank_files (tenant_id, id, money_account_id, file_name, file_hash, bytes, format, state, layout, made_at,
made_by)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9, $10,
$11)
on conflict (tenant_id, money_account_id, file_hash) do nothing;

-- findBankFile
select
id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at from bank_files where tenant_id = $1 and id = $2;
select
id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at from bank_files where tenant_id = $1 and id = $2
for update;

-- findBankFileByContent
select
id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at from bank_files
where tenant_id = $1 and money_account_id = $2 and file_hash = $3;

-- isContentKept
select from bank_files where tenant_id = $1 and file_hash = $2 limit 1;

-- listBankFiles
select
id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at from bank_files where tenant_id = $1
order by id desc limit $2;
select
id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at from bank_files where tenant_id = $1
and money_account_id = $2
and id < $3
order by id desc limit $4;

-- finishBankFile
update bank_files set state = 'read', layout = $1,
lines = $2, added = $3, bad = $4
where tenant_id = $5 and id = $6;

-- deleteUnreadFile
delete from bank_files where tenant_id = $1 and id = $2 and state = 'asking';

-- saveLayout
insert into bank_layouts (tenant_id, money_account_id, fingerprint, layout)
values ($1, $2, $3, $4)
on conflict (tenant_id, money_account_id, fingerprint) do update set layout = excluded.layout;

-- findLayout
select layout from bank_layouts
where tenant_id = $1 and money_account_id = $2 and fingerprint = $3;
