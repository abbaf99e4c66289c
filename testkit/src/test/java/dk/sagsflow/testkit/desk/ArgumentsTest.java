package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.sla.clock.ClockFilter;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is handed in wrongly is called by its name. */
@NullUnmarked
class ArgumentsTest {
    private static final CaseNumber NUMBER = CaseNumber.of("C-0000001");
    private static final Instant NOW = Instant.parse("2007-08-01T06:00:00Z");

    private interface Limited {
        Object with(DeskOperations operations, int limit);
    }

    static Stream<Named<Limited>> limited() {
        return Stream.of(
                Named.of("sweep", (Limited) DeskOperations::sweep),
                Named.of("postponed", (Limited) DeskOperations::postponed),
                Named.of("setAside", (Limited) DeskOperations::setAside),
                Named.of("renewAgendas", (Limited) (desk, limit) -> desk.renewAgendas(Optional.empty(), limit)),
                Named.of("deliver", (Limited) DeskOperations::deliver),
                Named.of("deadLetters", (Limited) DeskOperations::deadLetters),
                Named.of("follow", (Limited) DeskOperations::follow),
                Named.of("parked", (Limited) (desk, limit) -> desk.parked(SubscriptionName.of("figures"), limit)),
                Named.of("forgetRequests", (Limited) (desk, limit) -> desk.forgetRequests(NOW, limit)),
                Named.of("forgetLog", (Limited) (desk, limit) -> desk.forgetLog(NOW, limit)),
                Named.of("eraseClosed", (Limited) (desk, limit) -> desk.eraseClosed(NOW, Optional.empty(), limit)));
    }

    @ParameterizedTest
    @MethodSource("limited")
    void a_limit_that_lets_nothing_be_done_is_refused(Limited work) {
        DeskOperations operations = new Desks().desk.operations();

        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0}) {
            assertThatThrownBy(() -> work.with(operations, limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("limit is " + limit + "; 1 or more");
        }
        assertThat(work.with(operations, 1)).isNotNull();
    }

    private static final ImmutableMap<Class<?>, Object> VALUES = ImmutableMap.<Class<?>, Object>builder()
            .put(ActorId.class, KAREN)
            .put(CustomerId.class, CITIZEN_CARL)
            .put(GroupId.class, SUPPORT_CENTRE)
            .put(CaseNumber.class, NUMBER)
            .put(CaseCommand.class, new CaseCommand.Accept())
            .put(Registration.class, Registration.of(CITIZEN_CARL.value(), "help"))
            .put(RequestKey.class, RequestKey.of("mail:1"))
            .put(CaseQuery.class, CaseQuery.all())
            .put(AttachmentId.class, new AttachmentId("0123456789abcdef"))
            .put(
                    Upload.class,
                    new Upload(
                            new AttachmentId("0123456789abcdef"), "a.txt", "text/plain", InputStream.nullInputStream()))
            .put(Instant.class, NOW)
            .put(ClockFilter.class, ClockFilter.every())
            .put(Optional.class, Optional.empty())
            .put(MessageId.class, MessageId.of("C-1/1"))
            .put(SubscriptionName.class, SubscriptionName.of("figures"))
            .put(SubscriptionStart.class, SubscriptionStart.now())
            .put(LogPosition.class, LogPosition.of("0"))
            .put(int.class, 1)
            .buildOrThrow();

    static Stream<Arguments> called() {
        return Stream.of(SupportDesk.class, DeskOperations.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                        .filter(place -> !method.getParameterTypes()[place].isPrimitive())
                        .mapToObj(place -> Arguments.of(
                                Named.of(method.getName() + " without " + method.getParameters()[place], method),
                                place)));
    }

    @ParameterizedTest
    @MethodSource("called")
    void what_is_missing_is_named(Method method, int missing) {
        SupportDesk desk = new Desks().desk;
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(VALUES::get).toArray();
        arguments[missing] = null;

        assertThat(catchThrowable(() -> method.invoke(
                        method.getDeclaringClass() == SupportDesk.class ? desk : desk.operations(), arguments)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage(method.getParameters()[missing].getName());
    }

    @Test
    void what_is_missing_among_several_is_named() {
        SupportDesk desk = new Desks().desk;

        assertThatNullPointerException()
                .isThrownBy(() -> desk.submitTogether(Collections.singletonList(null)))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> desk.operations().importCases(Collections.singletonList(null)))
                .withMessage("import");
    }

    static Stream<Named<IntFunction<Object>>> lists() {
        SupportDesk desk = new Desks().desk;
        return Stream.of(
                Named.of("casesOf", limit -> desk.casesOf(KAREN, CITIZEN_CARL, limit)),
                Named.of("workList", limit -> desk.workList(KAREN, SUPPORT_CENTRE, limit)),
                Named.of("followUpList", limit -> desk.followUpList(KAREN, SUPPORT_CENTRE, limit)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_of_nothing_is_refused(IntFunction<Object> list) {
        for (int limit : new int[] {Integer.MIN_VALUE, -1, 0}) {
            assertThatThrownBy(() -> list.apply(limit)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(list.apply(Integer.MAX_VALUE)).isNotNull();
    }

    @Test
    void what_is_missing_in_a_command_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CaseCommand.AddNote(Visibility.CUSTOMER, "it looks like this", null))
                .withMessage("attachments");
        assertThatNullPointerException()
                .isThrownBy(() -> new CaseCommand.Pause(WaitingFor.CUSTOMER, null, ""))
                .withMessage("until");
        assertThatNullPointerException()
                .isThrownBy(() -> CaseRequest.of(KAREN, null, new CaseCommand.Accept()))
                .withMessage("number");
    }

    @Test
    void several_commands_together_are_at_least_one() {
        SupportDesk desk = new Desks().desk;

        assertThatThrownBy(() -> desk.submitTogether(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
