package dk.sagsflow.knowledge.operation;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that disturbs systems, or did. Not thread-safe: a picture guards it. */
final class DisruptionBook {
    private static final String OF_CASE = "case/";

    private final Map<DisruptionId, Disruption> all = new LinkedHashMap<>();
    private final Set<DisruptionId> neverOpened = new HashSet<>();

    /** What the status of a case is called that is opened for it alone; somebody may have called something else so. */
    DisruptionId freeFor(CaseNumber number) {
        return Stream.iterate(1, next -> next + 1)
                .map(next -> DisruptionId.of(OF_CASE + number + (next == 1 ? "" : "/" + next)))
                .filter(id -> !taken(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there is something of this name, or might have been. */
    boolean taken(DisruptionId id) {
        return all.containsKey(id) || neverOpened.contains(id);
    }

    void fold(KnowledgeEvent event) {
        if (event instanceof OperationEvent.IncidentReported reported) {
            begin(DisruptionKind.INCIDENT, reported.stamp(), reported.details(), reported.from(), Optional.empty());
        } else if (event instanceof OperationEvent.WorkPlanned planned) {
            WorkWindow window = planned.window();
            begin(
                    DisruptionKind.PLANNED_WORK,
                    planned.stamp(),
                    planned.details(),
                    window.from(),
                    Optional.of(window.until()));
        } else if (event instanceof OperationEvent.StatusLinked linked && tooLate(linked)) {
            all.remove(id(linked));
            neverOpened.add(id(linked));
        } else if (event instanceof OperationEvent other) {
            all.computeIfPresent(
                    id(other),
                    (id, before) -> after(before.withVersion(other.stamp().sequence()), other));
        }
    }

    /** One that is opened for a case which somebody joins to another at the same moment was never there. */
    private boolean tooLate(OperationEvent.StatusLinked linked) {
        boolean openedForIt = find(id(linked))
                .filter(begun -> begun.version() == 1
                        && begun.begins().equals(linked.stamp().at())
                        && begun.id().value().startsWith(OF_CASE + linked.number()))
                .isPresent();
        return openedForIt && about(linked.number()).isPresent();
    }

    /** Two nodes may have joined one case to two at the same moment: who was first in the log has it. */
    private Disruption linked(Disruption before, CaseNumber number) {
        return before.number().isPresent() || about(number).isPresent() ? before : before.withNumber(number);
    }

    private static DisruptionId id(OperationEvent event) {
        return DisruptionId.of(event.stamp().record().value());
    }

    private void begin(
            DisruptionKind kind, Stamp stamp, DisruptionDetails details, Instant from, Optional<Instant> until) {
        DisruptionStep step = kind == DisruptionKind.INCIDENT ? DisruptionStep.REPORTED : DisruptionStep.PLANNED;
        Disruption begun = Disruption.builder()
                .id(DisruptionId.of(stamp.record().value()))
                .version(stamp.sequence())
                .kind(kind)
                .details(details)
                .begins(from)
                .until(until)
                .cancelled(false)
                .addEntries(entry(stamp, step, details.text(), details))
                .build();
        all.put(begun.id(), begun);
    }

    private Disruption after(Disruption before, OperationEvent event) {
        if (event instanceof OperationEvent.DisruptionDescribed described) {
            return noted(
                    before.withDetails(described.details()),
                    event,
                    DisruptionStep.DESCRIBED,
                    described.details().text());
        } else if (event instanceof OperationEvent.WorkMoved moved) {
            WorkWindow window = moved.window();
            return noted(before.withBegins(window.from()).withUntil(window.until()), event, DisruptionStep.MOVED, "");
        } else if (event instanceof OperationEvent.StatusTold told) {
            return noted(before, event, DisruptionStep.TOLD, told.text());
        } else if (event instanceof OperationEvent.WorkaroundTold told) {
            Disruption noted = noted(before, event, DisruptionStep.WORKAROUND, told.text());
            return noted.withWorkaround(noted.entries().get(noted.entries().size() - 1));
        } else if (event instanceof OperationEvent.StatusLinked linked) {
            return linked(before, linked.number());
        }
        return ended(before, event);
    }

    private static Disruption ended(Disruption before, OperationEvent event) {
        if (event instanceof OperationEvent.DisruptionEnded ended) {
            return noted(before.withUntil(ended.stamp().at()), event, DisruptionStep.ENDED, ended.text());
        } else if (event instanceof OperationEvent.DisruptionReopened) {
            return noted(before.withUntil(Optional.empty()), event, DisruptionStep.REOPENED, "");
        } else if (event instanceof OperationEvent.WorkCancelled cancelled) {
            return noted(before.withCancelled(true), event, DisruptionStep.CANCELLED, cancelled.reason());
        }
        return before;
    }

    private static Disruption noted(Disruption disruption, OperationEvent event, DisruptionStep step, String text) {
        DisruptionEntry entry = entry(event.stamp(), step, text, disruption.details());
        return disruption.withEntries(ImmutableList.<DisruptionEntry>builder()
                .addAll(disruption.entries())
                .add(entry)
                .build());
    }

    private static DisruptionEntry entry(Stamp stamp, DisruptionStep step, String text, DisruptionDetails details) {
        return new DisruptionEntry(stamp.sequence(), stamp.at(), stamp.by(), step, text, details.readership());
    }

    Optional<Disruption> find(DisruptionId id) {
        return Optional.ofNullable(all.get(id));
    }

    Optional<Disruption> about(CaseNumber number) {
        return all(one -> one.number().filter(number::equals).isPresent()).stream()
                .findFirst();
    }

    ImmutableList<Disruption> all(Predicate<Disruption> which) {
        return all.values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }
}
