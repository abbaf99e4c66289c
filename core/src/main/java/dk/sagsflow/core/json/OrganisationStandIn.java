package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.util.Optional;

/**
 * The names of an organisation in which something is wrong, as an organisation. Immutable.
 *
 * @param wrong what could not be read; empty if it is no JSON
 * @param asked what may be a name if the wrong one gives none
 */
record OrganisationStandIn(Optional<JsonPlace> wrong, ImmutableSet<String> asked) {
    /** Whether a group, for one, can be called this. */
    static boolean isName(String text) {
        try {
            return GroupId.of(text).value().equals(text);
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    SupportOrganisation organisation() {
        ImmutableList<String> tiers = names("tiers");
        TierId first = TierId.of(tiers.get(0));
        return SupportOrganisation.builder()
                .name("stands in")
                .addAllTiers(tiers.stream()
                        .map(name -> new Tier(TierId.of(name), name, Optional.empty()))
                        .toList())
                .contactTier(first)
                .addAllGroups(names("groups").stream()
                        .map(name -> SupportGroup.of(name, name, first.value()))
                        .toList())
                .addAllSystems(names("systems").stream()
                        .map(name -> new SupportedSystem(SystemId.of(name), name))
                        .toList())
                .addAllCompetences(names("competences").stream()
                        .map(OrganisationStandIn::skill)
                        .toList())
                .build();
    }

    private static Competence skill(String name) {
        return Competence.builder()
                .id(CompetenceId.of(name))
                .name(name)
                .kind(CompetenceKind.SKILL)
                .build();
    }

    private ImmutableList<String> names(String members) {
        ImmutableList<String> given = wrong.stream()
                .flatMap(root -> root.at(members).names("id").stream())
                .filter(OrganisationStandIn::isName)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<String> names = given.isEmpty()
                ? asked.stream().filter(OrganisationStandIn::isName).collect(ImmutableList.toImmutableList())
                : given;
        return names.isEmpty() ? ImmutableList.of("any") : names;
    }
}
