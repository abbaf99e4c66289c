package dk.sagsflow.routing.arrival;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.due.Outlooks;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cases that wait for somebody in a group, in the order in which they get somebody: by what is due first, then by how long
 * they have waited. One without a limit counts as due a week after it came, so that none waits for ever. As many as can be seen
 * to at once; each of the others is looked at when it comes due.
 */
final class WaitingCases {
    private static final int WITH_LIMITS = 50;
    private static final int WITHOUT_LIMITS = 25;
    private static final Duration WITHOUT_LIMIT = Duration.ofDays(7);
    private static final Comparator<Waiting> IN_ORDER = Comparator.comparing(Waiting::urgency)
            .thenComparing(Waiting::since)
            .thenComparing(waiting -> waiting.state().registeredAt())
            .thenComparing(waiting -> waiting.state().number());

    private final CaseRepository repository;
    private final Outlooks outlooks;

    WaitingCases(CaseRepository repository, Outlooks outlooks) {
        this.repository = repository;
        this.outlooks = outlooks;
    }

    /**
     * A case that waits.
     *
     * @param urgency when its first limit is used up
     * @param arriving whether it is the one because of which the others are looked at
     */
    record Waiting(SupportCase state, Instant urgency, boolean arriving) {
        Instant since() {
            return state.chain().working().orElseThrow().visitBegan();
        }

        static Waiting of(SupportCase state, Agenda agenda, boolean arriving) {
            Instant came = state.chain().working().orElseThrow().visitBegan();
            return new Waiting(
                    state, agenda.members().first().map(Agenda.Limit::at).orElse(came.plus(WITHOUT_LIMIT)), arriving);
        }
    }

    /** The first of a group, with the one that arrives; without those that the step has to do with already. */
    ImmutableList<Waiting> in(GroupId group, StepDraft step, Optional<CaseDraft> arriving) {
        CaseQuery query = CaseQuery.builder()
                .group(group)
                .addStatus(CaseStatus.QUEUED)
                .order(CaseOrder.DUE_FIRST)
                .pageSize(WITH_LIMITS)
                .build();
        CasePage first = repository.query(query);
        Stream<CasePage.Entry> without = first.next().isEmpty()
                ? Stream.empty()
                : repository
                        .query(query.withAfter(CaseCursor.behindLimits()).withPageSize(WITHOUT_LIMITS))
                        .entries()
                        .stream();
        ImmutableList<Waiting> others = Stream.concat(first.entries().stream(), without)
                .filter(entry -> step.find(entry.state().number()).isEmpty())
                .map(entry -> Waiting.of(entry.state(), entry.agenda(), false))
                .distinct()
                .collect(ImmutableList.toImmutableList());
        if (others.isEmpty()) {
            // What is alone is first, whatever its clocks say.
            return arriving.map(draft -> ImmutableList.of(Waiting.of(draft.after(), Agenda.empty(), true)))
                    .orElse(ImmutableList.of());
        }
        Stream<Waiting> own = arriving.stream()
                .map(draft -> Waiting.of(draft.after(), outlooks.of(draft.history(), step.now()), true));
        return Stream.concat(others.stream(), own).sorted(IN_ORDER).collect(ImmutableList.toImmutableList());
    }
}
