/** Cloud ALM as its public interfaces show it: projects, tasks and features. */
@NullMarked
package io.tyto.simulator.alm;

import org.jspecify.annotations.NullMarked;
