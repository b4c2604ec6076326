package io.tyto.server.notifications.internal;

import io.tyto.server.notifications.MailChoices.Language;
import io.tyto.server.notifications.Topic;
import io.tyto.server.pipelines.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mail. It names what it is about and leads there; what systems said stays where the
 * reader's rights are looked at.
 */
record Letter(String subject, String text) {

  /** Where the reader goes on: to what it is about, and to what mails are wanted. */
  record Links(String there, String choices) {}

  /**
   * @param links null when nobody said at which address people reach this server
   */
  static Letter of(
      Topic topic, Language language, String greeted, Audience.Subject on, @Nullable Links links) {
    boolean german = language == Language.DE;
    String what =
        switch (topic) {
          case APPROVAL -> german ? "Genehmigung erbeten" : "Your approval is asked for";
          case MANUAL -> german ? "Eine Aufgabe wartet auf Sie" : "A task waits for you";
          case RUN_FAILED -> german ? "Angehalten" : "Stopped";
          case SECOND_PERSON -> german ? "Zweite Person gesucht" : "A second person is needed";
          case NOTICE -> german ? "Hinweis" : "Notice";
        };
    String table =
        german
            ? row("Projekt", on.project())
                + row("Element", item(on))
                + row("Stufe", on.stage())
                + row("Aufgabe", on.task())
            : row("Project", on.project())
                + row("Work item", item(on))
                + row("Stage", on.stage())
                + row("Task", on.task());
    String text =
        (german ? "Guten Tag " : "Hello ")
            + line(greeted)
            + ",\n\n"
            + said(topic, german)
            + "\n\n"
            + table
            + (links == null
                ? ""
                : "\n" + (german ? "Ansehen: " : "Look at it: ") + links.there() + "\n")
            + "\n-- \n"
            + (german
                ? "Tyto. Welche Mails Sie bekommen, wählen Sie im Benutzermenü unter"
                    + " Benachrichtigungen.\n"
                : "Tyto. Choose which mails you get in the user menu under Notifications.\n")
            + (links == null ? "" : links.choices() + "\n");
    return new Letter(line("[%s] %s: %s".formatted(on.workItem(), what, on.task())), text);
  }

  private static String said(Topic topic, boolean german) {
    return switch (topic) {
      case APPROVAL ->
          german
              ? "eine Genehmigung wartet auf Sie. Was genehmigt wird, steht auf der Seite."
              : "an approval waits for you. The page shows what is approved.";
      case MANUAL ->
          german
              ? "eine Aufgabe von Hand wartet auf Sie. Die Seite sagt, was zu tun ist."
              : "work by hand waits for you. The page says what is to be done.";
      case RUN_FAILED ->
          german
              ? "ein Lauf hält an, den Sie gestartet haben oder mit dem Sie weitermachen können, oder"
                  + " etwas ließ sich nicht zurücknehmen. Den Grund und was hilft zeigt die Seite."
              : "a run has stopped that you promoted or may go on with, or something could not be"
                  + " rolled back. The page shows why and what helps.";
      case SECOND_PERSON ->
          german
              ? "jemand möchte eine Regel umgehen. Das geschieht nur, wenn eine zweite Person"
                  + " dasselbe will. Was und warum zeigt die Seite."
              : "somebody wants to go around a rule, which takes a second person who wants the same."
                  + " The page shows what and why.";
      case NOTICE ->
          german
              ? "eine Pipeline hat Ihnen etwas mitzuteilen. Sie lesen es unter Meine Aufgaben."
              : "a pipeline has something to tell you. Read it in My Tasks.";
    };
  }

  private static String item(Audience.Subject on) {
    return on.title().isEmpty() ? on.workItem() : on.workItem() + " " + on.title();
  }

  private static String row(String name, String value) {
    return "  %-12s%s".formatted(name + ":", line(value)) + "\n";
  }

  /** Names come from other systems; none of them makes a line, let alone a header. */
  private static String line(String name) {
    return name.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
