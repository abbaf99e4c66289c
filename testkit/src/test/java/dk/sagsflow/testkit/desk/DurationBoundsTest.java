package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.ErlangC;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.Scheduling;
import dk.sagsflow.sla.statistics.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entrance of a duration refuses by name what nothing can be reckoned with, and takes the longest that is allowed. */
class DurationBoundsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SuggestionSource NOTHING = current -> ImmutableList.of();

    static Stream<Arguments> entrances() {
        return Stream.of(
                entrance("lease", length -> Patience.builder().lease(length).build()),
                entrance(
                        "first delay",
                        length -> Patience.builder()
                                .longestDelay(Bounds.LONGEST)
                                .firstDelay(length)
                                .build()),
                entrance(
                        "longest delay",
                        length -> Patience.builder().longestDelay(length).build()),
                entrance("time that a call waited", length -> call(length, HOUR)),
                entrance("time that a call talked", length -> call(HOUR, length)),
                entrance("handling", length -> new ErlangC(1, length)),
                entrance("handling", length -> ErlangC.of(0.000_001, length)),
                entrance("time to wait", length -> new ErlangC(1, HOUR).serviceLevel(2, length)),
                entrance("time to wait", length -> new ErlangC(1, HOUR).people(0.8, length)),
                entrance("handling", length -> new Backlog(1, 1, 1, HOUR, length)),
                entrance("working time", length -> new Backlog(1, 1, 1, length, HOUR)),
                entrance("time limit of a source", length -> NOTHING.within(length, Runnable::run)),
                entrance(
                        "time between sweeps",
                        length -> Scheduling.builder().betweenSweeps(length).build()),
                entrance(
                        "time between deliveries",
                        length -> Scheduling.builder().betweenDeliveries(length).build()),
                entrance(
                        "time between following",
                        length -> Scheduling.builder().betweenFollowing(length).build()),
                entrance("retry", length -> AssignmentRule.pull("bit").withRetry(length)));
    }

    private static Arguments entrance(String name, Function<Duration, ?> entrance) {
        return Arguments.of(name, entrance);
    }

    private static CallRecord call(Duration waited, Duration talked) {
        return new CallRecord(
                "call",
                Instant.EPOCH,
                "queue",
                true,
                waited,
                talked,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void what_is_longer_than_the_longest_is_refused_by_name(String name, Function<Duration, ?> entrance) {
        for (Duration outside : new Duration[] {
            Bounds.LONGEST.plusNanos(1), Duration.parse("P106751991167300D"), Duration.ofSeconds(Long.MAX_VALUE)
        }) {
            assertThatThrownBy(() -> entrance.apply(outside))
                    .isInstanceOf(OutOfBoundsException.class)
                    .hasMessageStartingWith(name + " is " + outside)
                    .hasMessageContaining("at most PT2400000H, which is 100000 days, is allowed");
        }
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void what_is_shorter_than_nothing_is_refused_by_name_however_short_it_is(
            String name, Function<Duration, ?> entrance) {
        for (Duration outside : new Duration[] {
            Duration.ofSeconds(Long.MIN_VALUE), Bounds.LONGEST.negated().minusNanos(1)
        }) {
            assertThatThrownBy(() -> entrance.apply(outside))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(name);
        }
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void the_longest_is_allowed(String name, Function<Duration, ?> entrance) {
        assertThat(entrance.apply(Bounds.LONGEST)).as(name).isNotNull();
    }
}
