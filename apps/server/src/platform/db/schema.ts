// SPDX-License-Identifier: Apache-2.0
// Generated from the migrations by `npm run db:types -w @resham/server`.
import type { ColumnType, Generated } from 'kysely'

/** Whole numbers beyond 2^53 are possible, so they arrive as text. */
type Int8 = ColumnType<string, string | bigint | number>
/** Exact decimals, as text. */
type Numeric = ColumnType<string, string>
type Json = ColumnType<unknown, string>
type Timestamp = ColumnType<Date, Date | string>

type Account = {
  id: Generated<string>
  userId: string
  accountId: string
  providerId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: Timestamp | null
  refreshTokenExpiresAt: Timestamp | null
  scope: string | null
  password: string | null
  createdAt: Generated<Timestamp>
  updatedAt: Generated<Timestamp>
}

type ApiTokens = {
  id: string
  tenant_id: string
  token_hash: string
  name: string
  prefix: string
  scopes: string[]
  created_by: string
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  last_used_at: Timestamp | null
}

type AuditEvents = {
  tenant_id: string
  id: string
  at: Timestamp
  actor_kind: string
  actor_id: string | null
  action: string
  subject_kind: string
  subject_id: string
  details: Json
}

type BankFiles = {
  tenant_id: string
  id: string
  money_account_id: string
  file_name: string
  file_hash: string
  bytes: Int8
  format: string
  state: string
  layout: Json | null
  lines: Generated<number>
  added: Generated<number>
  bad: Generated<Json>
  made_at: Timestamp
  made_by: string | null
}

type BankLayouts = {
  tenant_id: string
  money_account_id: string
  fingerprint: string
  layout: Json
}

type BankLines = {
  tenant_id: string
  id: string
  money_account_id: string
  statement_id: string
  line_no: number
  day: string
  value_day: string | null
  amount_minor: Int8
  currency: string
  balance_minor: Int8 | null
  counterparty: Generated<string>
  reference: Generated<string>
  description: Generated<string>
  state: Generated<string>
}

type BankStatements = {
  tenant_id: string
  id: string
  file_id: string
  money_account_id: string
  currency: string
  first_day: string
  last_day: string
  opening_minor: Int8 | null
  closing_minor: Int8 | null
  lines: number
  shares_with: Generated<Json>
}

type Businesses = {
  id: string
  slug: string
  name: string
  pack: string
  currency: string
  time_zone: string
  language: string
  sample: Generated<boolean>
  expires_at: Timestamp | null
  created_at: Generated<Timestamp>
}

type CostLayers = {
  tenant_id: string
  item_id: string
  id: string
  day: string
  remaining_milli: Int8
  remaining_minor: Int8
}

type CounterSales = {
  tenant_id: string
  client_id: string
  state: string
  received_at: Timestamp
  phone_sold_at: Timestamp
  sold_at: Timestamp
  document_id: string | null
  sale: Json
  notes: Generated<Json>
  problem: Json | null
  made_by: string | null
}

type DocumentLines = {
  tenant_id: string
  document_id: string
  line_no: number
  id: string
  item_id: string | null
  lot_id: string | null
  description: string
  quantity_milli: Int8
  unit: string | null
  price_thousandths: Int8
  discount_minor: Generated<Int8>
  net_minor: Int8
  tax_class: string | null
  taxes: Generated<Json>
  tax_minor: Generated<Int8>
  from_line_id: string | null
}

type Documents = {
  tenant_id: string
  id: string
  kind: string
  number: string | null
  state: string
  party_id: string | null
  place_id: string | null
  day: string
  due_day: string | null
  currency: string
  rate: Generated<Numeric>
  rate_source: string | null
  reference: string | null
  note: string | null
  from_id: string | null
  net_minor: Generated<Int8>
  tax_minor: Generated<Int8>
  total_minor: Generated<Int8>
  home_net_minor: Generated<Int8>
  settled_minor: Generated<Int8>
  details: Generated<Json>
  client_id: string | null
  version: Generated<number>
  made_at: Timestamp
  issued_at: Timestamp | null
  made_by: string | null
}

type ExchangeRates = {
  tenant_id: string
  currency: string
  day: string
  rate: Numeric
  source: string
  reason: string | null
  made_at: Timestamp
  made_by: string | null
}

type FiscalEvents = {
  tenant_id: string
  id: string
  document_id: string
  at: Timestamp
  event: string
  by_id: string | null
  sent: string | null
  status: number | null
  answered: string | null
  note: string | null
}

type FiscalSettings = {
  tenant_id: string
  use: string
  place: string
  token_sealed: string | null
  scenario: string | null
  version: Generated<number>
}

type FiscalSubmissions = {
  tenant_id: string
  document_id: string
  id: string
  state: string
  use: string
  office_number: string | null
  problems: Generated<Json>
  accepted_at: Timestamp | null
  changed_at: Timestamp
  version: Generated<number>
}

type GroupDays = {
  tenant_id: string
  subject: string
  key: string
  day: string
  quantity_milli: Int8
  net_minor: Int8
  orders: number
}

type HeadingChoices = {
  tenant_id: string
  subject: string
  key: string
  heading: string
  chosen_by: string | null
  chosen_at: Timestamp
}

type IdempotencyKeys = {
  name: string
  request_hash: string
  status: number | null
  answer: Json | null
  created_at: Generated<Timestamp>
}

type ImportProblems = {
  tenant_id: string
  import_id: string
  record_no: Int8
  line_no: Int8
  column_name: string | null
  reason: string
  details: Json
  cells: Json
}

type ImportShapes = {
  tenant_id: string
  fingerprint: string
  choice: Json
  updated_at: Generated<Timestamp>
}

type Imports = {
  tenant_id: string
  id: string
  file_name: string
  file_hash: string
  bytes: Int8
  state: string
  layout: Json | null
  choice: Json | null
  fingerprint: string | null
  records_loaded: Generated<Int8>
  bytes_read: Generated<Int8>
  lines_added: Generated<Int8>
  lines_bad: Generated<Int8>
  result: Json | null
  error_code: string | null
  error_details: Json | null
  job_id: string | null
  created_by: string | null
  created_at: Generated<Timestamp>
  started_at: Timestamp | null
  finished_at: Timestamp | null
}

type Invitations = {
  id: string
  tenant_id: string
  token_hash: string
  role: string
  label: string
  created_by: string
  created_at: Generated<Timestamp>
  expires_at: Timestamp
  used_at: Timestamp | null
}

type ItemCosts = {
  tenant_id: string
  item_id: string
  quantity_milli: Int8
  value_minor: Int8
  last_milli: Int8 | null
  last_minor: Int8 | null
}

type ItemDays = {
  tenant_id: string
  item_id: string
  day: string
  quantity_milli: Int8
  net_minor: Int8
  orders: number
}

type ItemPhotos = {
  tenant_id: string
  item_id: string
  id: string
  position: number
  width: number
  height: number
  files: Json
  says: string | null
  added_at: Timestamp
}

type ItemPrices = {
  tenant_id: string
  price_list_id: string
  item_id: string
  from_quantity_milli: Generated<Int8>
  price_thousandths: Int8
}

type ItemSupply = {
  tenant_id: string
  item_id: string
  lead_time_days: number | null
  pack_size_milli: Int8 | null
  minimum_order_milli: Int8 | null
  service_level_percent: number | null
  on_hand_milli: Int8 | null
  on_order_milli: Int8 | null
  unit_cost_minor: Int8 | null
  supplier: string | null
  counted_on: string | null
  updated_at: Generated<Timestamp>
}

type ItemTaxes = {
  tenant_id: string
  item_id: string
  tax_class: string | null
  retail_price_minor: Int8 | null
  facts: Generated<Json>
  version: Generated<number>
}

type Items = {
  tenant_id: string
  id: string
  code: string
  name: string
  category: string | null
  unit: string | null
  barcode: string | null
  variant_of: string | null
  first_day: string | null
  last_day: string | null
  named_by_person: Generated<boolean>
  created_at: Generated<Timestamp>
  descriptions: Generated<Json>
  attributes: Generated<Json>
  options: Generated<Json>
  weight_grams: number | null
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  archived_at: Timestamp | null
  version: Generated<number>
}

type JobRuns = {
  tenant_id: string
  id: string
  kind: string
  payload: Json
  state: string
  unit: string
  done: Generated<number>
  total: number | null
  attempts: Generated<number>
  error_code: string | null
  created_at: Timestamp
  started_at: Timestamp | null
  updated_at: Timestamp
}

type JournalEntries = {
  tenant_id: string
  id: string
  day: string
  source_kind: string
  source_id: string
  event: string
  memo: string | null
  made_at: Timestamp
  made_by: string | null
}

type JournalLines = {
  tenant_id: string
  entry_id: string
  line_no: number
  day: string
  account_code: string
  party_id: string | null
  amount_minor: Int8
  currency: string | null
  foreign_minor: Int8 | null
}

type KeptApart = {
  tenant_id: string
  kind: string
  a_id: string
  b_id: string
  made_at: Timestamp
  made_by: string | null
}

type LandedCosts = {
  tenant_id: string
  id: string
  receipt_id: string
  kind: string
  amount_minor: Int8
  spread_by: string
  sold_minor: Int8
  note: string | null
  client_id: string | null
  made_at: Timestamp
  made_by: string | null
}

type LedgerAccounts = {
  tenant_id: string
  code: string
  names: Json
  kind: string
  role: string | null
}

type LedgerMonthSums = {
  tenant_id: string
  month: string
  account_code: string
  debit_minor: Numeric
  credit_minor: Numeric
}

type LedgerPeriods = {
  tenant_id: string
  month: string
  state: string
  changed_at: Timestamp
  changed_by: string | null
  summed: Generated<boolean>
}

type LineRules = {
  tenant_id: string
  rules: Json
  updated_at: Generated<Timestamp>
}

type LotItems = {
  tenant_id: string
  item_id: string
}

type Lots = {
  tenant_id: string
  id: string
  item_id: string
  code: string
  expires_on: string | null
}

type MarketOutlooks = {
  series_id: string
  revision: number
  made_at: Timestamp
  engine: string
  engine_version: string
  seed: Int8
  input_hash: string
  brief: Json
  story: Json
}

type MarketPoints = {
  series_id: string
  revision: number
  day: string
  value: number
}

type MarketRuns = {
  id: string
  source: string
  origin: string
  sha256: string | null
  bytes: Int8 | null
  rows_read: Generated<number>
  rows_kept: Generated<number>
  rows_skipped: Generated<number>
  skipped: Generated<Json>
  series_count: Generated<number>
  points_added: Generated<number>
  points_revised: Generated<number>
  started_at: Timestamp
  ended_at: Timestamp | null
  outcome: string
  error_code: string | null
  error_details: Json | null
}

type MarketSeries = {
  id: string
  slug: string
  source: string
  source_key: string
  source_name: string
  licence: string
  source_url: string | null
  name_en: string
  name_ur: string | null
  search: string
  kind: string
  unit: string | null
  currency: string | null
  per_currency: string | null
  frequency: string
  region: string | null
  place: string | null
  commodity: string | null
  reporter: string | null
  partner: string | null
  flow: string | null
  product_code: string | null
  measure: string | null
  invented: Generated<boolean>
  revision: number
  points: number
  first_day: string
  last_day: string
  last_value: number
  notes: Json
  run_id: string
  updated_at: Timestamp
}

type MarketWatches = {
  tenant_id: string
  series_id: string
  added_by: string | null
  added_at: Timestamp
}

type MatchMemory = {
  tenant_id: string
  line_id: string
  direction: string
  payer: string | null
  narrative: string
  paid: Json | null
  payment_id: string | null
  settlement_ids: Generated<Json>
  made_at: Timestamp
  made_by: string | null
}

type Memberships = {
  tenant_id: string
  user_id: string
  role: string
  since: Generated<Timestamp>
}

type Merges = {
  tenant_id: string
  id: string
  kind: string
  kept_id: string
  gone_id: string
  moved: Generated<Json>
  made_at: Timestamp
  made_by: string | null
  undone_at: Timestamp | null
}

type Migrations = {
  name: string
  hash: string
  applied_at: Generated<Timestamp>
}

type MoneyAccounts = {
  tenant_id: string
  id: string
  name: string
  kind: string
  currency: string
  iban: string | null
  account_code: string
  details: Generated<Json>
  version: Generated<number>
}

type NumberSeries = {
  tenant_id: string
  series: string
  last_number: Int8
}

type Outlooks = {
  tenant_id: string
  through_day: string
  made_at: Timestamp
  engine: string
  engine_version: string
  seed: Int8
  input_hash: string
  today: Json
}

type Parties = {
  tenant_id: string
  id: string
  code: string
  name: string
  created_at: Generated<Timestamp>
  is_customer: Generated<boolean>
  is_supplier: Generated<boolean>
  phone: string | null
  email: string | null
  address: Generated<Json>
  tax_number: string | null
  registration: string | null
  terms_days: number | null
  credit_limit_minor: Int8 | null
  currency: string | null
  language: string | null
  price_list_id: string | null
  lead_time_days: number | null
  note: string | null
  merged_into: string | null
  version: Generated<number>
}

type Passkey = {
  id: Generated<string>
  name: string | null
  publicKey: string
  userId: string
  credentialID: string
  counter: number
  deviceType: string
  backedUp: boolean
  transports: string | null
  aaguid: string | null
  createdAt: Generated<Timestamp>
}

type Payments = {
  tenant_id: string
  id: string
  number: string | null
  direction: string
  state: string
  party_id: string | null
  money_account_id: string
  day: string
  currency: string
  rate: Generated<Numeric>
  amount_minor: Int8
  withheld_minor: Generated<Int8>
  fee_minor: Generated<Int8>
  unused_minor: Int8
  method: string | null
  reference: string | null
  note: string | null
  client_id: string | null
  version: Generated<number>
  made_at: Timestamp
  made_by: string | null
  against: Generated<string>
}

type Places = {
  tenant_id: string
  id: string
  name: string
  kind: string
  is_default: Generated<boolean>
  version: Generated<number>
}

type PlanLines = {
  tenant_id: string
  item_id: string
  urgency: number
  state: string
  search: string
  needs_order: boolean
  cost_minor: Int8 | null
  demand: Json
  line: Json
}

type PlanSettings = {
  tenant_id: string
  lead_time_days: number
  review_days: number
  service_level_percent: number
  updated_at: Generated<Timestamp>
}

type PriceLists = {
  tenant_id: string
  id: string
  name: string
  currency: string
  is_default: Generated<boolean>
  version: Generated<number>
}

type PurchaseList = {
  tenant_id: string
  item_id: string
  quantity_milli: Int8
  added_by: string | null
  added_at: Generated<Timestamp>
}

type SaleLines = {
  tenant_id: string
  id: string
  import_id: string
  record_no: Int8
  document: string
  day: string
  minute_of_day: number | null
  item_id: string
  customer_id: string | null
  country: string | null
  channel: string | null
  kind: string
  rule_id: string | null
  quantity_milli: Int8
  net_minor: Int8
  currency: string
}

type Session = {
  id: Generated<string>
  userId: string
  token: string
  expiresAt: Timestamp
  ipAddress: string | null
  userAgent: string | null
  createdAt: Generated<Timestamp>
  updatedAt: Generated<Timestamp>
}

type Settlements = {
  tenant_id: string
  id: string
  document_id: string
  payment_id: string | null
  credit_id: string | null
  amount_minor: Int8
  day: string
  undone_at: Timestamp | null
}

type SignInFailures = {
  name: string
  failures: number
  locked_until: Timestamp | null
  updated_at: Generated<Timestamp>
}

type StockCountDecisions = {
  tenant_id: string
  count_id: string
  item_id: string
  lot_id: string
  quantity_milli: Int8
  decided_by: string | null
}

type StockCountEntries = {
  tenant_id: string
  count_id: string
  id: string
  item_id: string
  lot_id: string | null
  quantity_milli: Int8
  expected_milli: Int8
  counted_at: Timestamp
  counted_by: string | null
  client_id: string | null
  taken_back_at: Timestamp | null
}

type StockCounts = {
  tenant_id: string
  id: string
  state: string
  place_id: string
  category: string | null
  is_blind: boolean
  client_id: string | null
  version: Generated<number>
  made_at: Timestamp
  made_by: string | null
  closed_at: Timestamp | null
}

type StockLevels = {
  tenant_id: string
  item_id: string
  place_id: string
  lot_id: Generated<string>
  on_hand_milli: Generated<Int8>
  reserved_milli: Generated<Int8>
}

type StockMoves = {
  tenant_id: string
  id: string
  at: Timestamp
  day: string
  kind: string
  item_id: string
  place_id: string
  lot_id: string | null
  quantity_milli: Int8
  value_minor: Int8
  document_id: string | null
  document_line_id: string | null
  reason: string | null
  below_zero: Generated<boolean>
  by_id: string | null
}

type StockPapers = {
  tenant_id: string
  id: string
  kind: string
  state: string
  place_id: string
  to_place_id: string | null
  day: string
  reason: string | null
  note: string | null
  client_id: string | null
  version: Generated<number>
  made_at: Timestamp
  made_by: string | null
}

type StockReservations = {
  tenant_id: string
  line_id: string
  item_id: string
  place_id: string
  quantity_milli: Int8
}

type StockSettings = {
  tenant_id: string
  allow_below_zero: Generated<boolean>
  over_receipt_percent: Generated<number>
  version: Generated<number>
}

type TaxSettings = {
  tenant_id: string
  registration: string
  tax_number: string | null
  name: string | null
  address: string | null
  region: string | null
  version: Generated<number>
}

type TradeFlows = {
  invented: boolean
  product_code: string
  flow: string
  reporter: string
  partner: string
  year: number
  value_usd: number
  weight_kg: number | null
  run_id: string
}

type TradeHeadings = {
  invented: boolean
  code: string
  name_en: string
  name_ur: string | null
}

type Trends = {
  tenant_id: string
  subject: string
  key: string
  name: string
  search: string
  rank: number
  abc: string | null
  xyz: string | null
  status: string | null
  category: string | null
  net_minor: Int8
  growth: number | null
  brief: Json
  full_story: Json
}

type TwoFactor = {
  id: Generated<string>
  secret: string
  backupCodes: string
  userId: string
  verified: boolean | null
  failedVerificationCount: number | null
  lockedUntil: Timestamp | null
}

type User = {
  id: Generated<string>
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  createdAt: Generated<Timestamp>
  updatedAt: Generated<Timestamp>
  twoFactorEnabled: Generated<boolean>
  phone: string | null
  language: Generated<string>
  digits: Generated<string>
  theme: Generated<string>
  guest: Generated<boolean>
}

type Verification = {
  id: Generated<string>
  identifier: string
  value: string
  expiresAt: Timestamp
  createdAt: Generated<Timestamp>
  updatedAt: Generated<Timestamp>
}

/** Every table that the platform knows. */
export type DB = {
  account: Account
  api_tokens: ApiTokens
  audit_events: AuditEvents
  bank_files: BankFiles
  bank_layouts: BankLayouts
  bank_lines: BankLines
  bank_statements: BankStatements
  businesses: Businesses
  cost_layers: CostLayers
  counter_sales: CounterSales
  document_lines: DocumentLines
  documents: Documents
  exchange_rates: ExchangeRates
  fiscal_events: FiscalEvents
  fiscal_settings: FiscalSettings
  fiscal_submissions: FiscalSubmissions
  group_days: GroupDays
  heading_choices: HeadingChoices
  idempotency_keys: IdempotencyKeys
  import_problems: ImportProblems
  import_shapes: ImportShapes
  imports: Imports
  invitations: Invitations
  item_costs: ItemCosts
  item_days: ItemDays
  item_photos: ItemPhotos
  item_prices: ItemPrices
  item_supply: ItemSupply
  item_taxes: ItemTaxes
  items: Items
  job_runs: JobRuns
  journal_entries: JournalEntries
  journal_lines: JournalLines
  kept_apart: KeptApart
  landed_costs: LandedCosts
  ledger_accounts: LedgerAccounts
  ledger_month_sums: LedgerMonthSums
  ledger_periods: LedgerPeriods
  line_rules: LineRules
  lot_items: LotItems
  lots: Lots
  market_outlooks: MarketOutlooks
  market_points: MarketPoints
  market_runs: MarketRuns
  market_series: MarketSeries
  market_watches: MarketWatches
  match_memory: MatchMemory
  memberships: Memberships
  merges: Merges
  migrations: Migrations
  money_accounts: MoneyAccounts
  number_series: NumberSeries
  outlooks: Outlooks
  parties: Parties
  passkey: Passkey
  payments: Payments
  places: Places
  plan_lines: PlanLines
  plan_settings: PlanSettings
  price_lists: PriceLists
  purchase_list: PurchaseList
  sale_lines: SaleLines
  session: Session
  settlements: Settlements
  sign_in_failures: SignInFailures
  stock_count_decisions: StockCountDecisions
  stock_count_entries: StockCountEntries
  stock_counts: StockCounts
  stock_levels: StockLevels
  stock_moves: StockMoves
  stock_papers: StockPapers
  stock_reservations: StockReservations
  stock_settings: StockSettings
  tax_settings: TaxSettings
  trade_flows: TradeFlows
  trade_headings: TradeHeadings
  trends: Trends
  twoFactor: TwoFactor
  user: User
  verification: Verification
}

/** The type of every column, by the database's own name for it. */
export const columnTypes: Readonly<Record<keyof DB, Readonly<Record<string, string>>>> = {
  account: {
    id: 'uuid',
    userId: 'uuid',
    accountId: 'text',
    providerId: 'text',
    accessToken: 'text',
    refreshToken: 'text',
    idToken: 'text',
    accessTokenExpiresAt: 'timestamptz',
    refreshTokenExpiresAt: 'timestamptz',
    scope: 'text',
    password: 'text',
    createdAt: 'timestamptz',
    updatedAt: 'timestamptz',
  },
  api_tokens: {
    id: 'uuid',
    tenant_id: 'uuid',
    token_hash: 'text',
    name: 'text',
    prefix: 'text',
    scopes: '_text',
    created_by: 'uuid',
    created_at: 'timestamptz',
    expires_at: 'timestamptz',
    last_used_at: 'timestamptz',
  },
  audit_events: {
    tenant_id: 'uuid',
    id: 'uuid',
    at: 'timestamptz',
    actor_kind: 'text',
    actor_id: 'uuid',
    action: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    details: 'jsonb',
  },
  bank_files: {
    tenant_id: 'uuid',
    id: 'uuid',
    money_account_id: 'uuid',
    file_name: 'text',
    file_hash: 'text',
    bytes: 'int8',
    format: 'text',
    state: 'text',
    layout: 'jsonb',
    lines: 'int4',
    added: 'int4',
    bad: 'jsonb',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  bank_layouts: {
    tenant_id: 'uuid',
    money_account_id: 'uuid',
    fingerprint: 'text',
    layout: 'jsonb',
  },
  bank_lines: {
    tenant_id: 'uuid',
    id: 'uuid',
    money_account_id: 'uuid',
    statement_id: 'uuid',
    line_no: 'int4',
    day: 'date',
    value_day: 'date',
    amount_minor: 'int8',
    currency: 'text',
    balance_minor: 'int8',
    counterparty: 'text',
    reference: 'text',
    description: 'text',
    state: 'text',
  },
  bank_statements: {
    tenant_id: 'uuid',
    id: 'uuid',
    file_id: 'uuid',
    money_account_id: 'uuid',
    currency: 'text',
    first_day: 'date',
    last_day: 'date',
    opening_minor: 'int8',
    closing_minor: 'int8',
    lines: 'int4',
    shares_with: 'jsonb',
  },
  businesses: {
    id: 'uuid',
    slug: 'text',
    name: 'text',
    pack: 'text',
    currency: 'text',
    time_zone: 'text',
    language: 'text',
    sample: 'bool',
    expires_at: 'timestamptz',
    created_at: 'timestamptz',
  },
  cost_layers: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    id: 'uuid',
    day: 'date',
    remaining_milli: 'int8',
    remaining_minor: 'int8',
  },
  counter_sales: {
    tenant_id: 'uuid',
    client_id: 'uuid',
    state: 'text',
    received_at: 'timestamptz',
    phone_sold_at: 'timestamptz',
    sold_at: 'timestamptz',
    document_id: 'uuid',
    sale: 'jsonb',
    notes: 'jsonb',
    problem: 'jsonb',
    made_by: 'uuid',
  },
  document_lines: {
    tenant_id: 'uuid',
    document_id: 'uuid',
    line_no: 'int4',
    id: 'uuid',
    item_id: 'uuid',
    lot_id: 'uuid',
    description: 'text',
    quantity_milli: 'int8',
    unit: 'text',
    price_thousandths: 'int8',
    discount_minor: 'int8',
    net_minor: 'int8',
    tax_class: 'text',
    taxes: 'jsonb',
    tax_minor: 'int8',
    from_line_id: 'uuid',
  },
  documents: {
    tenant_id: 'uuid',
    id: 'uuid',
    kind: 'text',
    number: 'text',
    state: 'text',
    party_id: 'uuid',
    place_id: 'uuid',
    day: 'date',
    due_day: 'date',
    currency: 'text',
    rate: 'numeric',
    rate_source: 'text',
    reference: 'text',
    note: 'text',
    from_id: 'uuid',
    net_minor: 'int8',
    tax_minor: 'int8',
    total_minor: 'int8',
    home_net_minor: 'int8',
    settled_minor: 'int8',
    details: 'jsonb',
    client_id: 'uuid',
    version: 'int4',
    made_at: 'timestamptz',
    issued_at: 'timestamptz',
    made_by: 'uuid',
  },
  exchange_rates: {
    tenant_id: 'uuid',
    currency: 'text',
    day: 'date',
    rate: 'numeric',
    source: 'text',
    reason: 'text',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  fiscal_events: {
    tenant_id: 'uuid',
    id: 'uuid',
    document_id: 'uuid',
    at: 'timestamptz',
    event: 'text',
    by_id: 'uuid',
    sent: 'text',
    status: 'int4',
    answered: 'text',
    note: 'text',
  },
  fiscal_settings: {
    tenant_id: 'uuid',
    use: 'text',
    place: 'text',
    token_sealed: 'text',
    scenario: 'text',
    version: 'int4',
  },
  fiscal_submissions: {
    tenant_id: 'uuid',
    document_id: 'uuid',
    id: 'uuid',
    state: 'text',
    use: 'text',
    office_number: 'text',
    problems: 'jsonb',
    accepted_at: 'timestamptz',
    changed_at: 'timestamptz',
    version: 'int4',
  },
  group_days: {
    tenant_id: 'uuid',
    subject: 'text',
    key: 'text',
    day: 'date',
    quantity_milli: 'int8',
    net_minor: 'int8',
    orders: 'int4',
  },
  heading_choices: {
    tenant_id: 'uuid',
    subject: 'text',
    key: 'text',
    heading: 'text',
    chosen_by: 'uuid',
    chosen_at: 'timestamptz',
  },
  idempotency_keys: {
    name: 'text',
    request_hash: 'text',
    status: 'int4',
    answer: 'jsonb',
    created_at: 'timestamptz',
  },
  import_problems: {
    tenant_id: 'uuid',
    import_id: 'uuid',
    record_no: 'int8',
    line_no: 'int8',
    column_name: 'text',
    reason: 'text',
    details: 'jsonb',
    cells: 'jsonb',
  },
  import_shapes: {
    tenant_id: 'uuid',
    fingerprint: 'text',
    choice: 'jsonb',
    updated_at: 'timestamptz',
  },
  imports: {
    tenant_id: 'uuid',
    id: 'uuid',
    file_name: 'text',
    file_hash: 'text',
    bytes: 'int8',
    state: 'text',
    layout: 'jsonb',
    choice: 'jsonb',
    fingerprint: 'text',
    records_loaded: 'int8',
    bytes_read: 'int8',
    lines_added: 'int8',
    lines_bad: 'int8',
    result: 'jsonb',
    error_code: 'text',
    error_details: 'jsonb',
    job_id: 'uuid',
    created_by: 'uuid',
    created_at: 'timestamptz',
    started_at: 'timestamptz',
    finished_at: 'timestamptz',
  },
  invitations: {
    id: 'uuid',
    tenant_id: 'uuid',
    token_hash: 'text',
    role: 'text',
    label: 'text',
    created_by: 'uuid',
    created_at: 'timestamptz',
    expires_at: 'timestamptz',
    used_at: 'timestamptz',
  },
  item_costs: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    quantity_milli: 'int8',
    value_minor: 'int8',
    last_milli: 'int8',
    last_minor: 'int8',
  },
  item_days: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    day: 'date',
    quantity_milli: 'int8',
    net_minor: 'int8',
    orders: 'int4',
  },
  item_photos: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    id: 'uuid',
    position: 'int4',
    width: 'int4',
    height: 'int4',
    files: 'jsonb',
    says: 'text',
    added_at: 'timestamptz',
  },
  item_prices: {
    tenant_id: 'uuid',
    price_list_id: 'uuid',
    item_id: 'uuid',
    from_quantity_milli: 'int8',
    price_thousandths: 'int8',
  },
  item_supply: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    lead_time_days: 'int4',
    pack_size_milli: 'int8',
    minimum_order_milli: 'int8',
    service_level_percent: 'float4',
    on_hand_milli: 'int8',
    on_order_milli: 'int8',
    unit_cost_minor: 'int8',
    supplier: 'text',
    counted_on: 'date',
    updated_at: 'timestamptz',
  },
  item_taxes: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    tax_class: 'text',
    retail_price_minor: 'int8',
    facts: 'jsonb',
    version: 'int4',
  },
  items: {
    tenant_id: 'uuid',
    id: 'uuid',
    code: 'text',
    name: 'text',
    category: 'text',
    unit: 'text',
    barcode: 'text',
    variant_of: 'uuid',
    first_day: 'date',
    last_day: 'date',
    named_by_person: 'bool',
    created_at: 'timestamptz',
    descriptions: 'jsonb',
    attributes: 'jsonb',
    options: 'jsonb',
    weight_grams: 'int4',
    length_mm: 'int4',
    width_mm: 'int4',
    height_mm: 'int4',
    archived_at: 'timestamptz',
    version: 'int4',
  },
  job_runs: {
    tenant_id: 'uuid',
    id: 'uuid',
    kind: 'text',
    payload: 'jsonb',
    state: 'text',
    unit: 'text',
    done: 'float8',
    total: 'float8',
    attempts: 'int4',
    error_code: 'text',
    created_at: 'timestamptz',
    started_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  journal_entries: {
    tenant_id: 'uuid',
    id: 'uuid',
    day: 'date',
    source_kind: 'text',
    source_id: 'uuid',
    event: 'text',
    memo: 'text',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  journal_lines: {
    tenant_id: 'uuid',
    entry_id: 'uuid',
    line_no: 'int2',
    day: 'date',
    account_code: 'text',
    party_id: 'uuid',
    amount_minor: 'int8',
    currency: 'text',
    foreign_minor: 'int8',
  },
  kept_apart: {
    tenant_id: 'uuid',
    kind: 'text',
    a_id: 'uuid',
    b_id: 'uuid',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  landed_costs: {
    tenant_id: 'uuid',
    id: 'uuid',
    receipt_id: 'uuid',
    kind: 'text',
    amount_minor: 'int8',
    spread_by: 'text',
    sold_minor: 'int8',
    note: 'text',
    client_id: 'uuid',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  ledger_accounts: {
    tenant_id: 'uuid',
    code: 'text',
    names: 'jsonb',
    kind: 'text',
    role: 'text',
  },
  ledger_month_sums: {
    tenant_id: 'uuid',
    month: 'date',
    account_code: 'text',
    debit_minor: 'numeric',
    credit_minor: 'numeric',
  },
  ledger_periods: {
    tenant_id: 'uuid',
    month: 'date',
    state: 'text',
    changed_at: 'timestamptz',
    changed_by: 'uuid',
    summed: 'bool',
  },
  line_rules: {
    tenant_id: 'uuid',
    rules: 'jsonb',
    updated_at: 'timestamptz',
  },
  lot_items: {
    tenant_id: 'uuid',
    item_id: 'uuid',
  },
  lots: {
    tenant_id: 'uuid',
    id: 'uuid',
    item_id: 'uuid',
    code: 'text',
    expires_on: 'date',
  },
  market_outlooks: {
    series_id: 'uuid',
    revision: 'int4',
    made_at: 'timestamptz',
    engine: 'text',
    engine_version: 'text',
    seed: 'int8',
    input_hash: 'text',
    brief: 'jsonb',
    story: 'jsonb',
  },
  market_points: {
    series_id: 'uuid',
    revision: 'int4',
    day: 'date',
    value: 'float8',
  },
  market_runs: {
    id: 'uuid',
    source: 'text',
    origin: 'text',
    sha256: 'text',
    bytes: 'int8',
    rows_read: 'int4',
    rows_kept: 'int4',
    rows_skipped: 'int4',
    skipped: 'jsonb',
    series_count: 'int4',
    points_added: 'int4',
    points_revised: 'int4',
    started_at: 'timestamptz',
    ended_at: 'timestamptz',
    outcome: 'text',
    error_code: 'text',
    error_details: 'jsonb',
  },
  market_series: {
    id: 'uuid',
    slug: 'text',
    source: 'text',
    source_key: 'text',
    source_name: 'text',
    licence: 'text',
    source_url: 'text',
    name_en: 'text',
    name_ur: 'text',
    search: 'text',
    kind: 'text',
    unit: 'text',
    currency: 'text',
    per_currency: 'text',
    frequency: 'text',
    region: 'text',
    place: 'text',
    commodity: 'text',
    reporter: 'text',
    partner: 'text',
    flow: 'text',
    product_code: 'text',
    measure: 'text',
    invented: 'bool',
    revision: 'int4',
    points: 'int4',
    first_day: 'date',
    last_day: 'date',
    last_value: 'float8',
    notes: 'jsonb',
    run_id: 'uuid',
    updated_at: 'timestamptz',
  },
  market_watches: {
    tenant_id: 'uuid',
    series_id: 'uuid',
    added_by: 'uuid',
    added_at: 'timestamptz',
  },
  match_memory: {
    tenant_id: 'uuid',
    line_id: 'uuid',
    direction: 'text',
    payer: 'text',
    narrative: 'text',
    paid: 'jsonb',
    payment_id: 'uuid',
    settlement_ids: 'jsonb',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  memberships: {
    tenant_id: 'uuid',
    user_id: 'uuid',
    role: 'text',
    since: 'timestamptz',
  },
  merges: {
    tenant_id: 'uuid',
    id: 'uuid',
    kind: 'text',
    kept_id: 'uuid',
    gone_id: 'uuid',
    moved: 'jsonb',
    made_at: 'timestamptz',
    made_by: 'uuid',
    undone_at: 'timestamptz',
  },
  migrations: {
    name: 'text',
    hash: 'text',
    applied_at: 'timestamptz',
  },
  money_accounts: {
    tenant_id: 'uuid',
    id: 'uuid',
    name: 'text',
    kind: 'text',
    currency: 'text',
    iban: 'text',
    account_code: 'text',
    details: 'jsonb',
    version: 'int4',
  },
  number_series: {
    tenant_id: 'uuid',
    series: 'text',
    last_number: 'int8',
  },
  outlooks: {
    tenant_id: 'uuid',
    through_day: 'date',
    made_at: 'timestamptz',
    engine: 'text',
    engine_version: 'text',
    seed: 'int8',
    input_hash: 'text',
    today: 'jsonb',
  },
  parties: {
    tenant_id: 'uuid',
    id: 'uuid',
    code: 'text',
    name: 'text',
    created_at: 'timestamptz',
    is_customer: 'bool',
    is_supplier: 'bool',
    phone: 'text',
    email: 'text',
    address: 'jsonb',
    tax_number: 'text',
    registration: 'text',
    terms_days: 'int4',
    credit_limit_minor: 'int8',
    currency: 'text',
    language: 'text',
    price_list_id: 'uuid',
    lead_time_days: 'int4',
    note: 'text',
    merged_into: 'uuid',
    version: 'int4',
  },
  passkey: {
    id: 'uuid',
    name: 'text',
    publicKey: 'text',
    userId: 'uuid',
    credentialID: 'text',
    counter: 'int4',
    deviceType: 'text',
    backedUp: 'bool',
    transports: 'text',
    aaguid: 'text',
    createdAt: 'timestamptz',
  },
  payments: {
    tenant_id: 'uuid',
    id: 'uuid',
    number: 'text',
    direction: 'text',
    state: 'text',
    party_id: 'uuid',
    money_account_id: 'uuid',
    day: 'date',
    currency: 'text',
    rate: 'numeric',
    amount_minor: 'int8',
    withheld_minor: 'int8',
    fee_minor: 'int8',
    unused_minor: 'int8',
    method: 'text',
    reference: 'text',
    note: 'text',
    client_id: 'uuid',
    version: 'int4',
    made_at: 'timestamptz',
    made_by: 'uuid',
    against: 'text',
  },
  places: {
    tenant_id: 'uuid',
    id: 'uuid',
    name: 'text',
    kind: 'text',
    is_default: 'bool',
    version: 'int4',
  },
  plan_lines: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    urgency: 'int4',
    state: 'text',
    search: 'text',
    needs_order: 'bool',
    cost_minor: 'int8',
    demand: 'jsonb',
    line: 'jsonb',
  },
  plan_settings: {
    tenant_id: 'uuid',
    lead_time_days: 'int4',
    review_days: 'int4',
    service_level_percent: 'float4',
    updated_at: 'timestamptz',
  },
  price_lists: {
    tenant_id: 'uuid',
    id: 'uuid',
    name: 'text',
    currency: 'text',
    is_default: 'bool',
    version: 'int4',
  },
  purchase_list: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    quantity_milli: 'int8',
    added_by: 'uuid',
    added_at: 'timestamptz',
  },
  sale_lines: {
    tenant_id: 'uuid',
    id: 'uuid',
    import_id: 'uuid',
    record_no: 'int8',
    document: 'text',
    day: 'date',
    minute_of_day: 'int2',
    item_id: 'uuid',
    customer_id: 'uuid',
    country: 'text',
    channel: 'text',
    kind: 'text',
    rule_id: 'text',
    quantity_milli: 'int8',
    net_minor: 'int8',
    currency: 'text',
  },
  session: {
    id: 'uuid',
    userId: 'uuid',
    token: 'text',
    expiresAt: 'timestamptz',
    ipAddress: 'text',
    userAgent: 'text',
    createdAt: 'timestamptz',
    updatedAt: 'timestamptz',
  },
  settlements: {
    tenant_id: 'uuid',
    id: 'uuid',
    document_id: 'uuid',
    payment_id: 'uuid',
    credit_id: 'uuid',
    amount_minor: 'int8',
    day: 'date',
    undone_at: 'timestamptz',
  },
  sign_in_failures: {
    name: 'text',
    failures: 'int4',
    locked_until: 'timestamptz',
    updated_at: 'timestamptz',
  },
  stock_count_decisions: {
    tenant_id: 'uuid',
    count_id: 'uuid',
    item_id: 'uuid',
    lot_id: 'uuid',
    quantity_milli: 'int8',
    decided_by: 'uuid',
  },
  stock_count_entries: {
    tenant_id: 'uuid',
    count_id: 'uuid',
    id: 'uuid',
    item_id: 'uuid',
    lot_id: 'uuid',
    quantity_milli: 'int8',
    expected_milli: 'int8',
    counted_at: 'timestamptz',
    counted_by: 'uuid',
    client_id: 'uuid',
    taken_back_at: 'timestamptz',
  },
  stock_counts: {
    tenant_id: 'uuid',
    id: 'uuid',
    state: 'text',
    place_id: 'uuid',
    category: 'text',
    is_blind: 'bool',
    client_id: 'uuid',
    version: 'int4',
    made_at: 'timestamptz',
    made_by: 'uuid',
    closed_at: 'timestamptz',
  },
  stock_levels: {
    tenant_id: 'uuid',
    item_id: 'uuid',
    place_id: 'uuid',
    lot_id: 'uuid',
    on_hand_milli: 'int8',
    reserved_milli: 'int8',
  },
  stock_moves: {
    tenant_id: 'uuid',
    id: 'uuid',
    at: 'timestamptz',
    day: 'date',
    kind: 'text',
    item_id: 'uuid',
    place_id: 'uuid',
    lot_id: 'uuid',
    quantity_milli: 'int8',
    value_minor: 'int8',
    document_id: 'uuid',
    document_line_id: 'uuid',
    reason: 'text',
    below_zero: 'bool',
    by_id: 'uuid',
  },
  stock_papers: {
    tenant_id: 'uuid',
    id: 'uuid',
    kind: 'text',
    state: 'text',
    place_id: 'uuid',
    to_place_id: 'uuid',
    day: 'date',
    reason: 'text',
    note: 'text',
    client_id: 'uuid',
    version: 'int4',
    made_at: 'timestamptz',
    made_by: 'uuid',
  },
  stock_reservations: {
    tenant_id: 'uuid',
    line_id: 'uuid',
    item_id: 'uuid',
    place_id: 'uuid',
    quantity_milli: 'int8',
  },
  stock_settings: {
    tenant_id: 'uuid',
    allow_below_zero: 'bool',
    over_receipt_percent: 'int4',
    version: 'int4',
  },
  tax_settings: {
    tenant_id: 'uuid',
    registration: 'text',
    tax_number: 'text',
    name: 'text',
    address: 'text',
    region: 'text',
    version: 'int4',
  },
  trade_flows: {
    invented: 'bool',
    product_code: 'text',
    flow: 'text',
    reporter: 'text',
    partner: 'text',
    year: 'int4',
    value_usd: 'float8',
    weight_kg: 'float8',
    run_id: 'uuid',
  },
  trade_headings: {
    invented: 'bool',
    code: 'text',
    name_en: 'text',
    name_ur: 'text',
  },
  trends: {
    tenant_id: 'uuid',
    subject: 'text',
    key: 'text',
    name: 'text',
    search: 'text',
    rank: 'int4',
    abc: 'text',
    xyz: 'text',
    status: 'text',
    category: 'text',
    net_minor: 'int8',
    growth: 'float8',
    brief: 'jsonb',
    full_story: 'jsonb',
  },
  twoFactor: {
    id: 'uuid',
    secret: 'text',
    backupCodes: 'text',
    userId: 'uuid',
    verified: 'bool',
    failedVerificationCount: 'int4',
    lockedUntil: 'timestamptz',
  },
  user: {
    id: 'uuid',
    name: 'text',
    email: 'text',
    emailVerified: 'bool',
    image: 'text',
    createdAt: 'timestamptz',
    updatedAt: 'timestamptz',
    twoFactorEnabled: 'bool',
    phone: 'text',
    language: 'text',
    digits: 'text',
    theme: 'text',
    guest: 'bool',
  },
  verification: {
    id: 'uuid',
    identifier: 'text',
    value: 'text',
    expiresAt: 'timestamptz',
    createdAt: 'timestamptz',
    updatedAt: 'timestamptz',
  },
}
