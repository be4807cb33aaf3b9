-- People, their sessions and keys (the tables of the auth library, by its own names), and where they belong.
create table "user" (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean not null default false,
  -- Set for those who signed up by telephone; their e-mail is then a stand-in that cannot be written to.
  phone text unique,
  language text not null default 'en',
  digits text not null default 'western',
  theme text not null default 'system',
  guest boolean not null default false,
  constraint user_language check (language in ('en', 'ur')),
  constraint user_digits check (digits in ('western', 'urdu')),
  constraint user_theme check (theme in ('system', 'light', 'dark'))
);
create table session (
  id uuid primary key default gen_random_uuid(),
  "userId" uuid not null references "user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_by_user on session ("userId");
create table account (
  id uuid primary key default gen_random_uuid(),
  "userId" uuid not null references "user" (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on account ("userId");
create table verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on verification (identifier);
create table "twoFactor" (
  id uuid primary key default gen_random_uuid(),
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null references "user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_by_user on "twoFactor" ("userId");
create table passkey (
  id uuid primary key default gen_random_uuid(),
  name text,
  "publicKey" text not null,
  "userId" uuid not null references "user" (id) on delete cascade,
  "credentialID" text not null unique,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  aaguid text,
  "createdAt" timestamptz not null default now()
);
create index passkey_by_user on passkey ("userId");

-- Wrong answers by what was tried, so that guessing is slowed whoever asks. Names are hashes.
create table sign_in_failures (
  name text primary key,
  failures integer not null,
  locked_until timestamptz,
  updated_at timestamptz not null default now()
);

-- The directory of businesses: what tells tenants apart, so it belongs to none of them.
create table businesses (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  pack text not null,
  currency text not null,
  time_zone text not null,
  language text not null,
  sample boolean not null default false,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  constraint businesses_slug_form check (slug ~ '^[a-z0-9][a-z0-9-]{0,46}[a-z0-9]$')
);
create table memberships (
  tenant_id uuid not null references businesses (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  role text not null,
  since timestamptz not null default now(),
  primary key (tenant_id, user_id),
  constraint memberships_role check (role in ('owner', 'manager', 'clerk', 'viewer'))
);
create index memberships_by_user on memberships (user_id);
create table invitations (
  id uuid primary key,
  tenant_id uuid not null references businesses (id) on delete cascade,
  token_hash text not null unique,
  role text not null,
  label text not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_tenant on invitations (tenant_id);
create table api_tokens (
  id uuid primary key,
  tenant_id uuid not null references businesses (id) on delete cascade,
  token_hash text not null unique,
  name text not null,
  prefix text not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index api_tokens_tenant on api_tokens (tenant_id);

create table idempotency_keys (
  name text primary key,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null default now()
);
create index idempotency_keys_age on idempotency_keys (created_at);

grant select, insert, update, delete on
  "user", session, account, verification, "twoFactor", passkey, sign_in_failures,
  businesses, memberships, invitations, api_tokens, idempotency_keys to resham_app;
