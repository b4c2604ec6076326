-- The history of one's own decisions, and of those that a deputy made for one.
CREATE INDEX decision_by_user ON decision (user_id, id DESC);
CREATE INDEX decision_by_behalf ON decision (behalf_id, id DESC) WHERE behalf_id IS NOT NULL;
