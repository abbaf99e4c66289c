package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_NEVER;
import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_TO_UNKNOWN_GROUP;
import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_TWICE;
import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_WITHOUT_EFFECT;
import static dk.sagsflow.verification.finding.FindingCode.DUTY_GAP;
import static dk.sagsflow.verification.finding.FindingCode.GUARD_STOPS_TRIAGE;
import static dk.sagsflow.verification.finding.FindingCode.NO_LEAD_TO_DECIDE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.subject.Subject;
import dk.sagsflow.verification.subject.Ways;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether cases can be given to members as the rules of the groups say, and leads can decide. */
final class AssignmentArea implements Area {
    private static final ImmutableSet<Measure> AT_A_GROUP =
            ImmutableSet.of(Measure.ACCEPTANCE, Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd'T'HH:mm", Locale.ENGLISH);

    @Override
    public void verify(Subject subject, Findings findings) {
        ImmutableList<AssignmentRule> rules = subject.model().routing().assignments();
        Set<GroupId> seen = new HashSet<>();
        for (int index = 0; index < rules.size(); index++) {
            GroupId group = rules.get(index).group();
            Place place = Place.assignment(index);
            Optional<SupportGroup> known = subject.organisation().group(group);
            if (known.isEmpty()) {
                findings.add(ASSIGNMENT_TO_UNKNOWN_GROUP, place, "there is no group %s", group);
            } else if (!seen.add(group)) {
                findings.add(ASSIGNMENT_TWICE, place, "there is a rule for %s before this one", group);
            } else {
                rule(subject, rules.get(index), known.get(), place, findings);
            }
        }
        guard(subject, findings);
    }

    private static void rule(Subject subject, AssignmentRule rule, SupportGroup group, Place place, Findings findings) {
        if (rule.method() == AssignmentMethod.PULL) {
            withoutEffect(rule, place, findings);
            return;
        }
        if (nobody(rule)) {
            findings.add(ASSIGNMENT_NEVER, place, "the capacity of every member of %s is 0", group.id());
        }
        gaps(subject, rule, group, place, findings);
    }

    private static boolean nobody(AssignmentRule rule) {
        return rule.capacity().filter(limit -> limit == 0).isPresent()
                && rule.capacities().values().stream().allMatch(limit -> limit == 0);
    }

    private static void withoutEffect(AssignmentRule rule, Place place, Findings findings) {
        if (rule.capacity().isPresent()
                || !rule.capacities().isEmpty()
                || !rule.competences().isEmpty()
                || !rule.duty().isEmpty()) {
            String words =
                    "members of %s take cases on themselves, whatever the rule says of capacity, competences and duty";
            findings.add(ASSIGNMENT_WITHOUT_EFFECT, place, words, rule.group());
        }
    }

    private static void gaps(Subject subject, AssignmentRule rule, SupportGroup group, Place place, Findings findings) {
        gap(subject, rule, group)
                .ifPresent(since -> findings.add(
                        DUTY_GAP, place, "%s is open and nobody is on duty from %s", group.id(), WHEN.format(since)));
    }

    /** The first time in the year at which a limit of the group counts and nobody of its duty plan who has a capacity is on duty. */
    static Optional<ZonedDateTime> gap(Subject subject, AssignmentRule rule, SupportGroup group) {
        if (rule.duty().isEmpty()) {
            return Optional.empty();
        }
        Optional<ServiceCalendar> duty = rule.duty().stream()
                .filter(shift -> rule.capacityOf(shift.member())
                        .filter(limit -> limit == 0)
                        .isEmpty())
                .map(DutyShift::calendar)
                .reduce(ServiceCalendar::union);
        return opening(subject, group).stream()
                .flatMap(open -> {
                    Instant from = subject.from().atStartOfDay(open.zone()).toInstant();
                    Instant to = subject.from()
                            .plusYears(1)
                            .atStartOfDay(open.zone())
                            .toInstant();
                    return duty.map(open::minus).orElse(open).nextOpening(from).instant().filter(to::isAfter).stream()
                            .map(since -> since.atZone(open.zone()));
                })
                .findFirst();
    }

    /** The calendars on which limits of the group count. */
    static List<ServiceCalendar> opening(Subject subject, SupportGroup group) {
        return subject.model().agreements().all().stream()
                .filter(agreement -> agreement.provider().includes(Subject.station(group)))
                .flatMap(agreement -> agreement.targets().stream())
                .filter(target -> AT_A_GROUP.contains(target.measure()))
                .map(target -> target.calendar())
                .distinct()
                .toList();
    }

    private static void guard(Subject subject, Findings findings) {
        Optional<Integer> limit = subject.model().routing().handOverLimit();
        if (limit.isEmpty()) {
            return;
        }
        for (SupportGroup group : subject.organisation().groups()) {
            if (group.lead().isEmpty()) {
                String words = "%s has no lead to decide about cases that go to and fro";
                findings.add(NO_LEAD_TO_DECIDE, subject.place(group), words, group.id());
            }
        }
        Stream.concat(subject.ways().all().stream(), subject.ways().afterLimits().stream())
                .filter(way -> !way.sent() && stopped(way, limit.get()))
                .findFirst()
                .ifPresent(way -> findings.add(
                        GUARD_STOPS_TRIAGE,
                        Place.routing("/handOverLimit"),
                        way.cases().exampleAfter(way.groups()),
                        "these cases are handed over %s times by rules and limits, and after %s a lead must decide",
                        way.groups().size() - 1,
                        limit.get()));
    }

    /** Whether the last hand-over of a way comes when the limit is used up, at a group whose lead decides then. */
    private static boolean stopped(Ways.Way way, int limit) {
        return way.groups().size() - 1 > limit
                && way.before().flatMap(SupportGroup::lead).isPresent();
    }
}
