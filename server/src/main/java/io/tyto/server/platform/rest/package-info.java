/** Conventions of the REST interface: permissions, versions, pages, JSON. Not any resource. */
@NullMarked
package io.tyto.server.platform.rest;

import org.jspecify.annotations.NullMarked;
