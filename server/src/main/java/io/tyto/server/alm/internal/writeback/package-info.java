/** The outbox: what external systems are to be told, once each, in the order it happened. */
@NullMarked
package io.tyto.server.alm.internal.writeback;

import org.jspecify.annotations.NullMarked;
