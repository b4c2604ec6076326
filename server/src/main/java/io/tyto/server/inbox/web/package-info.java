/** REST of the inbox. */
@NullMarked
package io.tyto.server.inbox.web;

import org.jspecify.annotations.NullMarked;
