package io.tyto.server.pipelines;

import io.tyto.server.kernel.RefusalCode;
import io.tyto.server.kernel.RefusalKind;

/** Why a promotion is not started or a run is not changed. */
public enum RunRefusal implements RefusalCode {
  NO_PIPELINE("no-pipeline", RefusalKind.CONFLICT),
  APPROVAL_OUTDATED("approval-outdated", RefusalKind.CONFLICT),
  CANDIDATE_OUTDATED("candidate-outdated", RefusalKind.CONFLICT),
  RUN_IN_PROGRESS("run-in-progress", RefusalKind.CONFLICT),
  ALREADY_COMPLETED("already-completed", RefusalKind.CONFLICT),
  NOTHING_TO_CONTINUE("nothing-to-continue", RefusalKind.CONFLICT),
  IN_RELEASE_PACKAGE("in-release-package", RefusalKind.CONFLICT),
  ITEM_IN_ANOTHER_RUN("item-in-another-run", RefusalKind.CONFLICT),
  PACKAGE_ARCHIVED("package-archived", RefusalKind.CONFLICT),
  CHANGE_TYPE_NOT_ACCEPTED("change-type-not-accepted", RefusalKind.CONFLICT),
  CHANGE_TYPE_FIXED("change-type-fixed", RefusalKind.CONFLICT),
  NO_WINDOW("no-window", RefusalKind.INVALID),
  KEY_REUSED("idempotency-key-reused", RefusalKind.CONFLICT),
  REASON_REQUIRED("reason-required", RefusalKind.INVALID),
  EVIDENCE_REQUIRED("evidence-required", RefusalKind.INVALID),
  CHECKLIST_OPEN("checklist-open", RefusalKind.INVALID),
  NOT_YOURS("not-yours-to-decide", RefusalKind.FORBIDDEN),
  TOKEN_CANNOT_APPROVE("token-cannot-approve", RefusalKind.FORBIDDEN),
  AUTHOR_UNKNOWN("author-unknown", RefusalKind.FORBIDDEN),
  ALREADY_DECIDED("already-decided", RefusalKind.CONFLICT),
  APPROVAL_CANNOT_BE_SKIPPED("approval-cannot-be-skipped", RefusalKind.CONFLICT),
  SECOND_PERSON_NEEDED("second-person-needed", RefusalKind.CONFLICT),
  NOT_IN_THIS_STATE("not-in-this-state", RefusalKind.CONFLICT),
  NO_BACKUP("no-backup", RefusalKind.CONFLICT),
  NEWER_THERE("newer-there", RefusalKind.CONFLICT),
  RUN_OVER("run-over", RefusalKind.CONFLICT);

  private final String code;
  private final RefusalKind kind;

  RunRefusal(String code, RefusalKind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public RefusalKind kind() {
    return kind;
  }
}
