-- Daily facts lie in order of day, as they are made and as they are taken away: one index instead of two.
alter table item_days drop constraint item_days_pkey;
drop index item_days_by_day;
alter table item_days add constraint item_days_pkey primary key (tenant_id, day, item_id);

alter table group_days drop constraint group_days_pkey;
drop index group_days_by_day;
alter table group_days add constraint group_days_pkey primary key (tenant_id, day, subject, key);
