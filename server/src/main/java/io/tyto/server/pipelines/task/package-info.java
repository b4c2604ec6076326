/**
 * What each kind of task does when its turn comes, and whom it takes to decide. Runners read and
 * answer with a step; they write nothing and never wait for the outside.
 */
@NullMarked
package io.tyto.server.pipelines.task;

import org.jspecify.annotations.NullMarked;
