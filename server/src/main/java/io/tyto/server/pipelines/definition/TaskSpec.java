package io.tyto.server.pipelines.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kind and parameters of a task, as {@code docs/how-to/pipelines.md} explains them. */
public sealed interface TaskSpec {

  /** The word in YAML, JSON and on the page. */
  String kind();

  /** How long its work outside may take before a person is asked; null for what is usual. */
  default @Nullable Duration timeout() {
    return null;
  }

  /** Its failure is shown, and the run goes on in spite of it. */
  default boolean continueOnFailure() {
    return false;
  }

  /** Warnings stop it at a person, as errors do. */
  default boolean stopOnWarnings() {
    return false;
  }

  /** How long it waits for people or a message; null for ever. */
  default @Nullable Duration expires() {
    return null;
  }

  /** Takes every deliverable's content into the store and verifies its digest. */
  record Build() implements TaskSpec {
    @Override
    public String kind() {
      return "build";
    }
  }

  /** Runs checks; errors fail it. */
  record Validate(
      List<String> checks,
      boolean continueOnFailure,
      @Nullable Duration timeout,
      boolean stopOnWarnings)
      implements TaskSpec {

    /** Without the finer points. */
    public Validate(List<String> checks, boolean continueOnFailure) {
      this(checks, continueOnFailure, null, false);
    }

    @Override
    public String kind() {
      return "validate";
    }
  }

  /**
   * @param by {@code user:NAME} or {@code role:NAME}, at least one; with {@code component:FI/}
   *     before it for work items of that component only
   * @param min how many different people
   * @param exclude {@code promoter}, {@code author}, {@code earlier}
   * @param message shown to the approver
   * @param expires null for never
   * @param messageRequired an approval says why
   * @param evidenceRequired an approval attaches something
   * @param escalateAfter when it is offered to {@code escalateTo} too; null for never
   */
  record Approve(
      List<String> by,
      int min,
      List<String> exclude,
      @Nullable String message,
      @Nullable Duration expires,
      boolean messageRequired,
      boolean evidenceRequired,
      @Nullable Duration escalateAfter,
      List<String> escalateTo)
      implements TaskSpec {

    /** Without the finer points. */
    public Approve(
        List<String> by,
        int min,
        List<String> exclude,
        @Nullable String message,
        @Nullable Duration expires) {
      this(by, min, exclude, message, expires, false, false, null, List.of());
    }

    @Override
    public String kind() {
      return "approve";
    }
  }

  /** Something a person does and marks complete. */
  record Manual(
      List<String> by,
      String text,
      boolean evidenceRequired,
      List<String> checklist,
      @Nullable Duration expires)
      implements TaskSpec {

    /** Without an end. */
    public Manual(List<String> by, String text, boolean evidenceRequired, List<String> checklist) {
      this(by, text, evidenceRequired, checklist, null);
    }

    @Override
    public String kind() {
      return "manual";
    }
  }

  /** Releases transport requests, tasks first. Irreversible. */
  record ReleaseTransport(@Nullable String environment, @Nullable String stage)
      implements TaskSpec {
    @Override
    public String kind() {
      return "release-transport";
    }
  }

  /**
   * @param environment by name; else {@code stage} names the place in each landscape
   * @param backup take a backup first, where the target can
   * @param via {@code original} or {@code transport-of-copies}
   * @param mode {@code upload-and-deploy} or {@code upload-only}
   */
  record Deploy(
      @Nullable String environment,
      @Nullable String stage,
      boolean backup,
      String via,
      String mode,
      @Nullable Duration timeout,
      boolean stopOnWarnings)
      implements TaskSpec {

    /** Without the finer points. */
    public Deploy(
        @Nullable String environment,
        @Nullable String stage,
        boolean backup,
        String via,
        String mode) {
      this(environment, stage, backup, via, mode, null, false);
    }

    @Override
    public String kind() {
      return "deploy";
    }
  }

  /** Waits for the next press of Promote. */
  record WaitForPromotion() implements TaskSpec {
    @Override
    public String kind() {
      return "wait-for-promotion";
    }
  }

  /**
   * @param destination a registered one, never an address
   * @param expect status codes that count as success, empty for any 2xx
   */
  record Callout(
      String destination,
      String method,
      String path,
      Map<String, Object> body,
      List<Integer> expect,
      @Nullable Duration timeout,
      boolean continueOnFailure)
      implements TaskSpec {

    /** May be sent again when its answer is lost; of any other call nobody can say what became. */
    public boolean repeatable() {
      return method.equals("GET");
    }

    /** Without the finer points. */
    public Callout(
        String destination,
        String method,
        String path,
        Map<String, Object> body,
        List<Integer> expect) {
      this(destination, method, path, body, expect, null, false);
    }

    @Override
    public String kind() {
      return "callout";
    }
  }

  /** Waits until somebody posts that message to the run. */
  record WaitForMessage(String name, @Nullable Duration expires, boolean continueOnFailure)
      implements TaskSpec {

    /** It has to come. */
    public WaitForMessage(String name, @Nullable Duration expires) {
      this(name, expires, false);
    }

    @Override
    public String kind() {
      return "wait-for-message";
    }
  }

  /** Statuses by their labels in the external system; null leaves that type alone. */
  record AlmStatus(@Nullable String feature, @Nullable String userStory, boolean continueOnFailure)
      implements TaskSpec {

    /** Failures stop. */
    public AlmStatus(@Nullable String feature, @Nullable String userStory) {
      this(feature, userStory, false);
    }

    @Override
    public String kind() {
      return "alm-status";
    }
  }

  /** Tells people, by the channels they chose. */
  record Notify(List<String> to, String text, boolean continueOnFailure) implements TaskSpec {

    /** Failures stop. */
    public Notify(List<String> to, String text) {
      this(to, text, false);
    }

    @Override
    public String kind() {
      return "notify";
    }
  }
}
