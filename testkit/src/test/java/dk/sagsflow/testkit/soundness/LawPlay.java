package dk.sagsflow.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.decision.HandOverRule;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.scenario.Rehearsal;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One case on a desk whose model keeps a law: it comes in, is handed over by people to whichever groups may have it, lies there,
 * and what the desk does and its clocks show must keep the law all along. Not thread-safe.
 */
final class LawPlay {
    private static final Spot HERE = new Spot("a law", 1, 1, 0, 0);
    private static final Set<Notification.Kind> ALARMS = Set.of(
            Notification.Kind.TIME_LIMIT_NEAR, Notification.Kind.TIME_LIMIT_EXCEEDED, Notification.Kind.ESCALATED);

    private final SupportModel model;
    private final SupportOrganisation organisation;
    private final Law law;
    private final Random random;
    private final Rehearsal desk;
    private int about;

    LawPlay(SupportModel model, Law law, Random random) {
        this.model = model;
        this.organisation = model.organisation();
        this.law = law;
        this.random = random;
        this.desk = new Rehearsal(SubjectModel.of(model), DrawnOpening.of(organisation, random));
    }

    /** Plays it; how often the law was about the case. */
    int played() {
        if (!desk.opens().wasAccepted()) {
            return 0;
        }
        if (law.sentence() instanceof Sentence.Passes passes && passes.before().isEmpty()) {
            led(passes.group());
            return about;
        }
        stays();
        for (int moves = random.nextInt(5); moves > 0 && working().isPresent(); moves--) {
            becomesAnother();
            passTime();
            if (moved()) {
                stays();
            }
        }
        came();
        return about;
    }

    private <T> T one(List<T> values) {
        return DrawnOpening.one(values, random);
    }

    private Optional<Station> working() {
        return desk.current().working();
    }

    private boolean asked() {
        return working().isPresent() && law.when().holds(desk.current());
    }

    private boolean happens(Verb verb, ImmutableMap<Detail, String> details) {
        return desk.happens(new Happening(desk.now(), verb, details, Optional.empty(), Optional.empty(), HERE))
                .wasAccepted();
    }

    /** Where a law is about ways, what it is may be found out on the way. */
    private void becomesAnother() {
        boolean ways = law.sentence() instanceof Sentence.Passes || law.sentence() instanceof Sentence.OnlyThese;
        if (ways && random.nextInt(3) == 0) {
            var unused = random.nextBoolean()
                    ? happens(
                            Verb.CLASSIFIED,
                            ImmutableMap.of(
                                    Detail.CAUSE, one(List.of(Cause.values())).name()))
                    : happens(
                            Verb.PRIORITISED,
                            ImmutableMap.of(
                                    Detail.IMPACT, one(List.of(Impact.values())).name(),
                                    Detail.URGENCY,
                                            one(List.of(Urgency.values())).name()));
        }
    }

    private void passTime() {
        desk.until(desk.now().plus(Duration.ofMinutes(random.nextInt(3) == 0 ? 0 : random.nextInt(40 * 60))));
    }

    /** People hand it over to any group that may have it. */
    private boolean moved() {
        SupportCase current = desk.current();
        if (current.working().isEmpty()) {
            return false;
        }
        HandOverRule rule = new HandOverRule(organisation, model.routing().ways());
        List<SupportGroup> free = organisation.groups().stream()
                .filter(to -> current.chain().links().stream()
                        .noneMatch(link -> link.station().group().equals(to.id())))
                .filter(to -> Arrays.stream(HandOverRule.Obstacle.values())
                        .allMatch(obstacle -> rule.free(
                                        obstacle, current.working().orElseThrow(), to)
                                .holds(current)))
                .toList();
        return !free.isEmpty()
                && happens(
                        Verb.HANDED_OVER,
                        ImmutableMap.of(Detail.GROUP, one(free).id().value()));
    }

    /** The law is held against the case where it lies now. */
    private void stays() {
        if (!asked()) {
            return;
        }
        if (law.sentence() instanceof Sentence.Due due) {
            about++;
            assertInTime(
                    readings(due.measure()), allowed(due.limit(), desk.current().registeredAt()));
        } else if (law.sentence() instanceof Sentence.Heard heard) {
            heard(heard.limit());
        } else if (law.sentence() instanceof Sentence.Told told) {
            if (told.at().includes(working().orElseThrow())) {
                told(told.limit());
            }
        } else if (law.sentence() instanceof Sentence.Has has && at(has.group())) {
            about++;
            assertInTime(lying(), allowed(has.limit(), desk.now()));
        } else if (law.sentence() instanceof Sentence.HasShare share && at(share.group())) {
            share(share.percent());
        }
    }

    private boolean at(GroupId group) {
        return working().orElseThrow().group().equals(group);
    }

    private static Optional<Instant> allowed(Limit limit, Instant start) {
        if (limit instanceof Limit.Within within) {
            return within.budget().dueOn(within.calendar(), start).instant();
        }
        Limit.OverNight night = (Limit.OverNight) limit;
        LocalDate day = start.atZone(night.zone()).toLocalDate();
        Instant today = day.atTime(night.begins()).atZone(night.zone()).toInstant();
        LocalDate evening = today.isBefore(start) ? day.plusDays(1) : day;
        LocalDate morning = night.ends().isAfter(night.begins()) ? evening : evening.plusDays(1);
        return Optional.of(morning.atTime(night.ends()).atZone(night.zone()).toInstant());
    }

    /** What runs from where its measure begins to where it ends. */
    private List<ClockReading> readings(Measure measure) {
        return desk.clocks(desk.now()).stream()
                .map(Explanation::reading)
                .filter(reading ->
                        reading.measure() == measure && reading.ended().isEmpty())
                .filter(reading -> running(measure, reading.selected().target().span()))
                .toList();
    }

    private static boolean running(Measure measure, Span span) {
        return span.startedBy().isEmpty()
                && span.pausedBetween().isEmpty()
                && (measure == Measure.FIRST_RESPONSE || span.stoppedBy().isEmpty());
    }

    private List<ClockReading> lying() {
        return Stream.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE)
                .flatMap(measure -> readings(measure).stream())
                .filter(reading ->
                        reading.station().map(Station::tier).equals(working().map(Station::tier)))
                .toList();
    }

    private void assertInTime(List<ClockReading> clocks, Optional<Instant> allowed) {
        assertThat(allowed.isEmpty() || inTime(clocks, allowed.orElseThrow()))
                .as("%s until %s for %s at %s, by %s", law, allowed, desk.current(), working(), clocks)
                .isTrue();
    }

    private static boolean inTime(List<ClockReading> clocks, Instant allowed) {
        return clocks.stream().flatMap(reading -> reading.due().stream()).anyMatch(due -> !due.isAfter(allowed));
    }

    private void heard(Limit limit) {
        Optional<Instant> allowed = allowed(limit, desk.current().registeredAt());
        if (allowed.isEmpty() || inTime(readings(Measure.FIRST_RESPONSE), allowed.orElseThrow())) {
            about += allowed.isPresent() ? 1 : 0;
            return;
        }
        if (!desk.now().isAfter(allowed.orElseThrow()) && staysUntil(allowed.orElseThrow())) {
            about++;
            assertThat(desk.history())
                    .as("%s until %s", law, allowed)
                    .anyMatch(event -> event instanceof CaseEvent.FollowedUp followed
                            && followed.followUp().occasion() == FollowUpOccasion.SILENCE);
        }
    }

    private void told(Limit limit) {
        Optional<Instant> allowed = allowed(limit, desk.now());
        boolean before = alarmedAtTier();
        if (allowed.isPresent() && staysUntil(allowed.orElseThrow())) {
            about++;
            boolean now = desk.told().stream()
                    .anyMatch(told -> ALARMS.contains(told.notification().kind()));
            assertThat(before || now)
                    .as("%s until %s: %s", law, allowed, desk.history())
                    .isTrue();
        }
    }

    /** Whether a threshold of all visits to the tier was passed before it came here. */
    private boolean alarmedAtTier() {
        return desk.history().stream()
                .anyMatch(event -> event instanceof CaseEvent.ThresholdPassed passed
                        && passed.passed()
                                .station()
                                .map(Station::tier)
                                .equals(working().map(Station::tier)));
    }

    /** Lets time pass; whether it has not gone on by itself. */
    private boolean staysUntil(Instant time) {
        Optional<Link> link = desk.current().chain().working();
        desk.until(time);
        return desk.current().chain().working().map(Link::visitBegan).equals(link.map(Link::visitBegan)) && asked();
    }

    private void share(int percent) {
        List<ClockReading> answers = desk.clocks(desk.now()).stream()
                .map(Explanation::reading)
                .filter(reading -> reading.measure() == Measure.RESOLUTION
                        && reading.ended().isEmpty())
                .filter(reading -> reading.selected()
                                .target()
                                .span()
                                .startedBy()
                                .isEmpty()
                        && reading.selected().target().span().stoppedBy().isEmpty())
                .toList();
        assertThat(answers).as("%s of %s", law, desk.current()).isNotEmpty();
        about++;
        for (ClockReading answer : answers) {
            Budget.ServiceTime time =
                    (Budget.ServiceTime) answer.selected().target().budget();
            ServiceCalendar calendar = answer.selected().target().calendar();
            Budget part = Budget.of(time.amount().multipliedBy(percent).dividedBy(100));
            assertInTime(lying(), part.dueOn(calendar, desk.now()).instant());
        }
    }

    /** The rules lead it until they do not. */
    private void led(GroupId group) {
        for (int i = 0; i < organisation.groups().size(); i++) {
            if (!happens(Verb.TRIAGED, ImmutableMap.of())) {
                break;
            }
        }
        if (asked()) {
            about++;
            assertThat(visited(desk.history()))
                    .as("%s: %s", law, desk.history())
                    .contains(group);
        }
    }

    private static Set<GroupId> visited(List<CaseEvent> history) {
        return history.stream()
                .flatMap(event -> event instanceof CaseEvent.HandedOver moved
                        ? Stream.of(moved.from().group(), moved.to().group())
                        : event instanceof CaseEvent.Registered registered
                                ? Stream.of(registered.station().group())
                                : Stream.of())
                .collect(Collectors.toSet());
    }

    /** How it came to each place, by people or by the desk. */
    private void came() {
        ImmutableList<CaseEvent> history = desk.history();
        if (law.sentence() instanceof Sentence.OnlyThese only) {
            SupportCase first = SupportCase.of(firstStep(history));
            came(only.at(), first.working().orElseThrow(), first)
                    .ifPresent(coming ->
                            assertThat(coming).as("%s: %s", law, history).isTrue());
        }
        List<CaseEvent> before = new ArrayList<>();
        for (CaseEvent event : history) {
            if (event instanceof CaseEvent.HandedOver moved) {
                SupportCase from = SupportCase.of(before);
                if (law.sentence() instanceof Sentence.OnlyThese only) {
                    came(only.at(), moved.to(), from)
                            .ifPresent(coming -> assertThat(coming)
                                    .as("%s: %s", law, history)
                                    .isTrue());
                } else if (law.sentence() instanceof Sentence.Passes passes) {
                    came(passes.before().orElseThrow(), moved.to(), from)
                            .filter(asked -> asked && !moved.to().group().equals(passes.group()))
                            .ifPresent(asked -> assertThat(visited(before))
                                    .as("%s: %s", law, history)
                                    .contains(passes.group()));
                }
            }
            before.add(event);
        }
    }

    /** Registration says all that is known then, in several events. */
    private static List<CaseEvent> firstStep(List<CaseEvent> history) {
        Instant at = history.get(0).header().occurredAt();
        return history.stream()
                .takeWhile(event -> event.header().occurredAt().equals(at) && !(event instanceof CaseEvent.HandedOver))
                .toList();
    }

    /** Whether the law asks for a case that comes to the place; empty if it comes elsewhere. */
    private Optional<Boolean> came(HandOverEnd place, Station to, SupportCase from) {
        if (!place.includes(to)) {
            return Optional.empty();
        }
        about++;
        return Optional.of(law.when().holds(from));
    }
}
