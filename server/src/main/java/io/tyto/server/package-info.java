/** The Tyto server: one Spring Boot application made of modules that Spring Modulith verifies. */
@NullMarked
package io.tyto.server;

import org.jspecify.annotations.NullMarked;
