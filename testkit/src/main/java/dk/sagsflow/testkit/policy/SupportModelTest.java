package dk.sagsflow.testkit.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests are about the model in a folder. A test may ask for it by parameters: {@code SupportModel}, {@code
 * ModelFolder}, {@code SubjectModel}, {@code People}, {@code Directory}, and, made anew for each test, a {@code SupportDesk} on
 * a store in memory with its {@code SettableClock} and its {@code Mailbox}. What stands in {@link PolicyTesting} is about
 * this model.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SupportModelExtension.class)
public @interface SupportModelTest {
    /** The folder of the model, from the directory in which tests run. */
    String value();

    /** When a test begins, in the zone of the first target of the model, or with an offset. */
    String at() default "2026-03-02T09:00";
}
