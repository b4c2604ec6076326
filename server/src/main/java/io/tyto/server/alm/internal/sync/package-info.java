/** Syncs: attempts that stage, confirm what is missing and apply; webhooks that hint at changes. */
@NullMarked
package io.tyto.server.alm.internal.sync;

import org.jspecify.annotations.NullMarked;
