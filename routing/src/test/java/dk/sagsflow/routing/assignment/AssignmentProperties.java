package dk.sagsflow.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class AssignmentProperties {
    private static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");
    private static final CompetenceId AMANDA = CompetenceId.of("amanda");
    private static final ImmutableList<CompetenceRule> QUESTIONS_NEED_AMANDA =
            ImmutableList.of(new CompetenceRule(Condition.is(CaseField.KIND, "INCIDENT"), AMANDA));
    private static final SupportCase CASE = registered();

    private static SupportCase registered() {
        SupportOrganisation centre = SupportOrganisation.builder()
                .name("Centre")
                .addTier(Tier.of("1st", "Centre"))
                .contactTier(TierId.of("1st"))
                .addGroup(SupportGroup.of("centre", "Centre", "1st"))
                .build();
        Directory people =
                Directory.of(ImmutableList.of(), ImmutableList.of(Customer.of("anna", "Anna", CustomerKind.CITIZEN)));
        return SupportCase.of(new CaseDecisions(centre, people)
                .register(
                        CaseNumber.of("C-1"),
                        Registration.of("anna", "help"),
                        Act.of(Actor.supporter("karen", "Karen", "centre"), NOW))
                .orElseThrow());
    }

    @Provide
    Arbitrary<AssignmentRequest> requests() {
        Arbitrary<Candidate> candidates = Combinators.combine(
                        loads(),
                        Arbitraries.integers().between(0, 4).optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "2007-08-01", "2007-08-02"))
                .as((load, capacity, onDuty, certified) ->
                        new Candidate(member("anybody", certified), load, capacity, onDuty));
        return candidates.list().ofMaxSize(6).map(list -> {
            ImmutableList.Builder<Candidate> members = ImmutableList.builder();
            for (int i = 0; i < list.size(); i++) {
                Candidate one = list.get(i);
                members.add(new Candidate(
                        one.actor().withId(ActorId.of("member-" + i)), one.load(), one.capacity(), one.onDuty()));
            }
            return new AssignmentRequest(CASE, members.build(), NOW);
        });
    }

    private static Arbitrary<MemberLoad> loads() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 5))
                .as((open, latest) -> new MemberLoad(
                        open, latest, latest == 0 ? Optional.empty() : Optional.of(NOW.minusSeconds(latest))));
    }

    private static Actor member(String id, String certified) {
        Actor actor = Actor.supporter(id, id, "centre");
        return certified.isEmpty()
                ? actor
                : actor.withCompetences(
                        new HeldCompetence(AMANDA, Optional.of(LocalDate.parse(certified)), Optional.empty()));
    }

    @Provide
    Arbitrary<AssignmentMethod> methods() {
        return Arbitraries.of(AssignmentMethod.values());
    }

    @Property
    void pull_never_assigns(@ForAll("requests") AssignmentRequest request) {
        assertThat(AssignmentStrategy.pull().choose(request)).isInstanceOf(AssignmentChoice.Nobody.class);
    }

    @Property
    @Tag("R29")
    @Tag("R31")
    void only_competent_members_on_duty_below_capacity_are_chosen_and_one_of_them_if_there_is_one(
            @ForAll("requests") AssignmentRequest request, @ForAll("methods") AssignmentMethod method) {
        AssignmentChoice choice = method.strategy()
                .belowCapacity()
                .onDuty()
                .competent(QUESTIONS_NEED_AMANDA)
                .choose(request);

        List<ActorId> possible = request.members().stream()
                .filter(member -> member.onDuty()
                        && member.belowCapacity()
                        && member.actor().certified(AMANDA, LocalDate.of(2007, 8, 1)))
                .map(member -> member.actor().id())
                .toList();
        if (choice instanceof AssignmentChoice.Member member) {
            assertThat(possible).contains(member.actor());
            assertThat(member.reason()).contains("on duty", "below capacity", "certified in amanda");
        } else {
            assertThat(method == AssignmentMethod.PULL || possible.isEmpty()).isTrue();
            assertThat(choice.reason()).isNotBlank();
        }
    }

    @Property
    void the_same_request_gives_the_same_choice(
            @ForAll("requests") AssignmentRequest request, @ForAll("methods") AssignmentMethod method) {
        AssignmentStrategy strategy = method.strategy().belowCapacity().onDuty();

        assertThat(strategy.choose(request)).isEqualTo(strategy.choose(request));
    }

    @Property
    void nobody_has_fewer_cases_than_whom_the_least_loaded_strategy_chooses(
            @ForAll("requests") AssignmentRequest request) {
        if (AssignmentStrategy.leastLoaded().choose(request) instanceof AssignmentChoice.Member chosen) {
            int open = request.members().stream()
                    .filter(member -> member.actor().id().equals(chosen.actor()))
                    .mapToInt(member -> member.load().open())
                    .sum();
            assertThat(request.members()).allMatch(member -> member.load().open() >= open);
        }
    }

    /** Steps of the clock are seconds, none among them: cases that come at one instant have no other order. */
    @Property
    void round_robin_is_fair_whatever_the_clock_does_between_two_cases(
            @ForAll("steps") List<Integer> steps, @ForAll("sizes") int size) {
        List<Candidate> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(new Candidate(member("member-" + i, ""), MemberLoad.none(), Optional.empty(), true));
        }
        Instant now = NOW;
        for (int step : steps) {
            now = now.plusSeconds(step);
            AssignmentChoice choice = AssignmentStrategy.roundRobin()
                    .choose(new AssignmentRequest(CASE, ImmutableList.copyOf(members), now));
            Instant at = now;
            members.replaceAll(member -> choice instanceof AssignmentChoice.Member chosen
                            && chosen.actor().equals(member.actor().id())
                    ? new Candidate(
                            member.actor(),
                            new MemberLoad(0, member.load().assignments() + 1, Optional.of(at)),
                            member.capacity(),
                            true)
                    : member);

            long most = members.stream()
                    .mapToLong(member -> member.load().assignments())
                    .max()
                    .orElseThrow();
            long least = members.stream()
                    .mapToLong(member -> member.load().assignments())
                    .min()
                    .orElseThrow();
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
        assertThat(members.stream()
                        .mapToLong(member -> member.load().assignments())
                        .sum())
                .isEqualTo(steps.size());
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, 2).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 5);
    }

    @Example
    void a_case_that_nobody_got_is_looked_at_again_when_somebody_comes_on_duty() {
        ServiceCalendar mornings = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "12:00")
                .build();
        AssignmentRule rule = AssignmentRule.builder()
                .group(GroupId.of("centre"))
                .method(AssignmentMethod.ROUND_ROBIN)
                .addDuty(new DutyShift(ActorId.of("karen"), mornings))
                .build();
        Instant evening = Instant.parse("2007-08-01T16:05:00Z");
        Instant morning = Instant.parse("2007-08-02T06:00:00Z");

        assertThat(rule.nextAttempt(evening, evening)).contains(morning);
        assertThat(rule.nextAttempt(evening, morning)).contains(Instant.parse("2007-08-02T06:05:00Z"));
        assertThat(rule.onDuty(ActorId.of("karen"), morning)).isTrue();
        assertThat(rule.onDuty(ActorId.of("bo"), morning)).isFalse();
    }

    @Property
    void the_next_attempt_lies_ahead_and_no_further_than_it_takes_to_try_again(@ForAll("steps") List<Integer> passed) {
        AssignmentRule rule = AssignmentRule.pull("centre").withRetry(Duration.ofSeconds(7));
        Instant now = NOW.plusSeconds(passed.stream().mapToInt(step -> step).sum());

        assertThat(rule.nextAttempt(NOW, now))
                .hasValueSatisfying(next -> assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(7)));
    }
}
