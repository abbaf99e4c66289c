package dk.sagsflow.routing.erasure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.operation.ErasureReport;
import dk.sagsflow.routing.operation.RetentionReport;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.Decision;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases all that is kept of a customer. Each case is a step of its own and its customer is nobody afterwards, so whoever
 * dies on the way goes on with those that are left.
 */
public final class CustomerErasure {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerErasure.class);
    private static final int AT_ONCE = 100;
    private static final ImmutableSet<CaseStatus> OPEN =
            Sets.immutableEnumSet(Sets.complementOf(Sets.immutableEnumSet(CaseStatus.CLOSED)));

    private final CaseRepository repository;
    private final Steps steps;
    private final Histories histories;
    private final CaseDecisions decisions;
    private final Subscriptions subscriptions;
    private final Forgetting forgetting;

    /** Erasure of customers in this store, and of what they want to be told. */
    public CustomerErasure(
            CaseRepository repository,
            Steps steps,
            CaseDecisions decisions,
            Subscriptions subscriptions,
            Forgetting forgetting) {
        this.repository = requireNonNull(repository, "repository");
        this.histories = new Histories(repository);
        this.steps = requireNonNull(steps, "steps");
        this.decisions = requireNonNull(decisions, "decisions");
        this.subscriptions = requireNonNull(subscriptions, "subscriptions");
        this.forgetting = requireNonNull(forgetting, "forgetting");
    }

    /** Erases all cases of the customer, and what the customer wants to be told, if all are closed. */
    public Outcome<ErasureReport> erase(CustomerId customer) {
        return stillOpen(customer)
                .<Outcome<ErasureReport>>map(Outcome::refused)
                .orElseGet(() -> Outcome.accepted(closed(customer)));
    }

    private Optional<Refusal> stillOpen(CustomerId customer) {
        CaseQuery query = casesOf(customer).addAllStatuses(OPEN).pageSize(10).build();
        ImmutableList<CaseNumber> first = repository.query(query).numbers();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.CustomerHasOpenCases(
                        repository.counts(query, ImmutableSet.of(), steps.now()).total(), first));
    }

    private ErasureReport closed(CustomerId customer) {
        ImmutableList.Builder<UnhandledCase> left = ImmutableList.builder();
        int erased = 0;
        CaseQuery query = casesOf(customer)
                .addStatuses(CaseStatus.CLOSED)
                .pageSize(AT_ONCE)
                .build();
        CasePage page;
        do {
            page = repository.query(query);
            for (CaseNumber found : page.numbers()) {
                Optional<UnhandledCase> failed = erased(found);
                failed.ifPresent(left::add);
                erased += failed.isPresent() ? 0 : 1;
            }
            query = query.withAfter(page.next());
        } while (page.next().isPresent());
        forgetWatcher(forgetting.watcher(customer), left);
        subscriptions.forget(customer);
        LOG.info("erased {} cases of a customer", erased);
        return new ErasureReport(erased, left.build());
    }

    /** Cases of others, open ones among them, that the customer watches or did; one found again has something left. */
    private void forgetWatcher(ForgottenWatcher person, ImmutableList.Builder<UnhandledCase> left) {
        ImmutableSet<Watcher> sought = person.sought();
        if (sought.isEmpty()) {
            return;
        }
        CaseQuery query =
                CaseQuery.builder().addAllWatchers(sought).pageSize(AT_ONCE).build();
        CasePage page;
        do {
            page = repository.query(query);
            for (CaseNumber found : page.numbers()) {
                attempted(found, begun -> watched(begun, found, person)).ifPresent(left::add);
            }
            query = query.withAfter(page.next());
        } while (page.next().isPresent());
    }

    private Outcome<StepDraft> watched(StepDraft begun, CaseNumber number, ForgottenWatcher person) {
        return histories
                .find(number)
                .map(found -> Outcome.accepted(forgetting.watcher(begun, found, person)))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }

    /**
     * Erases some cases, of whomever, that are closed and to which nothing has happened since before an instant.
     *
     * @param limit how many cases are looked at, at most
     */
    public RetentionReport old(Instant before, Optional<CaseCursor> after, int limit) {
        CasePage page = repository.query(CaseQuery.builder()
                .addStatuses(CaseStatus.CLOSED)
                .registeredBefore(before)
                .after(after)
                .pageSize(limit)
                .build());
        ImmutableList.Builder<UnhandledCase> left = ImmutableList.builder();
        int erased = 0;
        for (SupportCase found : page.cases()) {
            if (!found.personalDataErased() && found.changedAt().isBefore(before)) {
                Optional<UnhandledCase> failed = erased(found.number());
                failed.ifPresent(left::add);
                erased += failed.isPresent() ? 0 : 1;
            }
        }
        for (UnreadableCase unreadable : page.unreadable()) {
            erased(unreadable.number()).ifPresent(left::add);
        }
        return new RetentionReport(erased, left.build(), page.next());
    }

    private static CaseQuery.Builder casesOf(CustomerId customer) {
        return CaseQuery.builder().customer(customer);
    }

    /** Why the case could not be erased; empty if it is. */
    private Optional<UnhandledCase> erased(CaseNumber number) {
        return attempted(number, begun -> decided(begun, number));
    }

    private Optional<UnhandledCase> attempted(CaseNumber number, Decision decision) {
        try {
            Outcome<StepDraft> outcome = steps.take(decision);
            return outcome instanceof Outcome.Refused<StepDraft> refused
                    ? Optional.of(new UnhandledCase(number, refused.refusal().describe()))
                    : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.warn("case {} could not be erased", number, Failures.trace(failure));
            return Optional.of(new UnhandledCase(number, Failures.describe(failure)));
        }
    }

    private Outcome<StepDraft> decided(StepDraft begun, CaseNumber number) {
        return histories
                .find(number)
                .map(found -> decisions
                        .decide(
                                found.after(),
                                new CaseCommand.ErasePersonalData(),
                                Act.of(Actor.sagsflow(), begun.now()))
                        .map(events -> begun.with(found.followedBy(events))))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownCase(number)));
    }
}
