package io.tyto.server.pipelines.definition;

/** How a change is handled. */
public enum ChangeType {
  NORMAL,
  /** Well known and of little risk; the pipeline that takes it says how little it asks for. */
  STANDARD,
  /** Deployed with one approver on duty, approved in full afterwards. */
  EMERGENCY
}
