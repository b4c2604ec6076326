/**
 * The server under test: started once a JVM on an embedded PostgreSQL, spoken to over HTTP as any
 * other client would. Write {@code @TytoTest} at the class and take a {@link
 * io.tyto.server.testing.Tyto} in.
 */
package io.tyto.server.testing;
