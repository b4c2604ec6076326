/** The walls of the house as tests, each with its reason; and who may call what. */
package io.tyto.server.walls;
