package dk.sagsflow.knowledge.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleFindingCode;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.people.PersonEntry;
import dk.sagsflow.knowledge.people.PersonRole;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What somebody should see to about training, person by person. Immutable. */
record TrainingFindings(TrainingSnapshot training, SupportOrganisation organisation, LocalDate today, LocalDate soon) {
    ImmutableList<PeopleFinding> of(PeopleSnapshot there) {
        return there.people().stream()
                .flatMap(entry ->
                        Stream.of(uncertified(entry), due(entry), gaps(entry)).flatMap(found -> found))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<PeopleFinding> uncertified(PersonEntry entry) {
        return entry.person().has(PersonRole.SUPERUSER)
                ? organisation.competences().stream()
                        .filter(competence -> competence.kind() == CompetenceKind.BASIC_MODULE)
                        .map(Competence::id)
                        .filter(competence -> training.state(entry.person().id(), competence, today)
                                .filter(state -> state != CompetenceState.UNDER_WAY)
                                .isEmpty())
                        .map(competence -> found(
                                PeopleFindingCode.NOT_CERTIFIED, entry, ImmutableMap.of("competence", competence)))
                : Stream.empty();
    }

    private Stream<PeopleFinding> due(PersonEntry entry) {
        return training.register(ImmutableList.of(entry), today).stream()
                .filter(line -> line.due().filter(due -> !soon.isBefore(due)).isPresent())
                .map(line -> found(
                        PeopleFindingCode.CERTIFICATE_DUE,
                        entry,
                        ImmutableMap.of(
                                "competence",
                                line.competence(),
                                "due",
                                line.due().orElseThrow())));
    }

    /** What is due is told as that. */
    private Stream<PeopleFinding> gaps(PersonEntry entry) {
        ImmutableSet<CompetenceId> lacking = training.missing(entry, today).stream()
                .filter(competence -> training.state(entry.person().id(), competence, today)
                        .filter(CompetenceState.DUE::equals)
                        .isEmpty())
                .collect(ImmutableSet.toImmutableSet());
        return lacking.stream()
                .map(competence ->
                        found(PeopleFindingCode.PROFILE_GAP, entry, ImmutableMap.of("competence", competence)));
    }

    private static PeopleFinding found(PeopleFindingCode code, PersonEntry entry, ImmutableMap<String, Object> facts) {
        return new PeopleFinding(code, entry.person().id().value(), facts);
    }
}
