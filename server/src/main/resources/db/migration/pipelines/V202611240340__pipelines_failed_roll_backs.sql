-- Few of very many effects; My Tasks asks for them each time it is read.
CREATE INDEX effect_failed_roll_back ON effect (ended_at)
  WHERE kind = 'ROLL_BACK' AND outcome IN ('REFUSED', 'BROKEN');
