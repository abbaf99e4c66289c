package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_NEVER;
import static dk.sagsflow.verification.finding.FindingCode.ASSIGNMENT_OF_OTHERS;
import static dk.sagsflow.verification.finding.FindingCode.CERTIFICATE_DUE;
import static dk.sagsflow.verification.finding.FindingCode.COMPETENCE_MISSING;
import static dk.sagsflow.verification.finding.FindingCode.DUTY_GAP;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_FINDS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.GROUP_WITHOUT_MEMBERS;
import static dk.sagsflow.verification.finding.FindingCode.NOBODY_FROM_THEN_ON;
import static dk.sagsflow.verification.finding.FindingCode.NOBODY_TOLD_FOR_A_TIME;
import static dk.sagsflow.verification.finding.FindingCode.NO_LEAD_TO_DECIDE;
import static dk.sagsflow.verification.finding.FindingCode.PERSON_UNKNOWN;
import static dk.sagsflow.verification.finding.FindingCode.PERSON_WITHOUT_MAIL;
import static dk.sagsflow.verification.finding.FindingCode.SUPERUSER_NOT_CERTIFIED;
import static dk.sagsflow.verification.finding.FindingCode.UNIT_WITHOUT_SUPERUSER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.escalation.Reach;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.PlacedTarget;
import dk.sagsflow.verification.subject.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the people are there whom the model counts on (R17, R28, R29, R31); finds nothing if it is given none. */
final class PeopleArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        subject.people().ifPresent(people -> new Check(subject, people, findings).all());
    }

    private static final class Check {
        private final Subject subject;
        private final People people;
        private final Findings findings;
        private final LocalDate day;
        private final ImmutableMap<ActorId, Actor> actors;
        private final ImmutableList<CompetenceId> basics;

        Check(Subject subject, People people, Findings findings) {
            this.subject = subject;
            this.people = people;
            this.findings = findings;
            this.day = subject.from();
            this.actors = Maps.uniqueIndex(people.actors(), Actor::id);
            this.basics = subject.organisation().competences().stream()
                    .filter(competence -> competence.kind() == CompetenceKind.BASIC_MODULE)
                    .map(Competence::id)
                    .collect(ImmutableList.toImmutableList());
        }

        void all() {
            people.units().forEach(this::unit);
            for (int index = 0; index < people.customers().size(); index++) {
                superuser(index, people.customers().get(index));
            }
            subject.organisation().groups().forEach(this::group);
            subject.organisation()
                    .duty()
                    .forEach(duty -> person(Place.organisation("/duty"), duty, "the duty of the organisation"));
            deputies();
            escalations();
            reach();
            assignments();
        }

        private void assignments() {
            List<AssignmentRule> rules = subject.model().routing().assignments();
            for (int index = 0; index < rules.size(); index++) {
                if (rules.get(index).method() != AssignmentMethod.PULL) {
                    rule(Place.assignment(index), rules.get(index));
                }
            }
        }

        private void deputies() {
            for (int index = 0; index < people.actors().size(); index++) {
                Place place = Place.people("/actors/" + index + "/absences");
                people.actors().get(index).absences().stream()
                        .flatMap(absence -> absence.deputy().stream())
                        .filter(deputy -> !actors.containsKey(deputy))
                        .distinct()
                        .forEach(deputy ->
                                findings.add(PERSON_UNKNOWN, place, "%s, a deputy, is not among the people", deputy));
            }
        }

        private void unit(UnitId unit) {
            List<Customer> superusers = people.customers().stream()
                    .filter(customer -> customer.kind() == CustomerKind.SUPERUSER)
                    .filter(customer -> customer.unit().filter(unit::equals).isPresent())
                    .toList();
            if (superusers.stream()
                    .noneMatch(superuser -> uncertified(superuser).isEmpty())) {
                findings.add(
                        UNIT_WITHOUT_SUPERUSER,
                        Place.people("/customers"),
                        "%s has %s",
                        unit,
                        superusers.isEmpty() ? "no superuser" : "no superuser who is certified");
            }
        }

        private void superuser(int index, Customer customer) {
            if (customer.kind() != CustomerKind.SUPERUSER) {
                return;
            }
            for (CompetenceId module : uncertified(customer)) {
                boolean due = held(customer, module)
                        .filter(held -> held.stateOn(day) == CompetenceState.DUE)
                        .isPresent();
                findings.add(
                        due ? CERTIFICATE_DUE : SUPERUSER_NOT_CERTIFIED,
                        Place.people("/customers/" + index),
                        due ? "the certificate of %s in %s must be renewed" : "%s is not certified in %s",
                        customer.id(),
                        module);
            }
        }

        /** The basic modules that the superuser is not certified in. */
        private ImmutableList<CompetenceId> uncertified(Customer superuser) {
            return basics.stream()
                    .filter(module -> held(superuser, module)
                            .filter(held -> held.stateOn(day) == CompetenceState.CERTIFIED)
                            .isEmpty())
                    .collect(ImmutableList.toImmutableList());
        }

        private Optional<HeldCompetence> held(Customer superuser, CompetenceId module) {
            return people.actors().stream()
                    .filter(actor ->
                            actor.customer().filter(superuser.id()::equals).isPresent())
                    .flatMap(actor -> actor.competence(module).stream())
                    .findFirst();
        }

        private void group(SupportGroup group) {
            if (members(group.id()).findAny().isEmpty()) {
                findings.add(GROUP_WITHOUT_MEMBERS, subject.place(group), "nobody works in %s", group.id());
            }
            group.lead().ifPresent(lead -> lead(group, lead));
        }

        private void lead(SupportGroup group, ActorId lead) {
            person(subject.place(group), lead, "the lead of " + group.id());
            Optional<Actor> known = Optional.ofNullable(actors.get(lead));
            boolean outside = known.filter(actor -> !actor.memberships().contains(group.id()))
                    .isPresent();
            if (outside && subject.model().routing().handOverLimit().isPresent()) {
                String words =
                        "%s, the lead of %s, does not work in it and cannot decide about cases that go to and fro";
                findings.add(NO_LEAD_TO_DECIDE, subject.place(group), words, lead, group.id());
            }
        }

        private void person(Place place, ActorId id, String role) {
            Optional<Actor> actor = Optional.ofNullable(actors.get(id));
            if (actor.isEmpty()) {
                findings.add(PERSON_UNKNOWN, place, "%s, %s, is not among the people", id, role);
            } else if (actor.flatMap(Actor::mailAddress).isEmpty()) {
                findings.add(PERSON_WITHOUT_MAIL, place, "%s, %s, has no mail address", id, role);
            }
        }

        private void escalations() {
            for (PlacedTarget placed : subject.selection().targets()) {
                List<Threshold> thresholds = placed.target().thresholds();
                for (int i = 0; i < thresholds.size(); i++) {
                    Place place = placed.place(i);
                    thresholds.get(i).actions().stream()
                            .filter(ThresholdAction.EscalateTo.class::isInstance)
                            .map(action -> ((ThresholdAction.EscalateTo) action).actor())
                            .forEach(told -> person(place, told, "whom a threshold escalates to"));
                }
            }
        }

        private void rule(Place place, AssignmentRule rule) {
            Stream.concat(rule.duty().stream().map(shift -> shift.member()), rule.capacities().keySet().stream())
                    .distinct()
                    .filter(member ->
                            members(rule.group()).noneMatch(actor -> actor.id().equals(member)))
                    .forEach(member ->
                            findings.add(ASSIGNMENT_OF_OTHERS, place, "%s does not work in %s", member, rule.group()));
            competences(place, rule);
        }

        /** A case needs all that its rules ask for of one member, who has a capacity, is there and on duty then. */
        private void competences(Place place, AssignmentRule rule) {
            ImmutableList<CompetenceId> missing = rule.competences().stream()
                    .map(CompetenceRule::needs)
                    .distinct()
                    .filter(needed -> members(rule.group()).noneMatch(actor -> actor.certified(needed, day)))
                    .collect(ImmutableList.toImmutableList());
            missing.forEach(needed ->
                    findings.add(COMPETENCE_MISSING, place, "nobody of %s is certified in %s", rule.group(), needed));
            Optional<SupportGroup> group = subject.organisation().group(rule.group());
            List<Actor> members = members(rule.group()).toList();
            if (group.isEmpty() || members.isEmpty()) {
                return;
            }
            Staff staff = Staff.of(subject, members, rule, group.get());
            if (!staff.anybody(start(0), start(1))) {
                String words =
                        "no member of %s has a capacity above 0 and is ever there and on duty in the year from %s";
                findings.add(ASSIGNMENT_NEVER, place, words, rule.group(), day);
            } else if (missing.isEmpty()) {
                together(place, staff);
            }
        }

        private Instant start(int years) {
            return day.plusYears(years).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        private void together(Place place, Staff staff) {
            SupportGroup group = staff.group();
            CaseSet left = staff.left(start(0), start(1));
            if (left.some()) {
                String words =
                        "nobody of %s with a capacity who is there and on duty now and then is certified in all that"
                                + " these cases need together";
                findings.add(COMPETENCE_MISSING, place, left.exampleAt(group), words, group.id());
            }
            gap(place, staff, left);
            nobodyLater(place, staff, left);
        }

        private void nobodyLater(Place place, Staff staff, CaseSet left) {
            CaseSet later = staff.left(start(1), start(2)).minus(left);
            if (later.some()) {
                SupportGroup group = staff.group();
                String words = "from %s on nobody of %s can be given these cases: certificates, duty or presence end";
                Instant since = staff.lastChance(start(0), start(2), left);
                findings.add(
                        NOBODY_FROM_THEN_ON,
                        place,
                        later.exampleAt(group).startingAt(since),
                        words,
                        LocalDate.ofInstant(since, ZoneOffset.UTC),
                        group.id());
            }
        }

        /** Hours at which a limit counts and nobody can be given some cases, besides those that nobody ever can. */
        private void gap(Place place, Staff staff, CaseSet never) {
            if (AssignmentArea.gap(subject, staff.rule(), staff.group()).isPresent()) {
                return;
            }
            AssignmentArea.opening(subject, staff.group()).stream()
                    .flatMap(open -> staff.firstWithout(open, start(0), start(1), never).stream())
                    .findFirst()
                    .ifPresent(without -> findings.add(
                            DUTY_GAP,
                            place,
                            without.cases().exampleAt(staff.group()).startingAt(without.since()),
                            "%s is open from %s and nobody who can be given these cases is there and on duty",
                            staff.group().id(),
                            without.since()));
        }

        /** Whether somebody can be told of limits that escalate to a lead, or to nobody else, all the year (R17). */
        private void reach() {
            Reach reach = new Reach(subject.organisation(), Directory.of(people.actors(), people.customers()));
            List<Absence> absences = people.actors().stream()
                    .flatMap(actor -> actor.absences().stream())
                    .filter(absence ->
                            absence.from().isBefore(start(1)) && absence.until().isAfter(start(0)))
                    .toList();
            escalating()
                    .filter(group -> reach.atLeast(group.id()).findAny().isPresent())
                    .forEach(group -> reach(group, reach, absences));
        }

        private Stream<SupportGroup> escalating() {
            return subject.organisation().groups().stream()
                    .filter(group -> subject.selection().targets().stream()
                            .filter(placed -> placed.target().measure().concernsCustomer()
                                    || placed.agreement().provider().includes(Subject.station(group)))
                            .flatMap(placed -> placed.target().thresholds().stream())
                            .anyMatch(threshold -> toLeadsAlone(threshold, group)));
        }

        private boolean toLeadsAlone(Threshold threshold, SupportGroup late) {
            return !threshold.actions().isEmpty()
                    && threshold.actions().stream().noneMatch(action -> Told.somebody(subject, action, late));
        }

        /** Nobody else goes away but when an absence begins, and nobody else comes but when one ends. */
        private void reach(SupportGroup group, Reach reach, List<Absence> absences) {
            Predicate<Instant> silent =
                    at -> reach.first(reach.atLeast(group.id()), at).isEmpty();
            Optional<Instant> since = Stream.concat(
                            Stream.of(start(0)), absences.stream().map(Absence::from))
                    .filter(at -> !at.isBefore(start(0)))
                    .sorted()
                    .filter(silent)
                    .findFirst();
            boolean ever = Stream.concat(Stream.of(start(0)), absences.stream().map(Absence::until))
                    .filter(at -> at.isBefore(start(1)))
                    .anyMatch(silent.negate());
            since.ifPresent(at -> nobodyTold(group, reach, ever ? Optional.of(at) : Optional.empty()));
        }

        /** From some day on, or never. */
        private void nobodyTold(SupportGroup group, Reach reach, Optional<Instant> since) {
            findings.add(
                    since.isPresent() ? NOBODY_TOLD_FOR_A_TIME : ESCALATION_FINDS_NOBODY,
                    subject.place(group),
                    "nobody can be told of a limit of %s%s: of %s everybody is unknown, away or reads no mail",
                    group.id(),
                    since.map(at -> " from " + at).orElse(""),
                    reach.atLeast(group.id()).map(ActorId::value).distinct().collect(Collectors.joining(", ")));
        }

        private Stream<Actor> members(GroupId group) {
            return people.actors().stream().filter(actor -> actor.memberships().contains(group));
        }
    }
}
