/** Connectors and credential checks over REST. */
@NullMarked
package io.tyto.server.connections.web;

import org.jspecify.annotations.NullMarked;
