package io.tyto.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a REST method needs. Every one declares it; a method without breaks the build.
 *
 * <p>The project is the path variable {@code key}. A path without it names a {@link ProjectOf} that
 * finds the project from the path variable {@code id}. Who may not even read the project gets 404.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

  Permission value();

  /** {@link ProjectOf#resource()} that leads from {@code id} to the project; empty for none. */
  String of() default "";
}
