-- Every page of the plan counts its lines by urgency: from an index it reads a few pages, from the lines some two thousand.
create index plan_lines_by_state on plan_lines (tenant_id, state) include (needs_order, cost_minor);
