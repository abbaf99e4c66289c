package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R27")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SuggestionsTest {
    private static final Suggestion WORKAROUND = new Suggestion(
            Suggestion.Kind.WORKAROUND, "Clear the cache", "others could not log in", "W-7", Visibility.CUSTOMER);
    private static final Suggestion KNOWN_ERROR = new Suggestion(
            Suggestion.Kind.KNOWN_ERROR, "Certificate runs out", "the same words", "K-3", Visibility.INTERNAL);
    private static final SuggestionSource KNOWLEDGE = current -> ImmutableList.of(WORKAROUND, KNOWN_ERROR);

    private final Staff staff = new Staff(Routing.byHand());
    private final CaseNumber number = staff.registers();

    private ImmutableList<Suggestion> suggestions(ActorId by, SuggestionSource... sources) {
        var builder = staff.builder();
        for (SuggestionSource source : sources) {
            builder = builder.withSuggestions(source);
        }
        return builder.build().suggestions(by, number).orElseThrow();
    }

    @Test
    void what_is_known_is_at_hand_while_a_case_is_worked_on() {
        assertThat(suggestions(ReferenceOrganisation.KAREN, KNOWLEDGE)).containsExactly(WORKAROUND, KNOWN_ERROR);
        assertThat(suggestions(ReferenceOrganisation.KAREN)).isEmpty();
    }

    @Test
    void customers_see_what_is_meant_for_them() {
        SupportDesk desk = staff.builder().withSuggestions(KNOWLEDGE).build();
        CaseNumber ofClara = desk.register(ReferenceOrganisation.CLARA, Registration.of("clara", "it is slow"))
                .orElseThrow()
                .number();

        assertThat(desk.suggestions(ReferenceOrganisation.CLARA, ofClara).orElseThrow())
                .containsExactly(WORKAROUND);
    }

    @Test
    void a_case_that_somebody_may_not_see_has_none() {
        SupportDesk desk = staff.builder().withSuggestions(KNOWLEDGE).build();

        assertThat(Desks.refusal(desk.suggestions(ReferenceOrganisation.OLE, number)))
                .isEqualTo(new Refusal.UnknownCase(number));
    }

    @Test
    void a_source_that_throws_leaves_the_others_alone() {
        SuggestionSource broken = current -> {
            throw new IllegalStateException("no index");
        };

        assertThat(suggestions(ReferenceOrganisation.KAREN, broken, KNOWLEDGE))
                .containsExactly(WORKAROUND, KNOWN_ERROR);
    }

    @Test
    void a_source_that_is_slow_is_given_up_and_stopped() throws InterruptedException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CountDownLatch stopped = new CountDownLatch(1);
        SuggestionSource slow = current -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                stopped.countDown();
            }
            return ImmutableList.of();
        };
        try {
            assertThat(suggestions(
                            ReferenceOrganisation.KAREN,
                            slow.within(Duration.ofMillis(20), executor),
                            KNOWLEDGE.within(Duration.ofMinutes(1), Runnable::run)))
                    .containsExactly(WORKAROUND, KNOWN_ERROR);
            stopped.await();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_time_limit_of_nothing_is_refused() {
        assertThatThrownBy(() -> KNOWLEDGE.within(Duration.ZERO, Runnable::run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
