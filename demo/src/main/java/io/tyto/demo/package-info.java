/**
 * Starts server and simulated landscape as a user would and plays the journey through the public
 * API. Knows of both nothing but their jars, their settings and their HTTP interfaces.
 */
@NullMarked
package io.tyto.demo;

import org.jspecify.annotations.NullMarked;
