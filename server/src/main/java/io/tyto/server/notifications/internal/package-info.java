/** Whom to tell what, and sending it through SMTP: at most once each. */
@NullMarked
package io.tyto.server.notifications.internal;

import org.jspecify.annotations.NullMarked;
