/**
 * What runs leave behind: decisions of people, ways around rules, evidence, notices, backups. Rows
 * that are added and never changed.
 */
@NullMarked
package io.tyto.server.pipelines.trace;

import org.jspecify.annotations.NullMarked;
