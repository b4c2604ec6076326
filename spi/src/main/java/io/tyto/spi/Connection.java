package io.tyto.spi;

import java.time.Clock;

/**
 * An open way to one registered system: its settings and an HTTP client that signs in by itself and
 * reaches that system's host only. Holds no secret.
 *
 * @param clock business time; connectors never ask the machine
 */
public record Connection<S extends Record>(S settings, BoundHttp http, Clock clock) {}
