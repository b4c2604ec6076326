/** Environments, landscapes and parameters over REST. */
@NullMarked
package io.tyto.server.landscape.web;

import org.jspecify.annotations.NullMarked;
