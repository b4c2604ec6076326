package io.tyto.server.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.server.notifications.MailChoices.Language;
import io.tyto.server.notifications.Topic;
import io.tyto.server.pipelines.Audience;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTest {
  private static final Letter.Links LINKS =
      new Letter.Links("https://t.example/there", "https://t.example/account/notifications");

  private static Audience.Subject subject(String item, String title, String task) {
    return new Audience.Subject("DEMO", item, title, "QA", task, "WAITING", 1);
  }

  @Test
  void letsNoNameMakeALineOrAHeader() {
    Letter letter =
        Letter.of(
            Topic.APPROVAL,
            Language.EN,
            "Ada\r\nBcc: all@evil.example",
            subject("DEMO-1\r\nBcc: x@evil.example", "A\nB\u0000C", "Ask\r\n\r\nBuy this"),
            LINKS);
    assertThat(letter.subject()).doesNotContain("\r", "\n").contains("Ask Buy this");
    assertThat(letter.text().lines())
        .noneMatch(
            line -> line.startsWith("Bcc") || line.startsWith("B") || line.contains("\u0000"));
  }

  @ParameterizedTest
  @EnumSource
  void saysEachTopicInEachLanguageInOtherWords(Topic topic) {
    Set<String> texts =
        EnumSet.allOf(Language.class).stream()
            .map(language ->
                Letter.of(topic, language, "Ada", subject("DEMO-1", "Bill", "Ask"), LINKS))
            .map(letter -> letter.subject() + letter.text())
            .collect(Collectors.toSet());
    assertThat(texts)
        .hasSize(2)
        .allSatisfy(
            text -> assertThat(text).contains("DEMO-1 Bill", LINKS.there(), LINKS.choices()));
  }

  @Test
  void leadsNowhereWhenNobodyKnowsTheAddressOfThisServer() {
    Letter letter =
        Letter.of(Topic.NOTICE, Language.EN, "Ada", subject("DEMO-1", "", "Tell"), null);
    assertThat(letter.text()).doesNotContain("http", "Look at it").contains("Notifications");
  }
}
