-- For whom a deputy decided.
ALTER TABLE decision ADD COLUMN behalf_id text;
ALTER TABLE decision ADD COLUMN behalf_name text;
