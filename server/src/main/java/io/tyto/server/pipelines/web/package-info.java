/** REST of pipelines, promotions and runs. */
@NullMarked
package io.tyto.server.pipelines.web;

import org.jspecify.annotations.NullMarked;
