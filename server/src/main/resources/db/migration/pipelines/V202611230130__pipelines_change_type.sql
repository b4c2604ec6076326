-- Normal, standard or emergency change.
ALTER TABLE run ADD COLUMN change_type text NOT NULL DEFAULT 'NORMAL';
