package io.tyto.simulator.cpi;

import io.javalin.http.Context;
import io.tyto.simulator.core.Answer;
import io.tyto.simulator.core.Json;
import io.tyto.simulator.cpi.content.CpiRefusal;
import io.tyto.simulator.xml.SafeXml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of OData V2 answers (facts: targets 1.2). */
final class ODataAnswer {
  private static final String ATOM = "application/atom+xml;charset=utf-8";
  private final boolean refuseWithoutJson;

  ODataAnswer(boolean refuseWithoutJson) {
    this.refuseWithoutJson = refuseWithoutJson;
  }

  void single(Call call, int status, Map<String, @Nullable Object> entity) {
    Map<String, @Nullable Object> selected = selected(call, entity);
    if (wantsJson(call.ctx())) {
      Json.answer(call.ctx(), status, Json.map("d", selected));
      return;
    }
    atom(call.ctx(), status, entry(selected));
  }

  void list(Call call, List<Map<String, @Nullable Object>> entities, @Nullable Integer count) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> entity : entities) {
      rows.add(selected(call, entity));
    }
    if (wantsJson(call.ctx())) {
      Map<String, @Nullable Object> d = Json.map("results", rows);
      if (count != null) {
        d.put("__count", Integer.toString(count));
      }
      Json.answer(call.ctx(), 200, Json.map("d", d));
      return;
    }
    StringBuilder feed = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
    for (Map<String, @Nullable Object> row : rows) {
      feed.append(entry(row));
    }
    atom(call.ctx(), 200, feed.append("</feed>").toString());
  }

  static void text(Context ctx, int status, String body) {
    ctx.status(status).contentType("text/plain;charset=utf-8").result(body);
  }

  static void zip(Context ctx, String fileName, byte[] content) {
    ctx.header("Content-Disposition", "attachment; filename=" + fileName);
    ctx.status(200).contentType("application/zip").result(content);
  }

  static Answer error(Context ctx, CpiRefusal refusal) {
    boolean xml = ctx.path().endsWith("/$value") && !wantsJson(ctx);
    if (!xml) {
      Map<String, @Nullable Object> message = Json.map("lang", "en", "value", refusal.text());
      return Answer.json(
          refusal.status(),
          Json.map("error", Json.map("code", refusal.code(), "message", message)));
    }
    String body =
        "<?xml version='1.0' encoding='UTF-8'?><error"
            + " xmlns=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\"><code>"
            + SafeXml.escape(refusal.code())
            + "</code><message xml:lang=\"en\">"
            + SafeXml.escape(refusal.text())
            + "</message></error>";
    return Answer.text(refusal.status(), "application/xml", body);
  }

  static String date(Instant at) {
    return "/Date(" + at.toEpochMilli() + ")/";
  }

  static Map<String, @Nullable Object> deferred(String uri) {
    return Json.map("__deferred", Json.map("uri", uri));
  }

  static boolean wantsJson(Context ctx) {
    String accept = ctx.header("Accept");
    return "json".equals(ctx.queryParam("$format"))
        || accept != null && accept.contains("application/json");
  }

  private static Map<String, @Nullable Object> selected(
      Call call, Map<String, @Nullable Object> entity) {
    String select = call.ctx().queryParam("$select");
    if (select == null || select.isBlank() || select.equals("*")) {
      return entity;
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    Arrays.stream(select.split(",", -1))
        .map(String::trim)
        .filter(entity::containsKey)
        .forEach(name -> out.put(name, entity.get(name)));
    return out;
  }

  private void atom(Context ctx, int status, String body) {
    if (refuseWithoutJson) {
      throw CpiRefusal.of(406, "The requested media type is not supported.");
    }
    ctx.status(status).contentType(ATOM).result("<?xml version='1.0' encoding='utf-8'?>" + body);
  }

  private static String entry(Map<String, @Nullable Object> entity) {
    StringBuilder out =
        new StringBuilder(
            "<entry xmlns=\"http://www.w3.org/2005/Atom\""
                + " xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\""
                + " xmlns:d=\"http://schemas.microsoft.com/ado/2007/08/dataservices\">"
                + "<content type=\"application/xml\"><m:properties>");
    entity.forEach((name, value) -> {
      if (value instanceof String || value instanceof Number) {
        out.append("<d:").append(name).append('>');
        out.append(SafeXml.escape(value.toString()));
        out.append("</d:").append(name).append('>');
      }
    });
    return out.append("</m:properties></content></entry>").toString();
  }
}
