package io.tyto.server.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where and how a planted secret might show. */
public final class Planted {

  private Planted() {}

  /** Every row of every table as text; binary columns in hex and as latin text. */
  public static String dump(JdbcClient jdbc) {
    StringBuilder dump = new StringBuilder();
    List<String> tables =
        jdbc.sql("select tablename from pg_tables where schemaname = current_schema()")
            .query(String.class)
            .list();
    for (String table : tables) {
      jdbc.sql("select t::text from \"" + table + "\" t")
          .query(String.class)
          .list()
          .forEach(row -> dump.append(row).append('\n'));
    }
    jdbc.sql("select encode(ciphertext || wrapped_key, 'escape') from credential_secret")
        .query(String.class)
        .list()
        .forEach(dump::append);
    return dump.toString();
  }

  /** In which a secret may slip through a mask that knows it in plain. */
  public static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return List.of(
        secret,
        new StringBuilder(secret).reverse().toString(),
        secret.substring(0, 20),
        secret.substring(secret.length() - 12),
        secret.toUpperCase(Locale.ROOT),
        hex,
        hex.toUpperCase(Locale.ROOT),
        base64,
        base64.replace('+', '-').replace('/', '_'),
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_16LE)),
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        secret.replace("/", "\\/"),
        secret.replace("&", "&amp;"),
        secret.replace("&", "\\u0026"),
        HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16BE)));
  }
}
