/**
 * An engine to take apart: real database, settable time, a target that does as told, kills at any
 * statement.
 */
package io.tyto.server.pipelines.rig;
