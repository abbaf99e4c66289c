package dk.sagsflow.verification.area;

import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportedSystem;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.verification.finding.FindingCode;
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
        for (SupportGroup group : subject.organisation().groups()) {
            boolean bound = subject.model().agreements().all().stream()
                    .anyMatch(agreement -> agreement.kind() == AgreementKind.UNDERPINNING_CONTRACT
                            && agreement.provider().includes(Subject.station(group)));
            if (group.kind() == GroupKind.SUPPLIER && !bound) {
                findings.add(
                        FindingCode.SUPPLIER_WITHOUT_CONTRACT,
                        subject.place(group),
                        "supplier %s has no underpinning contract",
                        group.id());
            }
        }
    }

    private static void system(Subject subject, SupportedSystem system, Findings findings) {
        Place place = Place.organisation(
                "/systems/" + subject.organisation().systems().indexOf(system));
        if (subject.organisation().groups().stream()
                .noneMatch(group -> group.kind() == GroupKind.SUPPLIER && group.supports(system.id()))) {
            findings.add(FindingCode.SYSTEM_WITHOUT_SUPPLIER, place, "no supplier supports system %s", system.id());
        }
        for (Tier tier : subject.organisation().tiers()) {
            List<SupportGroup> groups =
                    subject.organisation().groupsAt(tier.id()).toList();
            boolean supported = groups.stream().anyMatch(group -> group.supports(system.id()));
            boolean enters = subject.entrances(tier.id()).stream().anyMatch(group -> group.supports(system.id()));
            if (!supported && !groups.isEmpty() && subject.rank(tier.id()) > subject.contactRank()) {
                findings.add(
                        FindingCode.SYSTEM_STOPS_AT_TIER,
                        place,
                        "no group of tier %s supports system %s",
                        tier.id(),
                        system.id());
            } else if (supported && !enters && subject.rank(tier.id()) > 0) {
                findings.add(
                        FindingCode.ENTRANCE_WITHOUT_SYSTEM,
                        place,
                        "cases of system %s cannot come into tier %s, although a group there supports it",
                        system.id(),
                        tier.id());
            }
        }
    }

    private static void agreement(Subject subject, int index, Findings findings) {
        Agreement agreement = subject.model().agreements().all().get(index);
        List<SupportGroup> providers = groups(subject, agreement.provider());
        List<SupportGroup> consumers = groups(subject, agreement.consumer());
        boolean withCustomers =
                agreement.consumer() instanceof Party.EveryCustomer || agreement.consumer() instanceof Party.Customers;
        if (agreement.kind() == AgreementKind.UNDERPINNING_CONTRACT
                && !providers.isEmpty()
                && providers.stream().noneMatch(group -> group.kind() == GroupKind.SUPPLIER)) {
            findings.add(
                    FindingCode.CONTRACT_WITHOUT_SUPPLIER,
                    Place.agreement(index),
                    "contract %s is promised by %s, which is no supplier",
                    agreement.id(),
                    agreement.provider().describe());
        }
        if (agreement.kind() == AgreementKind.SLA && !withCustomers) {
            findings.add(
                    FindingCode.SLA_WITHOUT_CUSTOMERS,
                    Place.agreement(index),
                    "service level agreement %s stands with %s",
                    agreement.id(),
                    agreement.consumer().describe());
        }
        if (withCustomers && providers.stream().anyMatch(group -> subject.rank(group) > subject.contactRank())) {
            findings.add(
                    FindingCode.PROMISED_BY_OTHERS,
                    Place.agreement(index),
                    "agreement %s with %s is promised by %s, which never answers them",
                    agreement.id(),
                    agreement.consumer().describe(),
                    agreement.provider().describe());
        }
        if (providers.stream()
                .anyMatch(provider ->
                        consumers.stream().anyMatch(consumer -> subject.rank(provider) < subject.rank(consumer)))) {
            findings.add(
                    FindingCode.AGREEMENT_UPSIDE_DOWN,
                    Place.agreement(index),
                    "in agreement %s %s promises something to %s, which is farther from the customer",
                    agreement.id(),
                    agreement.provider().describe(),
                    agreement.consumer().describe());
        }
    }

    private static List<SupportGroup> groups(Subject subject, Party party) {
        return subject.organisation().groups().stream()
                .filter(group -> party.includes(Subject.station(group)))
                .toList();
    }
}
