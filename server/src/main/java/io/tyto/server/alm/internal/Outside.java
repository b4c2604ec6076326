package io.tyto.server.alm.internal;

import io.tyto.server.alm.AlmRefusal;
import io.tyto.server.connections.ConnectionSpec;
import io.tyto.server.connections.Connections;
import io.tyto.server.connections.Opened;
import io.tyto.server.kernel.FieldError;
import io.tyto.server.kernel.Refusal;
import io.tyto.spi.Fault;
import io.tyto.spi.FaultException;
import io.tyto.spi.stories.ExternalProject;
import io.tyto.spi.stories.StorySink;
import io.tyto.spi.stories.StorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The way to external systems; says in the words of the form what they refuse. */
@Component
public class Outside {
  private final Connections connections;
  private final PublicPages pages;

  Outside(Connections connections, PublicPages pages) {
    this.connections = connections;
    this.pages = pages;
  }

  /**
   * @throws Refusal at the field of the form
   */
  public Opened<StorySource<Record>> source(ConnectionSpec spec) {
    try {
      return connections.open(spec, StorySource.class);
    } catch (Refusal refusal) {
      throw atForm(refusal);
    }
  }

  /**
   * @throws Refusal when the external system takes nothing, or as {@link #source}
   */
  public Opened<StorySink<Record>> sink(ConnectionSpec spec) {
    return connections.open(spec, StorySink.class);
  }

  /**
   * @throws Refusal at the field that is to be looked at
   */
  public List<ExternalProject> projects(ConnectionSpec spec) {
    Opened<StorySource<Record>> open = source(spec);
    try {
      return open.connector().projects(open.connection());
    } catch (FaultException e) {
      throw refusal(e.fault());
    }
  }

  /** What a person should know of an integration that works. Does no I/O. */
  public List<String> warnings(Integration row) {
    try {
      Opened<StorySource<Record>> open = source(row.spec());
      List<String> warnings =
          new ArrayList<>(open.connector().warnings(open.connection().settings()));
      if (row.writeBack().references() && !pages.linkable()) {
        warnings.add("References are written back without links. " + pages.withoutLink());
      }
      return warnings;
    } catch (Refusal unusable) {
      return List.of(String.valueOf(unusable.getMessage()));
    }
  }

  private static Refusal refusal(Fault fault) {
    return switch (fault.kind()) {
      case UNAUTHENTICATED -> Refusal.at("credentialId", AlmRefusal.TOKEN_REFUSED, fault.message());
      case FORBIDDEN -> Refusal.at("credentialId", AlmRefusal.SCOPE_MISSING, fault.message());
      case BLOCKED -> Refusal.at("hostUrl", AlmRefusal.HOST_BLOCKED, fault.message());
      case UNREACHABLE,
          UNKNOWN,
          TOO_MANY_REQUESTS,
          UNAVAILABLE,
          NOT_FOUND,
          CONFLICT,
          REFUSED,
          MALFORMED ->
          Refusal.at("hostUrl", AlmRefusal.UNREACHABLE, fault.message());
    };
  }

  /** The form has no settings, only a host URL. */
  private static Refusal atForm(Refusal refusal) {
    List<FieldError> errors =
        refusal.errors().stream()
            .map(error ->
                new FieldError(
                    error.field().replaceFirst("^settings\\.", ""), error.code(), error.message()))
            .toList();
    return new Refusal(
        refusal.code(), String.valueOf(refusal.getMessage()), errors, Map.copyOf(refusal.more()));
  }
}
