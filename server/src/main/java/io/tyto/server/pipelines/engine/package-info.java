/**
 * Drives runs: applies decisions in short transactions, keeps the protocol of outside effects,
 * wakes what has something to do and takes people's decisions.
 */
@NullMarked
package io.tyto.server.pipelines.engine;

import org.jspecify.annotations.NullMarked;
