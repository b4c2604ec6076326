/**
 * Freezes and deployment windows: when a deployment may begin. They hold back and never refuse.
 * Entries are as people wrote them; {@code Occurrences} lays them out in time.
 */
@NullMarked
package io.tyto.server.pipelines.calendar;

import org.jspecify.annotations.NullMarked;
