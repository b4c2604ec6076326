package io.tyto.server.pipelines.web;

import io.tyto.server.identity.Access;
import io.tyto.server.identity.Needs;
import io.tyto.server.identity.Permission;
import io.tyto.server.kernel.GeneralRefusal;
import io.tyto.server.kernel.Refusal;
import io.tyto.server.kernel.TytoSettings;
import io.tyto.server.pipelines.calendar.CalendarFeeds;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar for calendar programs. */
@RestController
class CalendarFeedController {
  private static final String PATH = "/hooks/calendar.ics";

  private final CalendarFeeds feeds;
  private final TytoSettings settings;
  private final Access access;

  CalendarFeedController(CalendarFeeds feeds, TytoSettings settings, Access access) {
    this.feeds = feeds;
    this.settings = settings;
    this.access = access;
  }

  /** Whether the caller has an address to subscribe to; the address itself is not kept. */
  @GetMapping("/api/v1/calendar/feed")
  @Needs(Permission.SIGNED_IN)
  Feed getCalendarFeed() {
    return new Feed(feeds.subscribed(access.caller()), null);
  }

  /** A new address, shown once; the old one ends. */
  @PostMapping("/api/v1/calendar/feed")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Permission.SIGNED_IN)
  Feed openCalendarFeed() {
    String base =
        settings.publicUrl() == null
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : settings.publicUrl().toString().replaceAll("/$", "");
    return new Feed(true, base + PATH + "?token=" + feeds.subscribe(access.caller()));
  }

  @DeleteMapping("/api/v1/calendar/feed")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.SIGNED_IN)
  void closeCalendarFeed() {
    feeds.unsubscribe(access.caller());
  }

  /** RFC 5545, what the token's person may see now. */
  @GetMapping(path = PATH, produces = "text/calendar")
  @Needs(Permission.ANYONE)
  ResponseEntity<byte[]> readCalendarFeed(@RequestParam String token) {
    byte[] text =
        feeds
            .owner(token)
            .map(feeds::text)
            .orElseThrow(
                () -> new Refusal(GeneralRefusal.NOT_FOUND, "There is no such thing here."))
            .getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(text);
  }

  /**
   * @param url only in the answer that made it
   */
  record Feed(boolean open, @Nullable String url) {}
}
