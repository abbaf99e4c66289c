package dk.sagsflow.core.json;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Walks the JSON of one organisation and collects every problem. Not thread-safe. */
final class OrganisationReading {
    private static final String[] MEMBERS = {
        "$schema",
        "format",
        "version",
        "name",
        "tiers",
        "contactTier",
        "groups",
        "systems",
        "attributes",
        "competences",
        "duty",
        "ages",
        "priorities"
    };

    private static final String A_NAME = "a name, not blank";
    private static final String AN_ID = "an id without space around it";

    private final JsonPlace root;
    private final ImmutableMap<String, TierId> tiers;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, SystemId> systems;

    OrganisationReading(JsonPlace root) {
        this.root = root;
        this.tiers = ids("tiers", TierId::of);
        this.groups = ids("groups", GroupId::of);
        this.systems = ids("systems", SystemId::of);
    }

    private <T> ImmutableMap<String, T> ids(String members, Function<String, T> id) {
        ImmutableSet<String> usable = root.at(members).names("id").stream()
                .filter(OrganisationStandIn::isName)
                .collect(ImmutableSet.toImmutableSet());
        return ImmutableMap.copyOf(Maps.asMap(usable, id::apply));
    }

    Optional<SupportOrganisation> organisation() {
        if (!root.readable(OrganisationJson.FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly(MEMBERS);
        checkNames();
        Optional<String> name = root.at("name").text(A_NAME);
        ImmutableList<Tier> tierList = root.at("tiers").atLeastOne("an array of tiers", this::tier);
        Optional<TierId> contact = root.at("contactTier").oneOf("tiers", tiers);
        ImmutableList<SupportGroup> groupList = root.at("groups").atLeastOne("an array of groups", this::group);
        checkEntrances();
        ImmutableList<SupportedSystem> systemList =
                root.at("systems").all("an array of systems", OrganisationReading::system);
        ImmutableList<AttributeDefinition> attributes =
                root.at("attributes").all("an array of attributes", OrganisationReading::attribute);
        ImmutableList<Competence> competences = root.at("competences").all("an array of competences", this::competence);
        ImmutableList<ActorId> duty =
                root.at("duty").all("an array of actor ids", value -> value.parsed("an actor id", ActorId::of));
        Optional<AgeBuckets> ages = root.at("ages").ifPresent(OrganisationReading::ages);
        Optional<PriorityMatrix> priorities = root.at("priorities").ifPresent(PriorityMatrixJson::read);
        return root.made(() -> SupportOrganisation.builder()
                .name(name.orElseThrow())
                .addAllTiers(tierList)
                .contactTier(contact.orElseThrow())
                .addAllGroups(groupList)
                .addAllSystems(systemList)
                .addAllAttributes(attributes)
                .addAllCompetences(competences)
                .addAllDuty(duty)
                .ages(ages.orElseGet(AgeBuckets::standard))
                .priorityMatrix(priorities.orElseGet(PriorityMatrix::standard))
                .build());
    }

    private static Optional<AgeBuckets> ages(JsonPlace place) {
        ImmutableList.Builder<Duration> ages = ImmutableList.builder();
        Duration before = Duration.ZERO;
        for (JsonPlace each : place.elements("an array of ages")) {
            Optional<Duration> age =
                    each.parsed("an ISO 8601 duration of whole minutes as PT8H or P3D", OrganisationReading::age);
            if (age.isPresent() && age.get().compareTo(before) <= 0) {
                each.report("an age is longer than " + (before.isZero() ? "no time" : before + " before it"));
            }
            age.ifPresent(ages::add);
            before = age.orElse(before);
        }
        return place.made(() -> new AgeBuckets(ages.build()));
    }

    private static Duration age(String text) {
        Duration age = Bounds.duration("the age", Duration.parse(text));
        checkArgument(age.equals(Duration.ofMinutes(age.toMinutes())), "part of a minute");
        return age;
    }

    private void checkNames() {
        root.at("tiers").checkUnique("tier", "id");
        root.at("groups").checkUnique("group", "id");
        root.at("systems").checkUnique("system", "id");
        root.at("attributes").checkUnique("attribute", "id");
        root.at("competences").checkUnique("competence", "id");
    }

    private void checkEntrances() {
        ImmutableListMultimap<String, String> groupsByTier = members("groups")
                .filter(group -> group.at("id").isText() && group.at("tier").isText())
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        group -> text(group, "tier"), group -> text(group, "id")));
        members("tiers")
                .filter(tier -> tier.at("id").isText() && tier.at("entrance").isText())
                .forEach(tier -> checkEntrance(tier, groupsByTier));
    }

    private void checkEntrance(JsonPlace tier, ImmutableListMultimap<String, String> groupsByTier) {
        String entrance = text(tier, "entrance");
        ImmutableList<String> own = groupsByTier.get(text(tier, "id"));
        ImmutableList<String> at = groupsByTier.inverse().get(entrance);
        if (!own.contains(entrance) && !at.isEmpty()) {
            tier.at("entrance")
                    .report(entrance + " works at tier " + at.get(0) + "; the entrance of " + text(tier, "id")
                            + " is one of its own groups"
                            + (own.isEmpty() ? ", and it has none" : ", " + String.join(", ", own)));
        }
    }

    private Stream<JsonPlace> members(String list) {
        JsonPlace place = root.at(list);
        return place.isArray() ? place.elements("an array").stream() : Stream.of();
    }

    private static String text(JsonPlace place, String key) {
        return place.at(key).anyText("a text").orElse("");
    }

    private Optional<Tier> tier(JsonPlace place) {
        place.allowOnly("id", "name", "entrance");
        Optional<TierId> id = place.at("id").parsed(AN_ID, TierId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        Optional<GroupId> entrance = place.at("entrance").ifPresent(group -> group.oneOf("groups", groups));
        return place.made(() -> new Tier(id.orElseThrow(), name.orElseThrow(), entrance));
    }

    private Optional<SupportGroup> group(JsonPlace place) {
        place.allowOnly("id", "name", "tier", "kind", "systems", "lead", "mail", "language");
        Optional<GroupId> id = place.at("id").parsed(AN_ID, GroupId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        Optional<TierId> tier = place.at("tier").oneOf("tiers", tiers);
        Optional<GroupKind> kind = place.at("kind").ifPresent(value -> value.constant(GroupKind.class));
        ImmutableList<SystemId> supported =
                place.at("systems").all("an array of systems", system -> system.oneOf("systems", systems));
        Optional<ActorId> lead = place.at("lead").ifPresent(value -> value.parsed("an actor id", ActorId::of));
        Optional<String> mail = place.at("mail").ifPresent(value -> value.text("a mail address"));
        Optional<Locale> language =
                place.at("language").ifPresent(value -> value.parsed("a language such as en", PeopleJson::language));
        return place.made(() -> {
            SupportGroup.Builder builder = SupportGroup.builder()
                    .id(id.orElseThrow())
                    .name(name.orElseThrow())
                    .tier(tier.orElseThrow())
                    .kind(kind.orElse(GroupKind.INTERNAL))
                    .addAllSystems(supported)
                    .lead(lead)
                    .mailAddress(mail);
            language.ifPresent(builder::language);
            return builder.build();
        });
    }

    private static Optional<SupportedSystem> system(JsonPlace place) {
        place.allowOnly("id", "name");
        Optional<SystemId> id = place.at("id").parsed(AN_ID, SystemId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        return place.made(() -> new SupportedSystem(id.orElseThrow(), name.orElseThrow()));
    }

    private static Optional<AttributeDefinition> attribute(JsonPlace place) {
        place.allowOnly("id", "name", "type", "choices", "personal", "visible");
        Optional<AttributeId> id = place.at("id").parsed(AN_ID, AttributeId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        Optional<AttributeType> type = place.at("type").constant(AttributeType.class);
        ImmutableList<String> choices = place.at("choices").all("an array of words", choice -> choice.text("a word"));
        Optional<Boolean> personal = place.at("personal").ifPresent(JsonPlace::flag);
        Optional<Boolean> visible = place.at("visible").ifPresent(JsonPlace::flag);
        return place.made(() -> {
            AttributeDefinition.Builder builder = AttributeDefinition.builder()
                    .id(id.orElseThrow())
                    .name(name.orElseThrow())
                    .type(type.orElseThrow())
                    .addAllChoices(choices);
            personal.ifPresent(builder::personal);
            visible.ifPresent(builder::visible);
            return builder.build();
        });
    }

    private Optional<Competence> competence(JsonPlace place) {
        place.allowOnly("id", "name", "kind", "system");
        Optional<CompetenceId> id = place.at("id").parsed(AN_ID, CompetenceId::of);
        Optional<String> name = place.at("name").text(A_NAME);
        Optional<CompetenceKind> kind = place.at("kind").ifPresent(value -> value.constant(CompetenceKind.class));
        Optional<SystemId> system = place.at("system").ifPresent(value -> value.oneOf("systems", systems));
        return place.made(() -> Competence.builder()
                .id(id.orElseThrow())
                .name(name.orElseThrow())
                .kind(kind.orElse(CompetenceKind.SKILL))
                .system(system)
                .build());
    }
}
