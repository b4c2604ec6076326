/**
 * Gates: small rules that are asked before a promotion starts and again before each deployment, and
 * the targets they are asked about. They decide nothing else.
 */
@NullMarked
package io.tyto.server.pipelines.gate;

import org.jspecify.annotations.NullMarked;
