package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.people.PersonEntry;
import dk.sagsflow.knowledge.release.Release;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was known of training at one time: courses and their dates, certificates and what ends them, profiles. What it says
 * of a day, past or to come, is what was known then. Immutable.
 */
public final class TrainingSnapshot {
    private final TrainingRecords records;
    private final ImmutableList<Release> releases;
    private final ImmutableMap<CompetenceId, Competence> competences;

    TrainingSnapshot(TrainingRecords records, ImmutableList<Release> releases, SupportOrganisation organisation) {
        this.records = records;
        this.releases = releases;
        this.competences = organisation.competences().stream()
                .collect(ImmutableMap.toImmutableMap(Competence::id, competence -> competence));
    }

    /** The courses that are offered. */
    public ImmutableList<Course> courses() {
        return records.courses();
    }

    /** The course of this id; empty if none is offered by it. */
    public Optional<Course> course(CourseId id) {
        return records.course(requireNonNull(id, "id"));
    }

    /** When courses are and were held, with those who take part. */
    public ImmutableList<CourseTurn> dates() {
        return records.turns();
    }

    /** The date of this id; empty if there is none. */
    public Optional<CourseTurn> date(CourseDateId id) {
        return records.turn(requireNonNull(id, "id"));
    }

    /** What supporters must know. */
    public ImmutableList<CompetenceProfile> profiles() {
        return records.profiles();
    }

    /** The certificates of somebody, those that were withdrawn too, in the order in which they were written down. */
    public ImmutableList<Certificate> certificates(ActorId person) {
        return records.certificates().get(requireNonNull(person, "person"));
    }

    /** From which day on a certificate counts no longer, by itself or because of a release after it; empty if it goes on. */
    public Optional<LocalDate> due(Certificate certificate) {
        Optional<SystemId> system =
                Optional.ofNullable(competences.get(certificate.competence())).flatMap(Competence::system);
        Stream<LocalDate> renewals = releases.stream()
                .filter(release -> system.filter(release.system()::equals).isPresent())
                .filter(release -> certificate.from().isBefore(release.on()))
                .flatMap(release -> release.renewedBy().stream());
        return Stream.concat(certificate.until().stream(), renewals).min(Comparator.naturalOrder());
    }

    /** How somebody stands with a competence on a day; empty if there is nothing to say. */
    public Optional<CompetenceState> state(ActorId person, CompetenceId competence, LocalDate day) {
        requireNonNull(day, "day");
        ImmutableList<Certificate> held = valid(person, competence);
        if (held.stream().anyMatch(certificate -> counts(certificate, day))) {
            return Optional.of(CompetenceState.CERTIFIED);
        } else if (held.stream().anyMatch(certificate -> !day.isBefore(certificate.from()))) {
            return Optional.of(CompetenceState.DUE);
        }
        return held.isEmpty() && !learning(person, competence)
                ? Optional.empty()
                : Optional.of(CompetenceState.UNDER_WAY);
    }

    private ImmutableList<Certificate> valid(ActorId person, CompetenceId competence) {
        requireNonNull(competence, "competence");
        return certificates(person).stream()
                .filter(certificate -> certificate.is(competence))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean counts(Certificate certificate, LocalDate day) {
        return !day.isBefore(certificate.from())
                && due(certificate).filter(due -> !day.isBefore(due)).isEmpty();
    }

    private boolean learning(ActorId person, CompetenceId competence) {
        return records.turns().stream()
                .filter(turn -> turn.counts(person))
                .flatMap(turn -> course(turn.date().course()).stream())
                .anyMatch(course -> course.competence().equals(competence));
    }

    /** Whether somebody was certified in this on a day. */
    public boolean certified(ActorId person, CompetenceId competence, LocalDate day) {
        return state(person, competence, day)
                .filter(CompetenceState.CERTIFIED::equals)
                .isPresent();
    }

    /** What somebody is certified in, or was, as people of a directory have it: one certificate for each competence. */
    public ImmutableSet<HeldCompetence> held(ActorId person, LocalDate day) {
        return certificates(person).stream()
                .map(Certificate::competence)
                .distinct()
                .flatMap(competence -> held(valid(person, competence), day).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The one that counts longest, from when those begin that count; or else the last. */
    private Optional<HeldCompetence> held(ImmutableList<Certificate> valid, LocalDate day) {
        ImmutableList<Certificate> counting =
                valid.stream().filter(certificate -> counts(certificate, day)).collect(ImmutableList.toImmutableList());
        ImmutableList<Certificate> asked = counting.isEmpty() ? valid : counting;
        Comparator<Certificate> longest =
                Comparator.comparing(certificate -> due(certificate).orElse(LocalDate.MAX));
        return asked.stream()
                .max(longest.thenComparing(Certificate::from))
                .map(last -> new HeldCompetence(
                        last.competence(),
                        Optional.of(
                                counting.isEmpty()
                                        ? last.from()
                                        : counting.stream()
                                                .map(Certificate::from)
                                                .min(Comparator.naturalOrder())
                                                .orElseThrow()),
                        due(last)));
    }

    /** The register: who is certified, under way, or due, in the order of the organisation's competences (R29). */
    public ImmutableList<RegisterLine> register(Iterable<PersonEntry> people, LocalDate day) {
        ImmutableList.Builder<RegisterLine> lines = ImmutableList.builder();
        for (PersonEntry entry : people) {
            for (CompetenceId competence : competences.keySet()) {
                line(entry.person().id(), competence, day).ifPresent(lines::add);
            }
        }
        return lines.build();
    }

    private Optional<RegisterLine> line(ActorId person, CompetenceId competence, LocalDate day) {
        Optional<LocalDate> due = held(valid(person, competence), day).flatMap(HeldCompetence::due);
        return state(person, competence, day).map(state -> new RegisterLine(person, competence, state, due));
    }

    /** What somebody's profiles ask for (R31). */
    public ImmutableSet<CompetenceId> required(PersonEntry entry) {
        return records.profiles().stream()
                .filter(profile -> profile.people().contains(entry.person().id())
                        || entry.person().groups().stream().anyMatch(profile.groups()::contains))
                .flatMap(profile -> profile.competences().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What somebody's profiles ask for that they are not certified in on a day (R31). */
    public ImmutableSet<CompetenceId> missing(PersonEntry entry, LocalDate day) {
        return required(entry).stream()
                .filter(competence -> !certified(entry.person().id(), competence, day))
                .collect(ImmutableSet.toImmutableSet());
    }
}
