package dk.sagsflow.verification.area;

import static dk.sagsflow.verification.finding.FindingCode.AGREEMENT_UPSIDE_DOWN;
import static dk.sagsflow.verification.finding.FindingCode.CONTRACT_WITHOUT_SUPPLIER;
import static dk.sagsflow.verification.finding.FindingCode.ENTRANCE_WITHOUT_SYSTEM;
import static dk.sagsflow.verification.finding.FindingCode.PROMISED_BY_OTHERS;
import static dk.sagsflow.verification.finding.FindingCode.SLA_WITHOUT_CUSTOMERS;
import static dk.sagsflow.verification.finding.FindingCode.SUPPLIER_WITHOUT_CONTRACT;
import static dk.sagsflow.verification.finding.FindingCode.SYSTEM_STOPS_AT_TIER;
import static dk.sagsflow.verification.finding.FindingCode.SYSTEM_WITHOUT_SUPPLIER;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.subject.Subject;
import java.util.List;

/** Suppliers and their contracts, systems and who supports them, and between whom agreements stand. */
final class OrganisationArea implements Area {
    @Override
    public void verify(Subject subject, Findings findings) {
        suppliers(subject, findings);
        for (SupportedSystem system : subject.organisation().systems()) {
            system(subject, system, findings);
        }
        for (int i = 0; i < subject.model().agreements().all().size(); i++) {
            agreement(subject, i, findings);
        }
    }

    private static void suppliers(Subject subject, Findings findings) {
        ImmutableList<ImmutableList<Agreement>> inForce = subject.agreementsInForce();
        for (SupportGroup group : subject.organisation().groups()) {
            if (group.kind() == GroupKind.SUPPLIER
                    && !inForce.stream().allMatch(agreements -> bound(agreements, group))) {
                boolean sometimes = bound(subject.model().agreements().all(), group);
                findings.add(
                        SUPPLIER_WITHOUT_CONTRACT,
                        subject.place(group),
                        "supplier %s has no underpinning contract%s",
                        group.id(),
                        sometimes ? " that holds for every case from " + subject.from() + " on" : "");
            }
        }
    }

    private static boolean bound(ImmutableList<Agreement> agreements, SupportGroup supplier) {
        return agreements.stream()
                .anyMatch(agreement -> agreement.kind() == AgreementKind.UNDERPINNING_CONTRACT
                        && agreement.provider().includes(Subject.station(supplier)));
    }

    private static void system(Subject subject, SupportedSystem system, Findings findings) {
        Place place = Place.organisation(
                "/systems/" + subject.organisation().systems().indexOf(system));
        if (subject.organisation().groups().stream()
                .noneMatch(group -> group.kind() == GroupKind.SUPPLIER && group.supports(system.id()))) {
            findings.add(SYSTEM_WITHOUT_SUPPLIER, place, "no supplier supports system %s", system.id());
        }
        for (Tier tier : subject.organisation().tiers()) {
            system(subject, system.id(), tier.id(), place, findings);
        }
    }

    private static void system(Subject subject, SystemId system, TierId tier, Place place, Findings findings) {
        List<SupportGroup> groups = subject.organisation().groupsAt(tier).toList();
        boolean supported = groups.stream().anyMatch(group -> group.supports(system));
        boolean enters = subject.entrances(tier).stream().anyMatch(group -> group.supports(system));
        if (!supported && !groups.isEmpty() && subject.rank(tier) > subject.contactRank()) {
            findings.add(SYSTEM_STOPS_AT_TIER, place, "no group of tier %s supports system %s", tier, system);
        } else if (supported && !enters && subject.rank(tier) > 0) {
            String words = "cases of system %s cannot come into tier %s, although a group there supports it";
            findings.add(ENTRANCE_WITHOUT_SYSTEM, place, words, system, tier);
        }
    }

    private static void agreement(Subject subject, int index, Findings findings) {
        Agreement agreement = subject.model().agreements().all().get(index);
        Parties parties = new Parties(
                agreement, groups(subject, agreement.provider()), groups(subject, agreement.consumer()), subject);
        Place place = Place.agreement(index);
        String id = agreement.id();
        String provider = agreement.provider().describe();
        String consumer = agreement.consumer().describe();
        if (parties.contractOfOthers()) {
            String words = "contract %s is promised by %s, which is no supplier";
            findings.add(CONTRACT_WITHOUT_SUPPLIER, place, words, id, provider);
        }
        if (agreement.kind() == AgreementKind.SLA && !parties.withCustomers()) {
            findings.add(SLA_WITHOUT_CUSTOMERS, place, "service level agreement %s stands with %s", id, consumer);
        }
        if (parties.withCustomers() && parties.beyondContactTier()) {
            String words = "agreement %s with %s is promised by %s, which never answers them";
            findings.add(PROMISED_BY_OTHERS, place, words, id, consumer, provider);
        }
        if (parties.upsideDown()) {
            String words = "in agreement %s %s promises something to %s, which is farther from the customer";
            findings.add(AGREEMENT_UPSIDE_DOWN, place, words, id, provider, consumer);
        }
    }

    /** Between whom an agreement stands. */
    private record Parties(
            Agreement agreement, List<SupportGroup> providers, List<SupportGroup> consumers, Subject subject) {
        boolean withCustomers() {
            return !agreement.consumer().customers().isEmpty();
        }

        boolean contractOfOthers() {
            return agreement.kind() == AgreementKind.UNDERPINNING_CONTRACT
                    && !providers.isEmpty()
                    && providers.stream().noneMatch(group -> group.kind() == GroupKind.SUPPLIER);
        }

        boolean beyondContactTier() {
            return providers.stream().anyMatch(group -> subject.rank(group) > subject.contactRank());
        }

        boolean upsideDown() {
            return providers.stream()
                    .anyMatch(provider ->
                            consumers.stream().anyMatch(consumer -> subject.rank(provider) < subject.rank(consumer)));
        }
    }

    private static List<SupportGroup> groups(Subject subject, Party party) {
        return subject.organisation().groups().stream()
                .filter(group -> party.includes(Subject.station(group)))
                .toList();
    }
}
