/** REST of ALM integrations, syncs and webhooks. */
@NullMarked
package io.tyto.server.alm.web;

import org.jspecify.annotations.NullMarked;
