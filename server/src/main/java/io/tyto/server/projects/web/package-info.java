/** REST of projects and members. */
@NullMarked
package io.tyto.server.projects.web;

import org.jspecify.annotations.NullMarked;
