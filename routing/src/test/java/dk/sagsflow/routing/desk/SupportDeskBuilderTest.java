package dk.sagsflow.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.listening.SubscriptionStart;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null is refused where it is handed in, and the message says what it should have been. */
class SupportDeskBuilderTest {
    private final SupportDeskBuilder builder = SupportDesk.builder(
            SupportModel.of(SupportOrganisation.builder()
                    .name("One tier")
                    .addTiers(Tier.of("1st", "Centre"))
                    .contactTier(TierId.of("1st"))
                    .addGroups(SupportGroup.of("centre", "Centre", "1st"))
                    .build()),
            Directory.of(List.of(), List.of()),
            InstantSource.system());

    static Stream<Method> setters() {
        return Arrays.stream(SupportDeskBuilder.class.getMethods())
                .filter(method -> method.getName().startsWith("with"));
    }

    @ParameterizedTest
    @MethodSource("setters")
    void says_what_may_not_be_null(Method setter) {
        for (int missing = 0; missing < setter.getParameterCount(); missing++) {
            Object[] arguments = arguments(setter, missing);
            Throwable thrown = catchThrowable(() -> setter.invoke(builder, arguments));

            assertThat(thrown).isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause()).isInstanceOf(NullPointerException.class);
            assertThat(thrown.getCause().getMessage())
                    .as(setter.toString())
                    .isNotNull()
                    .doesNotContain(" ");
        }
    }

    /** Null where none is allowed is what is tried. */
    @SuppressWarnings("NullAway")
    private static Object[] arguments(Method setter, int missing) {
        Object[] arguments = new Object[setter.getParameterCount()];
        for (int each = 0; each < arguments.length; each++) {
            arguments[each] = each == missing ? null : any(setter.getParameterTypes()[each]);
        }
        return arguments;
    }

    private static Object any(Class<?> type) {
        if (type == String.class) {
            return "topic";
        }
        if (type == GroupId.class) {
            return GroupId.of("centre");
        }
        if (type == SubscriptionName.class) {
            return SubscriptionName.of("index");
        }
        if (type == SubscriptionStart.class) {
            return SubscriptionStart.now();
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }
}
