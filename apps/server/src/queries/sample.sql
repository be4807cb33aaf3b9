-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- deleteTenant
delete from "settlements" where tenant_id = $1;
delete from "payments" where tenant_id = $1;
delete from "money_accounts" where tenant_id = $1;
delete from "document_lines" where tenant_id = $1;
delete from "documents" where tenant_id = $1;
delete from "number_series" where tenant_id = $1;
delete from "journal_lines" where tenant_id = $1;
delete from "journal_entries" where tenant_id = $1;
delete from "ledger_month_sums" where tenant_id = $1;
delete from "ledger_periods" where tenant_id = $1;
delete from "ledger_accounts" where tenant_id = $1;
delete from "stock_papers" where tenant_id = $1;
delete from "stock_reservations" where tenant_id = $1;
delete from "lot_items" where tenant_id = $1;
delete from "stock_settings" where tenant_id = $1;
delete from "exchange_rates" where tenant_id = $1;
delete from "cost_layers" where tenant_id = $1;
delete from "item_costs" where tenant_id = $1;
delete from "stock_levels" where tenant_id = $1;
delete from "stock_moves" where tenant_id = $1;
delete from "lots" where tenant_id = $1;
delete from "places" where tenant_id = $1;
delete from "purchase_list" where tenant_id = $1;
delete from "plan_lines" where tenant_id = $1;
delete from "plan_settings" where tenant_id = $1;
delete from "trends" where tenant_id = $1;
delete from "outlooks" where tenant_id = $1;
delete from "group_days" where tenant_id = $1;
delete from "item_days" where tenant_id = $1;
delete from "sale_lines" where tenant_id = $1;
delete from "line_rules" where tenant_id = $1;
delete from "import_shapes" where tenant_id = $1;
delete from "import_problems" where tenant_id = $1;
delete from "imports" where tenant_id = $1;
delete from "item_supply" where tenant_id = $1;
delete from "parties" where tenant_id = $1;
delete from "items" where tenant_id = $1;
delete from "market_watches" where tenant_id = $1;
delete from "heading_choices" where tenant_id = $1;
delete from "job_runs" where tenant_id = $1;
delete from businesses where id = $1;
