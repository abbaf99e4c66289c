package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** An organisation so small that every case can be looked at, and what properties that do so have in common. */
final class FiveGroups {
    static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("Small")
            .addTiers(
                    Tier.of("own", "Superusers"),
                    Tier.of("1st", "Centre").enteredThrough("centre"),
                    Tier.of("2nd", "BIT"),
                    Tier.of("3rd", "Others"))
            .contactTier(TierId.of("1st"))
            .addGroups(
                    SupportGroup.of("own", "Superusers", "own"),
                    SupportGroup.of("centre", "Centre", "1st"),
                    SupportGroup.of("phone", "Telephone", "1st"),
                    SupportGroup.of("bit", "BIT", "2nd").withSystems(SystemId.of("amanda")),
                    SupportGroup.of("law", "Law", "3rd").withKind(GroupKind.BUSINESS_SPECIALISTS))
            .addSystems(
                    new SupportedSystem(SystemId.of("amanda"), "Amanda"),
                    new SupportedSystem(SystemId.of("jobnet"), "Jobnet"))
            .build();

    private FiveGroups() {}

    /** These conditions, and what can be made of up to three of them. */
    static Arbitrary<Condition> combined(Arbitrary<Condition> leaf) {
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> leaf.map(Condition::negate),
                () -> Combinators.combine(leaf, leaf).as(Condition::and),
                () -> Combinators.combine(leaf, leaf).as(Condition::or),
                () -> Combinators.combine(leaf, leaf, leaf)
                        .as((a, b, c) -> a.and(b.or(c).negate())));
    }

    /** Where findings of these kinds are. */
    static Set<String> places(List<Finding> findings, FindingCode... codes) {
        return findings.stream()
                .filter(finding -> ImmutableSet.copyOf(codes).contains(finding.code()))
                .map(finding -> finding.place().pointer())
                .collect(Collectors.toSet());
    }

    /** Where routes fail, and how. */
    static Set<String> badRoutes(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.code().name().startsWith("ROUTE_"))
                .map(finding -> finding.place().pointer() + " " + finding.code())
                .collect(Collectors.toSet());
    }

    /** What verification calls a hand-over that the desk refuses. */
    static FindingCode code(Refusal refusal) {
        if (refusal instanceof Refusal.AlreadyInChain) {
            return FindingCode.ROUTE_LOOPS;
        } else if (refusal instanceof Refusal.DownwardHandOver) {
            return FindingCode.ROUTE_GOES_DOWN;
        } else if (refusal instanceof Refusal.SystemNotSupported) {
            return FindingCode.ROUTE_TO_GROUP_WITHOUT_SYSTEM;
        } else if (refusal instanceof Refusal.NotTheEntrance) {
            return FindingCode.ROUTE_BESIDE_ENTRANCE;
        } else if (refusal instanceof Refusal.WayNotDeclared) {
            return FindingCode.ROUTE_NOT_DECLARED;
        }
        if (refusal instanceof Refusal.ContactTierPassed) {
            return FindingCode.ROUTE_PASSES_CONTACT_TIER;
        }
        assertThat(refusal).isInstanceOf(Refusal.TierSkipped.class);
        return FindingCode.ROUTE_SKIPS_TIER;
    }
}
