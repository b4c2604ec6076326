CREATE TABLE release_version (
  id          text PRIMARY KEY,
  project     text NOT NULL REFERENCES project (key),
  name        text NOT NULL,
  description text NOT NULL DEFAULT '',
  go_live     date,
  state       text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'RELEASED')),
  archived    boolean NOT NULL DEFAULT false,
  version     integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX release_version_name ON release_version (project, lower(name));
COMMENT ON TABLE release_version IS 'Planned go-lives. An archived one keeps its name.';

-- Until now the column held whatever text was entered: each text becomes a release version.
INSERT INTO release_version (id, project, name)
SELECT gen_random_uuid()::text, project, min(release_version_id)
FROM work_item WHERE release_version_id IS NOT NULL
GROUP BY project, lower(release_version_id);
UPDATE work_item w SET release_version_id = r.id
FROM release_version r
WHERE w.release_version_id IS NOT NULL
  AND r.project = w.project AND lower(r.name) = lower(w.release_version_id);
CREATE INDEX work_item_release ON work_item (release_version_id) WHERE release_version_id IS NOT NULL;

CREATE TABLE work_item_dependency (
  work_item   text NOT NULL REFERENCES work_item (id),
  predecessor text NOT NULL REFERENCES work_item (id),
  added_by    text NOT NULL,
  added_at    timestamptz NOT NULL,
  PRIMARY KEY (work_item, predecessor),
  CHECK (work_item <> predecessor)
);
CREATE INDEX work_item_dependency_successors ON work_item_dependency (predecessor, work_item);
COMMENT ON TABLE work_item_dependency IS 'The predecessor has to be in a target first. Without cycles: writers of a project take turns.';
