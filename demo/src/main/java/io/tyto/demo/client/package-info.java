/** How the demo talks: to the server as a signed-in person, to the landscape's control port. */
@NullMarked
package io.tyto.demo.client;

import org.jspecify.annotations.NullMarked;
