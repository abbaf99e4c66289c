package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.ImportProblem;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.relation.CaseRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Holds the links of a case that is brought along, as far as they stand still, against the cases that are here. */
final class ImportedLinks {
    private final BiFunction<CaseNumber, CaseRelation, ImmutableSet<CaseNumber>> beyond;

    ImportedLinks(BiFunction<CaseNumber, CaseRelation, ImmutableSet<CaseNumber>> beyond) {
        this.beyond = beyond;
    }

    ImmutableList<ImportProblem> problems(ImmutableList<CaseEvent> events) {
        return standing(events).stream()
                .flatMap(link -> obstacle(link)
                        .map(why -> new ImportProblem(
                                link.sequence(), new Refusal.BadRelation(link.relation(), link.other(), why)))
                        .stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static List<CaseEvent.CaseLinked> standing(ImmutableList<CaseEvent> events) {
        List<CaseEvent.CaseLinked> standing = new ArrayList<>();
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.CaseLinked linked) {
                standing.add(linked);
            } else if (event instanceof CaseEvent.CaseUnlinked undone) {
                standing.removeIf(link ->
                        link.relation() == undone.relation() && link.other().equals(undone.other()));
            }
        }
        return standing;
    }

    private Optional<RelationObstacle> obstacle(CaseEvent.CaseLinked link) {
        if (link.other().equals(link.caseNumber())) {
            return Optional.of(RelationObstacle.ITSELF);
        }
        ImmutableSet<CaseNumber> led = beyond.apply(link.other(), link.relation());
        boolean hears = link.relation() == CaseRelation.CHILD_OF || link.relation() == CaseRelation.DUPLICATE_OF;
        if (led.isEmpty() && hears) {
            // A mere cause or predecessor may be brought along later: together they need not have an order.
            return Optional.of(RelationObstacle.MISSING);
        }
        return led.contains(link.caseNumber()) ? Optional.of(RelationObstacle.CIRCLE) : Optional.empty();
    }
}
