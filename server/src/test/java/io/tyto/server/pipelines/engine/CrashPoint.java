package io.tyto.server.pipelines.engine;

/** Statements of the engine around which a server may die, each at its n-th time in a journey. */
enum CrashPoint {
  RUN_CREATED("INSERT INTO run (", 1),
  FIRST_TASK_CREATED("INSERT INTO run_task (", 1),
  LAST_TASK_CREATED("INSERT INTO run_task (", 3),
  RUN_WANTED("UPDATE run SET wanted", 1),
  RUN_LOCKED_FOR_ITS_FIRST_TURN("WHERE r.id = ? FOR UPDATE OF r", 1),
  CONTENT_ORDERED("INSERT INTO effect (", 1),
  TASK_RUNNING("UPDATE run_task SET state", 1),
  TASK_RUNNING_IN_HISTORY("INSERT INTO task_history", 1),
  RUN_STATE_DERIVED("UPDATE run SET state", 2),
  CONTENT_TAKEN("SET epoch = epoch + 1 WHERE", 1),
  CONTENT_CLAIMED("SET outcome = 'INTENT'", 1),
  CONTENT_INTENT_WRITTEN("UPDATE effect SET outcome = ?, holding", 1),
  CONTENT_OUTCOME_WRITTEN("UPDATE effect SET outcome = ?, holding", 2),
  CONTENT_EVIDENCE_KEPT("INSERT INTO evidence", 1),
  BUILD_DONE("UPDATE run_task SET state", 2),
  APPROVAL_ASKED("UPDATE run_task SET state", 3),
  APPROVAL_GIVEN("INSERT INTO decision", 1),
  APPROVAL_COUNTED("UPDATE run_task SET state", 4),
  APPROVAL_IN_HISTORY("INSERT INTO task_history", 4),
  GATES_ORDERED("INSERT INTO effect (", 2),
  GATES_TAKEN("SET epoch = epoch + 1 WHERE", 2),
  GATES_CLAIMED("SET outcome = 'INTENT'", 2),
  GATES_INTENT_WRITTEN("UPDATE effect SET outcome = ?, holding", 3),
  GATES_OUTCOME_WRITTEN("UPDATE effect SET outcome = ?, holding", 4),
  DEPLOYMENT_ORDERED("INSERT INTO effect (", 3),
  DEPLOYMENT_ITEM_WRITTEN("INSERT INTO effect_item", 1),
  DEPLOYMENT_TAKEN("SET epoch = epoch + 1 WHERE", 3),
  SYSTEM_HELD("SET outcome = 'INTENT'", 3),
  BACKUP_KEPT("INSERT INTO effect_backup", 1),
  PARAMETERS_NOTED("UPDATE effect_item SET parameters", 1),
  DEPLOYMENT_INTENT_WRITTEN("UPDATE effect SET outcome = ?, holding", 5),
  HANDLE_WRITTEN("UPDATE effect SET outcome = ?, holding", 6),
  POLL_TAKEN("SET epoch = epoch + 1 WHERE", 4),
  DEPLOYMENT_OUTCOME_WRITTEN("UPDATE effect SET outcome = ?, holding", 7),
  DEPLOYMENT_EVIDENCE_KEPT("INSERT INTO evidence", 3),
  SETTLED_IN_HISTORY("INSERT INTO task_history", 6),
  DEPLOY_DONE("UPDATE run_task SET state", 6),

  APPROVAL_MAIL_QUEUED("INSERT INTO rig_mail", 1),
  WAIT_TOLD_OUTSIDE("INSERT INTO rig_write_back", 1),
  ARRIVAL_TOLD_OUTSIDE("INSERT INTO rig_write_back", 3),
  END_TOLD_OUTSIDE("INSERT INTO rig_write_back", 4),

  TASK_ABORTED(CrashJourney.ABORT, "UPDATE run_task SET state", 2),
  ABORT_IN_HISTORY(CrashJourney.ABORT, "INSERT INTO task_history", 2),
  UNBEGUN_DROPPED(CrashJourney.ABORT, "SET outcome = 'DROPPED'", 1),
  RUN_MARKED_ABORTED(CrashJourney.ABORT, "SET aborted_at", 1),
  ABORT_TOLD_OUTSIDE(CrashJourney.ABORT, "INSERT INTO rig_write_back", 1),
  ENDED_AFTER_THE_ABORT(CrashJourney.ABORT, "INSERT INTO evidence", 1),

  PARKED(CrashJourney.FREEZE, "INSERT INTO run_parking", 1),
  PARKED_TASK_WAITS(CrashJourney.FREEZE, "UPDATE run_task SET state", 2),
  TAKEN_UP_AFTER_THE_FREEZE(CrashJourney.FREEZE, "UPDATE run_task SET state", 3),
  PARKING_LEFT(CrashJourney.FREEZE, "DELETE FROM run_parking", 1),

  ROLL_BACK_ORDERED(CrashJourney.ROLL_BACK, "INSERT INTO effect (", 3),
  ROLL_BACK_CLAIMED(CrashJourney.ROLL_BACK, "SET outcome = 'INTENT'", 3),
  ROLL_BACK_INTENT_WRITTEN(CrashJourney.ROLL_BACK, "UPDATE effect SET outcome = ?, holding", 6),
  ROLL_BACK_OUTCOME_WRITTEN(CrashJourney.ROLL_BACK, "UPDATE effect SET outcome = ?, holding", 7),
  ROLLED_BACK_NOTED(CrashJourney.ROLL_BACK, "SET rolled_back = true", 1),

  BYPASS_ASKED(CrashJourney.SECOND_PERSON, "INSERT INTO bypass", 1),
  SECOND_PERSON_MAIL_QUEUED(CrashJourney.SECOND_PERSON, "INSERT INTO rig_mail", 2),
  BYPASS_CONFIRMED(CrashJourney.SECOND_PERSON, "UPDATE bypass SET confirmed_by", 1),
  SKIPPED(CrashJourney.SECOND_PERSON, "UPDATE run_task SET state", 3);

  final CrashJourney journey;
  final String sql;
  final int nth;

  CrashPoint(String sql, int nth) {
    this(CrashJourney.PROMOTION, sql, nth);
  }

  CrashPoint(CrashJourney journey, String sql, int nth) {
    this.journey = journey;
    this.sql = sql;
    this.nth = nth;
  }
}
