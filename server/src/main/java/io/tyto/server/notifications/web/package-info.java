/** REST of what a person wants to be told. */
@NullMarked
package io.tyto.server.notifications.web;

import org.jspecify.annotations.NullMarked;
