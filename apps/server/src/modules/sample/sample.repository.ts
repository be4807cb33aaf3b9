// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** Tables of tenant data, those that others refer to last. */
const tables = [
  'merges',
  'kept_apart',
  'match_memory',
  'bank_lines',
  'bank_statements',
  'bank_layouts',
  'bank_files',
  'fiscal_events',
  'fiscal_submissions',
  'fiscal_settings',
  'tax_settings',
  'item_taxes',
  'counter_sales',
  'settlements',
  'payments',
  'money_accounts',
  'landed_costs',
  'document_lines',
  'documents',
  'number_series',
  'journal_lines',
  'journal_entries',
  'ledger_month_sums',
  'ledger_periods',
  'ledger_accounts',
  'stock_count_decisions',
  'stock_count_entries',
  'stock_counts',
  'stock_papers',
  'stock_reservations',
  'lot_items',
  'stock_settings',
  'exchange_rates',
  'cost_layers',
  'item_costs',
  'stock_levels',
  'stock_moves',
  'lots',
  'places',
  'purchase_list',
  'plan_lines',
  'plan_settings',
  'trends',
  'outlooks',
  'group_days',
  'item_days',
  'sale_lines',
  'line_rules',
  'import_shapes',
  'import_problems',
  'imports',
  'item_prices',
  'price_lists',
  'item_photos',
  'item_supply',
  'parties',
  'items',
  'market_watches',
  'heading_choices',
  'job_runs',
] as const

/** Takes away everything of a business, and the business. Its audit trail stays. */
export async function deleteTenant(tx: TenantTx): Promise<void> {
  for (const table of tables) {
    await sql`delete from ${sql.table(table)} where tenant_id = ${tx.tenantId}`.execute(tx)
  }
  await sql`delete from businesses where id = ${tx.tenantId}`.execute(tx)
}
