/** REST of deliverables and candidates. */
@NullMarked
package io.tyto.server.artifacts.web;

import org.jspecify.annotations.NullMarked;
