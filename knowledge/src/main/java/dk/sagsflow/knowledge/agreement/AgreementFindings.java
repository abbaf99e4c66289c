package dk.sagsflow.knowledge.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleFindingCode;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.people.PersonRole;
import dk.sagsflow.knowledge.people.Unit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody should see to about agreements, unit by unit. Immutable. */
record AgreementFindings(SuperuserAgreements agreements, PeopleSnapshot there, LocalDate today, LocalDate soon) {
    ImmutableList<PeopleFinding> all() {
        return there.units().stream().flatMap(this::of).collect(ImmutableList.toImmutableList());
    }

    private Stream<PeopleFinding> of(Unit unit) {
        Stream<PeopleFinding> missing = unit.kind().needsSuperuser() ? missing(unit) : Stream.empty();
        Stream<PeopleFinding> running = agreements
                .allInForce(unit.id(), today)
                .flatMap(file ->
                        Stream.concat(Stream.of(runsOut(file), overdue(file)).flatMap(Optional::stream), used(file)));
        return Stream.concat(missing, running);
    }

    private Stream<PeopleFinding> missing(Unit unit) {
        if (there.having(PersonRole.SUPERUSER, unit.id()).isEmpty()) {
            return Stream.of(new PeopleFinding(
                    PeopleFindingCode.UNIT_WITHOUT_SUPERUSER, unit.id().value(), ImmutableMap.of("unit", unit.name())));
        }
        return covered(unit.id(), today).isEmpty()
                ? Stream.of(new PeopleFinding(
                        PeopleFindingCode.UNIT_WITHOUT_AGREEMENT,
                        unit.id().value(),
                        ImmutableMap.of("unit", unit.name())))
                : Stream.empty();
    }

    /** The superusers of a unit that an agreement is about which is in force on this day. */
    private ImmutableSet<ActorId> covered(UnitId unit, LocalDate day) {
        return agreements
                .allInForce(unit, day)
                .flatMap(file -> present(file).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Of those whom it is about, those who are superusers of its unit still. */
    private ImmutableSet<ActorId> present(AgreementFile file) {
        AgreementParties parties = file.agreement().parties();
        return there.having(PersonRole.SUPERUSER, parties.unit()).stream()
                .map(entry -> entry.person().id())
                .filter(parties.superusers()::contains)
                .collect(ImmutableSet.toImmutableSet());
    }

    private Optional<PeopleFinding> runsOut(AgreementFile file) {
        LocalDate until = file.agreement().period().until();
        UnitId unit = file.agreement().parties().unit();
        boolean over = !until.isAfter(soon) && !covered(unit, until).containsAll(present(file));
        return over
                ? Optional.of(found(
                        PeopleFindingCode.AGREEMENT_RUNS_OUT, file, ImmutableMap.of("unit", unit, "until", until)))
                : Optional.empty();
    }

    private Optional<PeopleFinding> overdue(AgreementFile file) {
        return file.nextFollowUp()
                .filter(day -> day.isBefore(today))
                .map(day -> found(PeopleFindingCode.FOLLOW_UP_OVERDUE, file, ImmutableMap.of("day", day)));
    }

    /** What was agreed for the whole time is used up. */
    private Stream<PeopleFinding> used(AgreementFile file) {
        SuperuserAgreement agreement = file.agreement();
        long days = agreement
                .period()
                .days(agreement.period().from(), agreement.period().until());
        return agreements.accounts(agreement, today.plusDays(1)).stream()
                .filter(account -> account.used().compareTo(agreement.expected().of(account.work(), days)) > 0)
                .map(account -> found(
                        PeopleFindingCode.TIME_EXCEEDED,
                        file,
                        ImmutableMap.of("person", account.person(), "used", account.used(), "work", account.work())));
    }

    private static PeopleFinding found(PeopleFindingCode code, AgreementFile file, ImmutableMap<String, Object> facts) {
        return new PeopleFinding(code, file.agreement().id().value(), facts);
    }
}
