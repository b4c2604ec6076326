/** Where calls may go and how they get there: network policy, transport, pace. */
@NullMarked
package io.tyto.connector.kit.net;

import org.jspecify.annotations.NullMarked;
