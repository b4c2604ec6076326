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
  DEPLOY_DONE("UPDATE run_task SET state", 6);

  final String sql;
  final int nth;

  CrashPoint(String sql, int nth) {
    this.sql = sql;
    this.nth = nth;
  }
}
