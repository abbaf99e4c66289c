package dk.sagsflow.core.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How generated value types look: builders that refuse a second value, copies by {@code withX}, nothing null. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        strictBuilder = true,
        depluralize = true,
        depluralizeDictionary = "status:statuses",
        optionalAcceptNullable = false,
        nullableAnnotation = "org.jspecify.annotations.Nullable",
        get = "*")
public @interface ValueStyle {}
