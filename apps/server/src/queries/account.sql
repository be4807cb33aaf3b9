-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- changeUser
update "user" set name = coalesce($1, name), language = coalesce($2, language),
digits = coalesce($3, digits), theme = coalesce($4, theme),
phone = coalesce($5, phone), guest = coalesce($6::boolean, guest), "updatedAt" = now()
where id = $7;

-- findUser
select id, name, email, phone, language, digits, theme, guest, coalesce("twoFactorEnabled", false) as "secondFactor"
from "user" where id = $1;

-- forgetExpired
delete from session where "expiresAt" < $1;
delete from verification where "expiresAt" < $1;
delete from "user" u where guest and "createdAt" < $1::timestamptz - interval '1 day'
and not exists (select 1 from memberships m where m.user_id = u.id);

-- isIdentifierTaken
select 1 from "user" where email = $1;

-- listMemberships
select b.id as "businessId", b.slug, b.name, m.role, b.sample
from memberships m join businesses b on b.id = m.tenant_id
where m.user_id = $1 order by b.name, b.id;
