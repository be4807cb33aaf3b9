-- What this repository says to the database, as its samples make it say. Written by
-- `npm run db:queries -w @resham/server`; never by hand.

-- deleteTenant
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
delete from "customers" where tenant_id = $1;
delete from "items" where tenant_id = $1;
delete from "market_watches" where tenant_id = $1;
delete from "heading_choices" where tenant_id = $1;
delete from "job_runs" where tenant_id = $1;
delete from businesses where id = $1;
