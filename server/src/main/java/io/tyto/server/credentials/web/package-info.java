/** Credentials over REST. */
@NullMarked
package io.tyto.server.credentials.web;

import org.jspecify.annotations.NullMarked;
