package dk.sagsflow.routing.family;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.sweep.SweepRecord;
import dk.sagsflow.routing.erasure.Forgetting;
import dk.sagsflow.routing.privacy.Failures;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.Histories;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the cases that belong to a major incident what it has for them: some at a time, each in a step of its own, and then
 * puts on record at the major incident how far that came. Whoever dies in between loses nothing and tells nobody twice,
 * because each case keeps what it has heard.
 */
public final class ChildrenNews {
    /** How many cases are told before it is put on record. */
    public static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ChildrenNews.class);

    private final CaseRepository repository;
    private final Steps steps;
    private final Histories histories;
    private final CaseDecisions decisions;
    private final Families families;
    private final Forgetting forgetting;

    /** News for the cases in this store. */
    public ChildrenNews(
            CaseRepository repository,
            Steps steps,
            Histories histories,
            CaseDecisions decisions,
            Forgetting forgetting) {
        this.forgetting = requireNonNull(forgetting, "forgetting");
        this.families = new Families(histories, decisions);
        this.repository = requireNonNull(repository, "repository");
        this.steps = requireNonNull(steps, "steps");
        this.histories = requireNonNull(histories, "histories");
        this.decisions = requireNonNull(decisions, "decisions");
    }

    /**
     * Tells the next cases the oldest that not all of them were told. A case that cannot be told while others can is left to
     * people, so that it holds up nobody.
     *
     * @return what is to be put on record; empty if there is nothing that they have not heard
     * @throws ConcurrentUpdateException if others change one of the cases again and again
     */
    public Optional<SweepRecord> tell(CaseNumber parent) {
        return histories
                .state(parent)
                .filter(state -> !state.untold().isEmpty())
                .flatMap(state -> histories.find(parent))
                .flatMap(found -> found.after().untold().stream().findFirst().map(news -> tell(found.history(), news)));
    }

    private SweepRecord tell(CaseHistory parent, SupportCase.News news) {
        CaseEvent said = parent.events().get((int) news.said() - 1);
        boolean forgets = Forgetting.takesWords(said);
        CasePage page = readable((forgets ? whoHeardFrom(said) : childrenOf(said))
                .after(news.toldUpTo().flatMap(this::cursor))
                .pageSize(AT_ONCE)
                .build());
        List<Untold> failed = new ArrayList<>();
        for (SupportCase child : page.cases()) {
            if (forgets || concerns(said, child)) {
                tell(child.number(), said).ifPresent(failed::add);
            }
        }
        leave(failed, page.cases());
        return new SweepRecord.ChildrenTold(
                news.said(),
                page.next()
                        .map(more -> page.cases().get(page.cases().size() - 1).number()));
    }

    private static CaseQuery.Builder childrenOf(CaseEvent said) {
        return CaseQuery.builder().parent(said.caseNumber());
    }

    /** Those whose link was undone among them. */
    private static CaseQuery.Builder whoHeardFrom(CaseEvent said) {
        return CaseQuery.builder().addHeardFrom(said.caseNumber());
    }

    /** The next page on which a case can be read; those that cannot be are left to people. */
    private CasePage readable(CaseQuery children) {
        CasePage page = repository.query(children);
        page.unreadable().forEach(this::leave);
        while (page.cases().isEmpty() && page.next().isPresent()) {
            page = repository.query(children.withAfter(page.next()));
            page.unreadable().forEach(this::leave);
        }
        return page;
    }

    private void leave(UnreadableCase child) {
        LOG.warn(
                "case {} cannot be read ({}) and is set aside, untold by its major incident",
                child.number(),
                child.defect());
        repository.setAside(child.number(), "cannot be read: " + child.defect());
    }

    /** Behind the last that was told, wherever it stands by now. */
    private Optional<CaseCursor> cursor(CaseNumber last) {
        return histories
                .state(last)
                .map(state -> CaseCursor.after(CaseOrder.REGISTRATION, new CasePage.Entry(state, Agenda.empty())));
    }

    private static boolean concerns(CaseEvent said, SupportCase child) {
        return child.relatedCases().stream()
                .anyMatch(related -> related.belongsTo(said.caseNumber()) && related.heard() < said.sequence());
    }

    /** A case that could not be told. */
    private record Untold(CaseNumber number, RuntimeException failure) {}

    private Optional<Untold> tell(CaseNumber child, CaseEvent said) {
        try {
            Outcome<StepDraft> unused = steps.take(begun -> told(begun, child, said));
            return Optional.empty();
        } catch (ConcurrentUpdateException contended) {
            throw contended;
        } catch (RuntimeException failure) {
            return Optional.of(new Untold(child, failure));
        }
    }

    private Outcome<StepDraft> told(StepDraft begun, CaseNumber number, CaseEvent said) {
        Optional<CaseDraft> child = histories.find(number);
        if (child.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownCase(number));
        }
        if (Forgetting.takesWords(said)) {
            return Outcome.accepted(forgetting.wordsOf(
                    begun, child.get(), histories.find(said.caseNumber()).orElseThrow()));
        }
        if (!concerns(said, child.get().after())) {
            return Outcome.accepted(begun.with(child.get()));
        }
        boolean handsOn = said instanceof CaseEvent.Closed closed
                && closed.reason() == ClosingReason.DUPLICATE
                && child.get()
                        .after()
                        .parent()
                        .filter(said.caseNumber()::equals)
                        .isPresent();
        return Outcome.accepted(
                handsOn
                        ? families.handedOn(begun, child.get(), said)
                        : begun.with(child.get()
                                .followedBy(decisions.followParent(child.get().after(), said, begun.now()))));
    }

    /** If none could be told it is not their fault, and they are told later. */
    private void leave(List<Untold> failed, ImmutableList<SupportCase> asked) {
        if (failed.isEmpty()) {
            return;
        }
        if (failed.size() == asked.size()) {
            throw failed.get(0).failure();
        }
        for (Untold child : failed) {
            LOG.warn("case {} could not be told what its major incident has for it, and is set aside", child.number());
            repository.setAside(child.number(), Failures.describe(child.failure()));
        }
    }
}
