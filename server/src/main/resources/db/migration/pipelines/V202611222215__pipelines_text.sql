ALTER TABLE pipeline_version ADD COLUMN yaml text;
COMMENT ON COLUMN pipeline_version.yaml IS 'As its author wrote it; null in versions from before texts were kept.';
