package dk.sagsflow.verification.area;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of a group and the rule that gives them cases: all that a case asks of one of them is asked at one time, as a
 * desk asks.
 */
record Staff(Subject subject, ImmutableList<Actor> members, AssignmentRule rule, SupportGroup group) {
    static Staff of(Subject subject, List<Actor> members, AssignmentRule rule, SupportGroup group) {
        return new Staff(
                subject,
                members.stream()
                        .filter(actor -> !actor.automation())
                        .filter(actor -> rule.capacityOf(actor.id())
                                .filter(limit -> limit == 0)
                                .isEmpty())
                        .collect(ImmutableList.toImmutableList()),
                rule,
                group);
    }

    /** Whether anybody can be given some case between these, the second exclusive. */
    boolean anybody(Instant from, Instant until) {
        return members.stream().anyMatch(actor -> !times(actor, from, until).isEmpty());
    }

    /** The cases that nobody can be given between these, the second exclusive. */
    CaseSet left(Instant from, Instant until) {
        CaseSet left = subject.handedTo(group);
        for (Actor actor : members) {
            RangeSet<Instant> there = times(actor, from, until);
            for (Range<Instant> steady : steady(actor, from, until)) {
                left = there.intersects(steady) ? left.and(beyond(actor, steady.lowerEndpoint())) : left;
            }
        }
        return left;
    }

    /** The last time from which some case besides these can be given to nobody until the end. */
    Instant lastChance(Instant from, Instant until, CaseSet besides) {
        return members.stream()
                .flatMap(actor -> changes(actor, from, until))
                .sorted()
                .filter(since -> left(since, until).minus(besides).some())
                .findFirst()
                .orElse(from);
    }

    /** Cases that nobody can be given from a time on. */
    record Without(CaseSet cases, Instant since) {}

    /** The first time between these at which a calendar is open and nobody can be given some case besides these. */
    Optional<Without> firstWithout(ServiceCalendar open, Instant from, Instant until, CaseSet besides) {
        List<RangeSet<Instant>> there =
                members.stream().map(actor -> times(actor, from, until)).toList();
        RangeSet<Instant> asked = TreeRangeSet.create();
        asked.addAll(open.openIntervals(from, until));
        Stream<Range<Instant>> steady = members.stream().flatMap(actor -> steady(actor, from, until).stream());
        return Stream.concat(
                        steady,
                        Stream.concat(Stream.of(asked), there.stream()).flatMap(times -> times.asRanges().stream()))
                .flatMap(range -> Stream.of(range.lowerEndpoint(), range.upperEndpoint()))
                .filter(asked::contains)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(at -> new Without(leftAt(at, there).minus(besides), at))
                .filter(without -> without.cases().some())
                .findFirst();
    }

    private CaseSet leftAt(Instant at, List<RangeSet<Instant>> there) {
        CaseSet left = subject.handedTo(group);
        for (int i = 0; i < members.size(); i++) {
            left = there.get(i).contains(at) ? left.and(beyond(members.get(i), at)) : left;
        }
        return left;
    }

    /** When the member is there for the last time with the same certificates. */
    private Stream<Instant> changes(Actor actor, Instant from, Instant until) {
        RangeSet<Instant> there = times(actor, from, until);
        return steady(actor, from, until).stream()
                .filter(there::intersects)
                .map(steady -> there.subRangeSet(steady).span().upperEndpoint())
                .filter(until::isAfter);
    }

    /** When the member is there and on duty. */
    private RangeSet<Instant> times(Actor actor, Instant from, Instant until) {
        RangeSet<Instant> times = TreeRangeSet.create();
        if (rule.duty().isEmpty()) {
            times.add(Range.closedOpen(from, until));
        }
        for (DutyShift shift : rule.duty()) {
            if (shift.member().equals(actor.id())) {
                times.addAll(shift.calendar().openIntervals(from, until));
            }
        }
        for (Absence absence : actor.absences()) {
            times.remove(Range.closedOpen(absence.from(), absence.until()));
        }
        return times;
    }

    /** Times within which no certificate of the member begins or ends. */
    private List<Range<Instant>> steady(Actor actor, Instant from, Instant until) {
        NavigableSet<Instant> begins = new TreeSet<>(List.of(from));
        rule.competences().stream()
                .flatMap(needed -> actor.competence(needed.needs()).stream())
                .flatMap(Staff::days)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(change -> change.isAfter(from) && change.isBefore(until))
                .forEach(begins::add);
        return begins.stream()
                .map(begin -> {
                    Instant next = begins.higher(begin);
                    return Range.closedOpen(begin, next == null ? until : next);
                })
                .toList();
    }

    private static Stream<LocalDate> days(HeldCompetence held) {
        return Stream.concat(held.certified().stream(), held.due().stream());
    }

    /** The cases that need something that the member is not certified in then. */
    private CaseSet beyond(Actor actor, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return rule.competences().stream()
                .filter(needed -> !actor.certified(needed.needs(), day))
                .map(needed -> subject.space().where(needed.when(), group))
                .reduce(subject.space().none(), CaseSet::or);
    }
}
