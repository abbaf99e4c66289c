package dk.sagsflow.routing.sweep;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes anew what is ahead of cases to which nothing happens, because the model that says so has changed. */
public final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private static final int PAGE = 100;

    private final CaseRepository repository;
    private final Steps steps;
    private final Histories histories;

    /** Renewal of the cases in this store. */
    public Renewal(CaseRepository repository, Steps steps, Histories histories) {
        this.repository = requireNonNull(repository, "repository");
        this.steps = requireNonNull(steps, "steps");
        this.histories = requireNonNull(histories, "histories");
    }

    /**
     * Renews some cases that are not closed.
     *
     * @return where to go on; empty if nothing is left
     */
    public Optional<CaseCursor> renew(Optional<CaseCursor> after, int limit) {
        CaseQuery open = CaseQuery.builder()
                .addAllStatuses(Sets.difference(EnumSet.allOf(CaseStatus.class), EnumSet.of(CaseStatus.CLOSED)))
                .after(after)
                .pageSize(limit)
                .build();
        CasePage page = repository.query(open);
        page.numbers().forEach(this::renew);
        return page.next();
    }

    /**
     * Renews the cases that this person has.
     *
     * @return how many there are
     */
    public int renew(ActorId assignee) {
        CaseQuery theirs = CaseQuery.builder().assignee(assignee).pageSize(PAGE).build();
        CasePage page = repository.query(theirs);
        int renewed = 0;
        while (!page.numbers().isEmpty()) {
            page.numbers().forEach(this::renew);
            renewed += page.numbers().size();
            if (page.next().isEmpty()) {
                break;
            }
            page = repository.query(theirs.withAfter(page.next()));
        }
        return renewed;
    }

    private void renew(CaseNumber number) {
        try {
            Outcome<StepDraft> unused = steps.take(begun -> histories
                    .find(number)
                    .map(begun::with)
                    .map(Outcome::accepted)
                    .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number))));
        } catch (RuntimeException failure) {
            LOG.warn("what is ahead of case {} could not be renewed", number, Failures.trace(failure));
        }
    }
}
