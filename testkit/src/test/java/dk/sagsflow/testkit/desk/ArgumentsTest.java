package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.routing.desk.DeskOperations;
import dk.sagsflow.routing.desk.SupportDesk;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private static Arguments missing(String name, Function<SupportDesk, Object> call) {
        return Arguments.of(name, call);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                missing("by", desk -> desk.view(null, NUMBER)),
                missing("number", desk -> desk.view(KAREN, null)),
                missing("by", desk -> desk.options(null, NUMBER)),
                missing("number", desk -> desk.options(KAREN, null)),
                missing("number", desk -> desk.clocks(KAREN, null)),
                missing("number", desk -> desk.suggestions(KAREN, null)),
                missing("number", desk -> desk.propose(KAREN, null)),
                missing("supportCase", desk -> desk.propose(null)),
                missing("number", desk -> desk.triage(KAREN, null)),
                missing("by", desk -> desk.triage(null, NUMBER)),
                missing("query", desk -> desk.query(KAREN, null)),
                missing("customer", desk -> desk.casesOf(KAREN, null, 1)),
                missing("by", desk -> desk.casesOf(null, CITIZEN_CARL, 1)),
                missing("group", desk -> desk.workList(KAREN, null, 1)),
                missing("by", desk -> desk.workList(null, SUPPORT_CENTRE, 1)),
                missing("group", desk -> desk.followUpList(KAREN, null, 1)),
                missing("by", desk -> desk.overview(null)),
                missing("transaction", desk -> desk.within(null)),
                missing("request", desk -> desk.register(null)),
                missing("request", desk -> desk.submit(null)),
                missing("request", desk -> desk.submitTogether(Collections.singletonList(null))),
                missing("together", desk -> desk.submitTogether(null)));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_missing_is_named(String name, Function<SupportDesk, Object> call) {
        SupportDesk desk = new Desks().desk;

        assertThatNullPointerException().isThrownBy(() -> call.apply(desk)).withMessage(name);
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
