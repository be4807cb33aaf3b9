-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- createBusiness
insert into businesses (id, slug, name, pack, currency, time_zone, language, sample, expires_at)
values ($1, $2, $3, $4, $5,
$6, $7, $8, $9);

-- putMember
insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)
on conflict (tenant_id, user_id) do update set role = excluded.role;

-- createInvitation
insert into invitations (id, tenant_id, token_hash, role, label, created_by, created_at, expires_at)
values ($1, $2, $3, $4, $5,
$6, $7, $8);

-- createToken
insert into api_tokens (id, tenant_id, token_hash, name, prefix, scopes, created_by, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6,
$7, $8, $9);

-- changeBusiness
update businesses set name = coalesce($1, name), language = coalesce($2, language),
time_zone = coalesce($3, time_zone), currency = coalesce($4, currency)
where id = $5;

-- isSlugTaken
select 1 from businesses where slug = $1;

-- findBusiness
select
b.id, b.slug, b.name, b.pack, b.currency, b.time_zone as "timeZone", b.language, b.sample, b.expires_at as "expiresAt" from businesses b where b.id = $1;

-- findBusinessOf
select
b.id, b.slug, b.name, b.pack, b.currency, b.time_zone as "timeZone", b.language, b.sample, b.expires_at as "expiresAt", m.role from businesses b join memberships m on m.tenant_id = b.id
where m.user_id = $1 and (b.slug = $2 or b.id::text = $3);

-- listBusinessesOf
select
b.id, b.slug, b.name, b.pack, b.currency, b.time_zone as "timeZone", b.language, b.sample, b.expires_at as "expiresAt", m.role from businesses b join memberships m on m.tenant_id = b.id
where m.user_id = $1 order by b.name, b.id;

-- listExpiredBusinesses
select id from businesses where sample and expires_at < $1;

-- countSamples
select count(*)::int as samples from businesses where sample;

-- listMembers
select m.user_id as "userId", u.name, m.role, m.since from memberships m join "user" u on u.id = m.user_id
where m.tenant_id = $1 order by m.since, m.user_id;

-- lockMembers
select user_id as "userId", role from memberships where tenant_id = $1 order by user_id for update;

-- listInvitations
select
id, tenant_id as "tenantId", role, label, created_at as "createdAt", expires_at as "expiresAt" from invitations
where tenant_id = $1 and used_at is null and expires_at > $2 order by created_at desc;

-- lockInvitation
select
id, tenant_id as "tenantId", role, label, created_at as "createdAt", expires_at as "expiresAt" from invitations
where token_hash = $1 and used_at is null and expires_at > $2 for update;

-- useInvitation
update invitations set used_at = $1 where tenant_id = $2 and id = $3;

-- listTokens
select
id, tenant_id as "tenantId", name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt" from api_tokens where tenant_id = $1 order by created_at desc;

-- useToken
update api_tokens set last_used_at = $1 where token_hash = $2 and expires_at > $3
returning
id, tenant_id as "tenantId", name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt";

-- listActorNames
select id, name from "user" where id = any($1::uuid[])
union all select id, name from api_tokens where tenant_id = $2 and id = any($3::uuid[]);

-- removeMember
delete from memberships where tenant_id = $1 and user_id = $2;

-- takeBackAccess
delete from invitations where tenant_id = $1 and created_by = $2 and used_at is null;
delete from api_tokens where tenant_id = $1 and created_by = $2;

-- deleteInvitation
delete from invitations where tenant_id = $1 and id = $2 and used_at is null;

-- deleteToken
delete from api_tokens where tenant_id = $1 and id = $2;
