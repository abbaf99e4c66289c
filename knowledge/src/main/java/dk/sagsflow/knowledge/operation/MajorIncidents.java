package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
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
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A major incident of the desk and its status are one thing: the status begins with it, or as soon as it is known which system it is
 * about, and is of another system when the case is; it is told the workarounds of the case, ends when it is answered or closed, and
 * begins again when it is reopened. Whoever follows the log of the desk hands each step to {@link #follow};
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
                        || event instanceof CaseEvent.Classified
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

    /** The case is looked at on the picture of now, so that what others did meanwhile is not done again. */
    private Optional<Disruption> followed(CaseNumber number) {
        AtomicBoolean changed = new AtomicBoolean();
        Optional<Disruption> after = operations
                .decide(
                        book -> {
                            KnowledgeOutcome<ImmutableList<OperationEvent>> steps = steps(book, number);
                            changed.set(steps.map(some -> !some.isEmpty()).orElseThrow());
                            return steps;
                        },
                        book -> book.about(number))
                .orElseThrow();
        return after.filter(unused -> changed.get());
    }

    private KnowledgeOutcome<ImmutableList<OperationEvent>> steps(DisruptionBook book, CaseNumber number) {
        Optional<CaseFile.ForOperator> file = file(number);
        Optional<Disruption> there = book.about(number);
        if (there.isPresent() || file.filter(found -> opens(found.whole())).isEmpty()) {
            return KnowledgeOutcome.accepted(there.flatMap(status -> file.map(found -> steps(status, found)))
                    .orElse(ImmutableList.of()));
        }
        return opened(book, file.orElseThrow());
    }

    private Optional<CaseFile.ForOperator> file(CaseNumber number) {
        return Optional.of(desk.view(program, number).orElseThrow())
                .filter(CaseFile.ForOperator.class::isInstance)
                .map(CaseFile.ForOperator.class::cast)
                .filter(found -> !found.whole().personalDataErased());
    }

    private static boolean opens(SupportCase whole) {
        return whole.majorIncident() && whole.system().isPresent();
    }

    private KnowledgeOutcome<ImmutableList<OperationEvent>> opened(DisruptionBook book, CaseFile.ForOperator file) {
        SupportCase major = file.whole();
        DisruptionId id = book.freeFor(major.number());
        DisruptionDetails details = new DisruptionDetails(
                major.subject(),
                "",
                major.system().stream().collect(ImmutableSet.toImmutableSet()),
                topics,
                Readership.supportOrganisation());
        return operations.reported(program, id, details).map(reported -> {
            OperationEvent linked =
                    new OperationEvent.StatusLinked(reported.stamp().next(), major.number());
            DisruptionBook begun = new DisruptionBook();
            begun.fold(reported);
            begun.fold(linked);
            return ImmutableList.<OperationEvent>builder()
                    .add(reported, linked)
                    .addAll(steps(begun.find(id).orElseThrow(), file))
                    .build();
        });
    }

    /**
     * Says that an incident that is told already is a major incident of the desk, which somebody sees there, and follows it from now on.
     * It takes the right to change what is told; a case has one status, and a status one case.
     */
    public KnowledgeOutcome<Disruption> link(ActorId by, DisruptionId id, CaseNumber number) {
        return operations.link(by, id, number, () -> noMajorIncident(by, number));
    }

    private Optional<KnowledgeRefusal> noMajorIncident(ActorId by, CaseNumber number) {
        Outcome<CaseFile> outcome = desk.view(by, number);
        if (outcome instanceof Outcome.Refused<CaseFile> refused) {
            return Optional.of(new ArticleRefusal.RefusedByDesk(number, refused.refusal()));
        }
        boolean major = outcome.orElseThrow() instanceof CaseFile.ForOperator file
                && file.whole().majorIncident();
        return major ? Optional.empty() : Optional.of(new DisruptionRefusal.NoMajorIncident(number));
    }

    private ImmutableList<OperationEvent> steps(Disruption status, CaseFile.ForOperator file) {
        Stream<Optional<Function<Stamp, OperationEvent>>> steps =
                Stream.of(elsewhere(status, file), workaround(status, file), turn(status, file));
        ImmutableList.Builder<OperationEvent> events = ImmutableList.builder();
        Stamp stamp = operations.next(status, program);
        for (Function<Stamp, OperationEvent> step :
                steps.flatMap(Optional::stream).toList()) {
            events.add(step.apply(stamp));
            stamp = stamp.next();
        }
        return events.build();
    }

    /** The case is of another system now; what somebody said the status is of besides stays. */
    private static Optional<Function<Stamp, OperationEvent>> elsewhere(Disruption status, CaseFile.ForOperator file) {
        DisruptionDetails details = status.details();
        Optional<SystemId> now =
                file.whole().system().filter(system -> !details.systems().contains(system));
        if (now.isEmpty() || status.until().isPresent()) {
            return Optional.empty();
        }
        ImmutableSet<SystemId> former =
                file.events().stream().flatMap(event -> placed(event).stream()).collect(ImmutableSet.toImmutableSet());
        DisruptionDetails moved = new DisruptionDetails(
                details.title(),
                details.text(),
                Stream.concat(now.stream(), Sets.difference(details.systems(), former).stream())
                        .collect(ImmutableSet.toImmutableSet()),
                details.topics(),
                details.readership());
        return Optional.of(stamp -> new OperationEvent.DisruptionDescribed(stamp, moved));
    }

    private static Optional<SystemId> placed(CaseEvent event) {
        if (event instanceof CaseEvent.Registered registered) {
            return registered.system();
        }
        return event instanceof CaseEvent.Classified classified ? classified.system() : Optional.empty();
    }

    private static Optional<Function<Stamp, OperationEvent>> turn(Disruption status, CaseFile.ForOperator file) {
        CaseStatus now = file.whole().status();
        boolean over = now == CaseStatus.ANSWERED || now == CaseStatus.CLOSED;
        if (over == status.until().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                over ? stamp -> new OperationEvent.DisruptionEnded(stamp, "") : OperationEvent.DisruptionReopened::new);
    }

    /** The workaround that the case has and the status was not told since; what is internal there stays inside here. */
    private static Optional<Function<Stamp, OperationEvent>> workaround(
            Disruption disruption, CaseFile.ForOperator file) {
        boolean inside = !Reader.anybody().mayRead(disruption.details().readership())
                && !disruption.details().readership().equals(Readership.superusers());
        return file.events().stream()
                .filter(CaseEvent.WorkaroundProvided.class::isInstance)
                .map(CaseEvent.WorkaroundProvided.class::cast)
                .filter(event -> inside || event.visibility() == Visibility.CUSTOMER)
                .reduce((earlier, later) -> later)
                .filter(last -> !told(disruption, last))
                .map(last -> stamp -> new OperationEvent.WorkaroundTold(stamp, last.workaround()));
    }

    /** Somebody may have told another way around it since. */
    private static boolean told(Disruption disruption, CaseEvent.WorkaroundProvided last) {
        boolean there = disruption
                .workaround()
                .filter(entry -> entry.text().equals(last.workaround()))
                .isPresent();
        return there
                || disruption.entries().stream()
                        .anyMatch(entry -> entry.step() == DisruptionStep.WORKAROUND
                                && entry.text().equals(last.workaround())
                                && !entry.at().isBefore(last.occurredAt()));
    }
}
