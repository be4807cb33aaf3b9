-- External series (prices, trade, rates, harvests): they belong to no business. Only the watch-list is a business's own.
create table market_series (
  id uuid not null,
  -- What addresses and people's links name it by.
  slug text not null,
  -- Which reader it came through, and what it is called there.
  source text not null,
  source_key text not null,
  source_name text not null,
  licence text not null,
  source_url text,
  name_en text not null,
  -- Null where the words are not known in Urdu.
  name_ur text,
  search text not null,
  kind text not null,
  unit text,
  currency text,
  -- Of a rate: units of `currency` for one of this.
  per_currency text,
  frequency text not null,
  region text,
  place text,
  commodity text,
  -- Of trade: who reports, with whom, which way, what by its customs code, and what is measured.
  reporter text,
  partner text,
  flow text,
  product_code text,
  measure text,
  invented boolean not null default false,
  -- The points that count are those of this revision; the one before is kept beside it.
  revision integer not null,
  points integer not null,
  first_day date not null,
  last_day date not null,
  last_value double precision not null,
  -- What is odd about how it came: a currency that changed half-way, days given twice.
  notes jsonb not null,
  run_id uuid not null,
  updated_at timestamptz not null,
  constraint market_series_pkey primary key (id),
  constraint market_series_slug_once unique (slug),
  constraint market_series_key_once unique (source, source_key),
  constraint market_series_kind check (kind in ('price', 'trade', 'rate', 'harvest', 'index')),
  constraint market_series_frequency check (frequency in ('day', 'week', 'month', 'quarter', 'year')),
  constraint market_series_points_positive check (points > 0)
);
create index market_series_search on market_series using gin (search gin_trgm_ops);
create index market_series_trade on market_series (product_code, flow, reporter, partner) where kind = 'trade';

create table market_points (
  series_id uuid not null,
  revision integer not null,
  -- First day of the period.
  day date not null,
  value double precision not null,
  constraint market_points_pkey primary key (series_id, revision, day),
  constraint market_points_series foreign key (series_id) references market_series (id)
);

-- Every load: what was read, what was kept, and why not the rest. A failed one leaves the data of the last good one.
create table market_runs (
  id uuid not null,
  source text not null,
  -- The file or address as the operator named it, without anything secret.
  origin text not null,
  sha256 text,
  bytes bigint,
  rows_read integer not null default 0,
  rows_kept integer not null default 0,
  rows_skipped integer not null default 0,
  -- Reasons with their number and first rows.
  skipped jsonb not null default '[]',
  series_count integer not null default 0,
  points_added integer not null default 0,
  points_revised integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text not null,
  error_code text,
  error_details jsonb,
  constraint market_runs_pkey primary key (id),
  constraint market_runs_outcome check (outcome in ('running', 'done', 'unchanged', 'failed'))
);
create index market_runs_by_origin on market_runs (origin, started_at);

-- What the engine says of a series, made anew after each load that changed it.
create table market_outlooks (
  series_id uuid not null,
  revision integer not null,
  made_at timestamptz not null,
  engine text not null,
  engine_version text not null,
  seed bigint not null,
  input_hash text not null,
  -- What a list shows of it; and the rest, for its own page.
  brief jsonb not null,
  story jsonb not null,
  constraint market_outlooks_pkey primary key (series_id),
  constraint market_outlooks_series foreign key (series_id) references market_series (id)
);

grant select, insert, update, delete on market_series, market_points, market_runs, market_outlooks to resham_app;

create table market_watches (
  tenant_id uuid not null,
  series_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  constraint market_watches_pkey primary key (tenant_id, series_id)
);
call close_to_other_tenants('market_watches', 'select, insert, update, delete');
