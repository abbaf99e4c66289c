package dk.sagsflow.knowledge.history;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of a record that goes when the person is forgotten whom the record is about: a name, an address, what somebody said in
 * own words. A record is about the person if one of its components is the person's id, or its {@link Stamp} is by the person or of
 * a record that is called like the person. Ids themselves need no mark: they are replaced wherever they stand.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {
    /** What stands in place of a text that is gone. */
    String ERASED = "[erased]";

    /** What stands there afterwards, if not everything is allowed there: an address is one after it was erased too. */
    String value() default ERASED;
}
