/**
 * The outside part of tasks: one worker a kind of effect. A worker talks to systems and stores and
 * answers how far it came; the protocol of intent, sending and asking belongs to the engine.
 */
@NullMarked
package io.tyto.server.pipelines.work;

import org.jspecify.annotations.NullMarked;
