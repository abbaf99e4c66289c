package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;

/** Agreements made by chance, between all tiers of an organisation and with its suppliers. Not thread-safe. */
final class RandomAgreements {
    /** In the week in which models are played. */
    private static final Instant LATER = Instant.parse("2007-09-05T12:00:00Z");

    private final Chance chance;
    private final SupportOrganisation organisation;
    private final int tiers;
    private final int contact;

    RandomAgreements(Chance chance, SupportOrganisation organisation) {
        this.chance = chance;
        this.organisation = organisation;
        this.tiers = organisation.tiers().size();
        this.contact = organisation.rank(organisation.contactTier());
    }

    Agreements made() {
        ImmutableList.Builder<Agreement> all = ImmutableList.builder();
        all.addAll(versions(customers()));
        for (int rank = 0; rank < tiers; rank++) {
            Party consumer = rank == 0 ? new Party.EveryCustomer() : new Party.OfTier(tier(rank - 1));
            all.add(limits("tier-" + rank, AgreementKind.OLA, new Party.OfTier(tier(rank)), consumer, rank));
        }
        organisation.groups().stream()
                .filter(group -> group.kind() == GroupKind.SUPPLIER)
                .filter(group -> chance.of(97))
                .map(this::contract)
                .forEach(all::add);
        return Agreements.of(all.build());
    }

    /** An agreement that now and then had a version before, which promised no more, and maybe less. */
    private ImmutableList<Agreement> versions(Agreement agreement) {
        if (!chance.of(15)) {
            return ImmutableList.of(agreement);
        }
        ImmutableList<Target> before = agreement
                .targets()
                .subList(0, chance.between(1, agreement.targets().size()));
        return ImmutableList.of(
                agreement.withTargets(before).withVersion("before"),
                agreement.withVersion("later").withValidFrom(LATER));
    }

    private Agreement contract(SupportGroup supplier) {
        int rank = organisation.rank(supplier.tier());
        return limits(
                "contract-" + supplier.id(),
                AgreementKind.UNDERPINNING_CONTRACT,
                new Party.OfGroup(supplier.id()),
                new Party.OfTier(tier(rank - 1)),
                rank);
    }

    private Agreement customers() {
        Agreement.Builder customers = agreement("customers", AgreementKind.SLA, new Party.OfTier(tier(contact)))
                .consumer(new Party.EveryCustomer())
                .addTarget(target("first", Measure.FIRST_RESPONSE, 4, chance.hours()))
                .addTarget(target("resolution", Measure.RESOLUTION, 200, chance.hours()));
        if (chance.of(50)) {
            customers.addTarget(target("urgent", Measure.RESOLUTION, 40, chance.hours())
                    .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1", "P2")));
        }
        words(customers);
        if (chance.of(20)) {
            customers.priorityMatrix(chance.matrix());
        }
        parts(customers);
        return customers.build();
    }

    /** Limits for the time between words. */
    private void words(Agreement.Builder customers) {
        if (chance.of(30)) {
            customers.addTarget(target("update", Measure.UPDATE_INTERVAL, 24, chance.hours()));
        }
        if (chance.of(30)) {
            customers.addTarget(target("next", Measure.NEXT_RESPONSE, 8, chance.hours()));
        }
    }

    /** Limits for a part of the way to the answer. */
    private void parts(Agreement.Builder customers) {
        if (chance.of(25)) {
            customers.addTarget(target("first word", Measure.RESOLUTION, 60, chance.hours())
                    .withSpan(Span.until(EventKind.ANSWERED, EventKind.NOTE_ADDED)));
        }
        if (chance.of(25)) {
            Span.Break elsewhere = new Span.Break(
                    ImmutableSet.of(EventKind.HANDED_OVER), ImmutableSet.of(EventKind.ANSWERED, EventKind.GIVEN_BACK));
            customers.addTarget(target("own time", Measure.RESOLUTION, 100, chance.hours())
                    .withSpan(Span.builder().addPausedBetween(elsewhere).build()));
        }
    }

    private Agreement limits(String id, AgreementKind kind, Party provider, Party consumer, int rank) {
        ServiceCalendar hours = chance.hours();
        Agreement.Builder agreement = agreement(id, kind, provider).consumer(consumer);
        lying(agreement, hours, rank);
        if (chance.of(15)) {
            agreement.priorityMatrix(chance.matrix());
        }
        if (rank > 0) {
            agreement.addTarget(target("answer", Measure.ANSWER, 60, hours));
        }
        return agreement.build();
    }

    /** Limits for the time in which a case lies at a group. */
    private void lying(Agreement.Builder agreement, ServiceCalendar hours, int rank) {
        Measure lying = chance.of(80) ? Measure.RESIDENCE : Measure.CUMULATIVE_RESIDENCE;
        agreement.addTarget(limit("residence", lying, 8 * (rank + 1), hours, rank));
        if (chance.of(40)) {
            agreement.addTarget(limit("acceptance", Measure.ACCEPTANCE, 2, hours, rank));
        }
        if (chance.of(50)) {
            Target urgent = limit("urgent", lying, 4, hours, rank);
            agreement.addTarget(urgent.withAppliesTo(chance.oneIn(CaseField.PRIORITY, Priority.values())));
        }
        if (chance.of(20)) {
            agreement.addTarget(target("hands on", lying, 6 * (rank + 1), hours)
                    .withSpan(Span.from(EventKind.ACCEPTED, EventKind.ASSIGNED)));
        }
    }

    private static Agreement.Builder agreement(String id, AgreementKind kind, Party provider) {
        return Agreement.builder().id(id).name(id).kind(kind).provider(provider);
    }

    /** One whose thresholds may also send the case to the next tier. */
    private Target limit(String id, Measure measure, int hours, ServiceCalendar calendar, int rank) {
        Target plain = target(id, measure, hours, calendar);
        return rank < tiers - 1 && measure != Measure.ACCEPTANCE && chance.of(50)
                ? plain.withThresholds(
                        Threshold.at(75, new ThresholdAction.NotifyWorkingGroup()),
                        Threshold.at(100, new ThresholdAction.EscalateFunctionally()))
                : plain;
    }

    private Target target(String id, Measure measure, int hours, ServiceCalendar calendar) {
        Target.Builder target = Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofHours(hours)))
                .calendar(calendar)
                .addThreshold(Threshold.at(100, telling()));
        if (measure != Measure.FIRST_RESPONSE && chance.of(60)) {
            target.addPausedBy(WaitingFor.CUSTOMER);
        }
        return target.build();
    }

    private ThresholdAction telling() {
        return switch (chance.between(0, 3)) {
            case 0 -> new ThresholdAction.EscalateToLead();
            case 1 -> new ThresholdAction.NotifyGroup(organisation.contactEntrance());
            default -> new ThresholdAction.NotifyWorkingGroup();
        };
    }

    private TierId tier(int rank) {
        return organisation.tiers().get(rank).id();
    }
}
