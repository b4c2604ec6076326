package io.tyto.server.kernel;

/** Our id of a work item ({@code BHA-16}), unique on this server and never reused. */
public record WorkItemId(String value) {

  public ProjectKey project() {
    return new ProjectKey(value.substring(0, value.lastIndexOf('-')));
  }
}
