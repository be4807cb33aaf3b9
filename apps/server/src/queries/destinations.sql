-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- chooseHeadings
insert into heading_choices (tenant_id, subject, key, heading, chosen_by, chosen_at)
select $1::uuid, subject, key, heading, $2::uuid, $3::timestamptz
from jsonb_to_recordset($4::jsonb) as r(subject text, key text, heading text)
on conflict (tenant_id, subject, key) do update set heading = excluded.heading, chosen_by = excluded.chosen_by,
chosen_at = excluded.chosen_at;

-- listHeadingChoices
select subject, key, heading from heading_choices where tenant_id = $1 order by subject, key;

-- removeHeadingChoice
delete from heading_choices
where tenant_id = $1 and subject = $2 and key = $3;
