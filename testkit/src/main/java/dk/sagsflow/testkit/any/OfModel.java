package dk.sagsflow.testkit.any;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@code @ForAll}, on a parameter of a property: a {@code GivenPhase} is any case that can come in under the model of a
 * folder, an {@code Instant} any minute of the year in its zone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OfModel {
    /** The folder of the model, from the directory in which tests run. */
    String value();

    /** The year in which cases come in. */
    int year() default 2026;
}
