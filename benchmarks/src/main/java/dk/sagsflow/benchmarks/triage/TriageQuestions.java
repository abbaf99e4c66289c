package dk.sagsflow.benchmarks.triage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fifty rules over five fields, the last of them for every case, and 1,024 cases; the same on every machine. */
final class TriageQuestions {
    /** When every decision is made; no rule asks for the time. */
    static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");

    private static final int RULES = 50;
    private static final int REQUESTS = 1024;
    private static final List<String> KINDS = names(CaseKind.values());
    private static final List<String> SYSTEMS = numbered("system", 6);
    private static final List<String> CATEGORIES = numbered("category", 12);
    private static final List<String> PRIORITIES = names(Priority.values());
    private static final List<String> CUSTOMERS = names(CustomerKind.values());

    private final ImmutableList<Rule> rules;
    private final ImmutableList<Request> requests;

    /** A rule; a field that it does not ask for has no values. */
    record Rule(
            ImmutableSet<String> kinds,
            ImmutableSet<String> systems,
            ImmutableSet<String> categories,
            ImmutableSet<String> priorities,
            ImmutableSet<String> customers,
            String queue) {}

    /** What is asked about a case. */
    record Request(String kind, String system, String category, String priority, String customer) {
        SupportCase asCase() {
            return SupportCase.of(ImmutableList.of(
                    registered(),
                    new CaseEvent.Classified(
                            header(2),
                            CaseKind.valueOf(kind),
                            Optional.of(SystemId.of(system)),
                            Optional.of(category),
                            Cause.UNKNOWN),
                    new CaseEvent.Prioritised(header(3), Impact.HIGH, Urgency.HIGH, Priority.valueOf(priority))));
        }

        private CaseEvent registered() {
            return new CaseEvent.Registered(
                    header(1),
                    new Station(GroupId.of("centre"), TierId.of("1st")),
                    CustomerId.of("anna"),
                    CustomerKind.valueOf(customer),
                    Optional.empty(),
                    CaseKind.valueOf(kind),
                    Optional.of(SystemId.of(system)),
                    "subject",
                    "description");
        }

        private static EventHeader header(long sequence) {
            return EventHeader.of(CaseNumber.of("C-1"), sequence, NOW, ActorId.of("karen"), Side.ORGANISATION);
        }
    }

    TriageQuestions() {
        Random random = new Random(2007);
        ImmutableSet<String> any = ImmutableSet.of();
        this.rules = Stream.concat(
                        IntStream.range(0, RULES - 1).mapToObj(number -> rule(random, number)),
                        Stream.of(new Rule(any, any, any, any, any, "rest")))
                .collect(ImmutableList.toImmutableList());
        this.requests = IntStream.range(0, REQUESTS)
                .mapToObj(unused -> new Request(
                        one(random, KINDS),
                        one(random, SYSTEMS),
                        one(random, CATEGORIES),
                        one(random, PRIORITIES),
                        one(random, CUSTOMERS)))
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Rule> rules() {
        return rules;
    }

    ImmutableList<Request> requests() {
        return requests;
    }

    private static Rule rule(Random random, int number) {
        return new Rule(
                some(random, KINDS, 0.5),
                some(random, SYSTEMS, 0.8),
                some(random, CATEGORIES, 0.8),
                some(random, PRIORITIES, 0.5),
                some(random, CUSTOMERS, 0.3),
                "queue-" + number);
    }

    /** None in some of the cases, otherwise one, two or three. */
    private static ImmutableSet<String> some(Random random, List<String> values, double asked) {
        return random.nextDouble() >= asked
                ? ImmutableSet.of()
                : Stream.generate(() -> one(random, values))
                        .limit(1 + random.nextInt(3))
                        .collect(ImmutableSet.toImmutableSet());
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
    }
}
