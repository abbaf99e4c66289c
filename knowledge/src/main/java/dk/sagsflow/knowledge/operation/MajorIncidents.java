package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A major incident of the desk and its status are one thing: the status begins with it, is told its workarounds, ends when it is
 * answered or closed, and begins again when it is reopened. Whoever follows the log of the desk hands each step to {@link #follow};
 * a step that is handed in twice, late or out of order does no harm. Safe for use by many threads.
 */
public final class MajorIncidents {
    private final Operations operations;
    private final CaseDesk desk;
    private final ActorId program;
    private final ImmutableSet<TopicId> topics;

    /** Made by the knowledge base. */
    public MajorIncidents(Operations operations, CaseDesk desk, ActorId program, ImmutableSet<TopicId> topics) {
        this.operations = requireNonNull(operations, "operations");
        this.desk = requireNonNull(desk, "desk");
        this.program = requireNonNull(program, "program");
        this.topics = requireNonNull(topics, "topics");
    }

    /**
     * Takes note of what happened to cases: one that became a major incident gets a status for the support organisation, of its system
     * and called as it is; one that has a status is looked at again.
     *
     * @return what has changed
     * @throws IllegalStateException if the program may not see the case, or the case is of no system of the organisation, so that
     *     whoever follows the log parks the step with that reason
     */
    @CanIgnoreReturnValue
    public ImmutableList<Disruption> follow(List<? extends CaseEvent> events) {
        Stream<CaseNumber> concerned = events.stream()
                .filter(event -> event instanceof CaseEvent.BecameMajorIncident
                        || operations.about(event.caseNumber()).isPresent())
                .map(CaseEvent::caseNumber)
                .distinct();
        return concerned.flatMap(number -> followed(number).stream()).collect(ImmutableList.toImmutableList());
    }

    /** Looks at every case again that has a status and is not over there: what was missed is made up for. */
    @CanIgnoreReturnValue
    public ImmutableList<Disruption> followAll() {
        return operations.all(disruption -> disruption.number().isPresent()).stream()
                .flatMap(disruption -> disruption.number().stream())
                .flatMap(number -> followed(number).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<Disruption> followed(CaseNumber number) {
        Optional<CaseFile.ForOperator> file = file(number);
        Optional<Disruption> before = operations.about(number);
        Optional<Disruption> there = before.or(() -> file.map(CaseFile.ForOperator::whole)
                .filter(SupportCase::majorIncident)
                .filter(major -> major.system().isPresent())
                .map(this::opened));
        Optional<Disruption> after = file.flatMap(found -> there.map(disruption -> followed(disruption, found)));
        return after.equals(before) ? Optional.empty() : after;
    }

    private Optional<CaseFile.ForOperator> file(CaseNumber number) {
        return Optional.of(desk.view(program, number).orElseThrow())
                .filter(CaseFile.ForOperator.class::isInstance)
                .map(CaseFile.ForOperator.class::cast)
                .filter(found -> !found.whole().personalDataErased());
    }

    private Disruption opened(SupportCase major) {
        DisruptionDetails details = new DisruptionDetails(
                major.subject(),
                "",
                major.system().stream().collect(ImmutableSet.toImmutableSet()),
                topics,
                Readership.supportOrganisation());
        DisruptionId id = DisruptionId.of("case/" + major.number());
        // Somebody may have begun it and gone no further.
        return operations
                .find(id)
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> operations.report(program, id, details))
                .flatMap(unused -> linked(program, id, major.number()))
                .orElseThrow();
    }

    /** Says that what is told already is a major incident of the desk, which somebody sees there, and follows it from now on. */
    public KnowledgeOutcome<Disruption> link(ActorId by, DisruptionId id, CaseNumber number) {
        Outcome<CaseFile> outcome = desk.view(by, number);
        if (outcome instanceof Outcome.Refused<CaseFile> refused) {
            return KnowledgeOutcome.refused(new ArticleRefusal.RefusedByDesk(number, refused.refusal()));
        }
        Optional<Disruption> there = operations.about(number);
        if (there.isPresent()) {
            return KnowledgeOutcome.refused(new DisruptionRefusal.CaseHasStatus(
                    number, there.stream().map(Disruption::id).collect(ImmutableSet.toImmutableSet())));
        }
        boolean major = outcome.orElseThrow() instanceof CaseFile.ForOperator file
                && file.whole().majorIncident();
        return major
                ? operations.read(operations.reader(by), id).flatMap(unused -> linked(by, id, number))
                : KnowledgeOutcome.refused(new DisruptionRefusal.NoMajorIncident(number));
    }

    private KnowledgeOutcome<Disruption> linked(ActorId by, DisruptionId id, CaseNumber number) {
        return operations.record(by, id, stamp -> new OperationEvent.StatusLinked(stamp, number));
    }

    private Disruption followed(Disruption disruption, CaseFile.ForOperator file) {
        Disruption told = workaround(disruption, file)
                .map(text -> recorded(disruption, stamp -> new OperationEvent.WorkaroundTold(stamp, text)))
                .orElse(disruption);
        CaseStatus status = file.whole().status();
        boolean over = status == CaseStatus.ANSWERED || status == CaseStatus.CLOSED;
        if (over == told.until().isPresent()) {
            return told;
        }
        return over
                ? recorded(told, stamp -> new OperationEvent.DisruptionEnded(stamp, ""))
                : recorded(told, OperationEvent.DisruptionReopened::new);
    }

    private Disruption recorded(Disruption disruption, Function<Stamp, OperationEvent> event) {
        return operations.record(program, disruption.id(), event).orElseThrow();
    }

    /** The workaround that the case has and the status has not; what is internal there stays inside here. */
    private static Optional<String> workaround(Disruption disruption, CaseFile.ForOperator file) {
        boolean inside = !Reader.anybody().mayRead(disruption.details().readership())
                && !disruption.details().readership().equals(Readership.superusers());
        return file.events().stream()
                .filter(CaseEvent.WorkaroundProvided.class::isInstance)
                .map(CaseEvent.WorkaroundProvided.class::cast)
                .filter(event -> inside || event.visibility() == Visibility.CUSTOMER)
                .map(CaseEvent.WorkaroundProvided::workaround)
                .reduce((earlier, later) -> later)
                .filter(text -> !Objects.equals(
                        text, disruption.workaround().map(DisruptionEntry::text).orElse("")));
    }
}
