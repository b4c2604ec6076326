package io.tyto.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a settings record; its JSON Schema, docs and form come from here. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  String title();

  String description() default "";

  /** Optional settings may be null or absent. */
  boolean required() default true;

  /** JSON Schema format, for example {@code uri}. */
  String format() default "";

  /** Allowed values, empty for free text. */
  String[] oneOf() default {};

  /** Used when the setting is left out; empty for none. */
  String defaultValue() default "";

  /** The same words in further languages; the page takes those above where one is missing. */
  In[] in() default {};

  /** Title and description in one language. */
  @interface In {
    /** As in {@code de}. */
    String language();

    String title();

    String description() default "";
  }
}
