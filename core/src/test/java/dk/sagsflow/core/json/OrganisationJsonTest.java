package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableTable;
import com.google.common.io.Resources;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OrganisationJsonTest {
    private final Problems problems = new Problems();

    @Test
    void every_part_reads_back_as_it_was_written() {
        SupportOrganisation organisation = everyPart();

        assertThat(JsonDocument.read("organisation.json", OrganisationJson.write(organisation), problems)
                        .flatMap(OrganisationJson::read))
                .contains(organisation);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void one_reading_finds_every_problem_and_its_place() {
        String text = """
            {
              "format": 1,
              "nam": "AMS",
              "tiers": [
                {"id": "1st", "name": "Centre", "entrance": "center"},
                {"id": "1st", "name": ""}
              ],
              "contactTier": "first",
              "groups": [
                {"id": "centre", "name": "Centre", "tier": "1st", "kind": "SUPLIER"},
                {"id": " bit", "name": "BIT", "tier": 2, "systems": ["Amanda"]}
              ],
              "attributes": [{"id": "browser", "name": "Browser", "type": "CHOICE"}],
              "competences": [{"id": "module", "name": "Module", "kind": "SYSTEM_MODULE"}],
              "priorities": {"MAJOR": {"HIGH": "P1", "MEDIUM": "P1", "LOW": "P6"}, "HIGH": 3}
            }
            """;

        assertThat(JsonDocument.read("organisation.json", text, problems).flatMap(OrganisationJson::read))
                .isEmpty();
        assertThat(problems.list().stream().map(Problem::describe))
                .containsExactly(
                        "organisation.json:1:1: /name: missing; a name, not blank is required",
                        "organisation.json:3:10: /nam: unknown; allowed are $schema, format, version, name, tiers,"
                                + " contactTier, groups, systems, attributes, competences, duty, ages, priorities",
                        "organisation.json:5:49: /tiers/0/entrance: \"center\" is not one of the groups centre",
                        "organisation.json:6:12: /tiers/1/id: there is a tier \"1st\" already; names are given once",
                        "organisation.json:6:27: /tiers/1/name: \"\" is not a name, not blank",
                        "organisation.json:8:18: /contactTier: \"first\" is not one of the tiers 1st",
                        "organisation.json:10:63: /groups/0/kind: \"SUPLIER\" is not one of the values INTERNAL,"
                                + " SUPPLIER, BUSINESS_SPECIALISTS",
                        "organisation.json:11:12: /groups/1/id: \" bit\" is not an id without space around it",
                        "organisation.json:11:43: /groups/1/tier: 2 is not one of the tiers 1st",
                        "organisation.json:11:58: /groups/1/systems/0: \"Amanda\" is not one of the systems, of which"
                                + " there are none",
                        "organisation.json:13:18: /attributes/0: attribute browser is of type CHOICE and lists the"
                                + " choices []; a CHOICE lists at least one, every other type none",
                        "organisation.json:14:19: /competences/0: competence module is the module of a system and names"
                                + " none",
                        "organisation.json:15:17: /priorities/LOW: missing; an object is required",
                        "organisation.json:15:17: /priorities/MEDIUM: missing; an object is required",
                        "organisation.json:15:65: /priorities/MAJOR/LOW: \"P6\" is not one of the values P1, P2, P3,"
                                + " P4, P5",
                        "organisation.json:15:80: /priorities/HIGH: 3 is not an object");
    }

    @Test
    void ages_that_name_no_buckets_are_refused_where_they_stand() {
        assertThat(problemsOf("[\"P3D\", \"P1D\", \"P3D\", \"P3D\"]"))
                .containsExactly(
                        "o.json:1:18: /ages/1: an age is longer than PT72H before it",
                        "o.json:1:32: /ages/3: an age is longer than PT72H before it");
        assertThat(problemsOf("[\"PT0S\", \"-P1D\", \"soon\", 8, \"P200000D\", \"PT90S\"]"))
                .containsExactly(
                        "o.json:1:11: /ages/0: an age is longer than no time",
                        "o.json:1:19: /ages/1: an age is longer than no time",
                        "o.json:1:27: /ages/2: \"soon\" is not an ISO 8601 duration of whole minutes as PT8H or P3D",
                        "o.json:1:35: /ages/3: 8 is not an ISO 8601 duration of whole minutes as PT8H or P3D",
                        "o.json:1:38: /ages/4: the age is PT4800000H; at most PT2400000H, which is 100000 days, is"
                                + " allowed",
                        "o.json:1:50: /ages/5: \"PT90S\" is not an ISO 8601 duration of whole minutes as PT8H or P3D");
        assertThat(problemsOf("[]")).containsExactly("o.json:1:10: /ages: there are 0 ages; 1 to 20 are allowed");
        assertThat(problemsOf("\"P1D\"")).containsExactly("o.json:1:10: /ages: \"P1D\" is not an array of ages");
        assertThat(problemsOf("[\"PT1H\", \"P1D\"]")).isEmpty();
    }

    private static List<String> problemsOf(String ages) {
        Problems found = new Problems();
        assertThat(JsonDocument.read("o.json", "{\"ages\": " + ages + ", \"format\": 1}", found)
                        .flatMap(OrganisationJson::read))
                .isEmpty();
        return found.list().stream()
                .map(Problem::describe)
                .filter(problem -> problem.contains("/ages"))
                .toList();
    }

    @Test
    void a_newer_format_is_refused_without_reading_on() {
        assertThat(JsonDocument.read("o.json", "{\"format\": 2}", problems).flatMap(OrganisationJson::read))
                .isEmpty();
        assertThat(problems.list().stream().map(Problem::describe))
                .containsExactly("o.json:1:12: /format: 2 is the format of a newer release; this one reads 1 to 1");
    }

    @Test
    void the_schema_allows_what_is_written_and_objects_to_what_is_refused() throws IOException {
        Schema schema = schema();

        assertThat(schema.validate(OrganisationJson.write(everyPart()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"format\": 1, \"nam\": \"AMS\"}", InputFormat.JSON))
                .extracting(Error::getKeyword)
                .contains("required", "additionalProperties");
    }

    @Test
    void the_reference_organisation_is_read_and_fits_the_schema() throws IOException {
        String text = Files.readString(Path.of("../examples/models/ams/organisation.json"));

        SupportOrganisation ams = JsonDocument.read("organisation.json", text, problems)
                .flatMap(OrganisationJson::read)
                .orElseThrow();

        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
        assertThat(ams.groups().stream().filter(group -> group.kind() == GroupKind.SUPPLIER))
                .extracting(SupportGroup::name)
                .containsExactlyInAnyOrder("Cybercom", "KMD", "IBM", "Sirius", "Knowledge Cube");
    }

    private static SupportOrganisation everyPart() {
        return SupportOrganisation.builder()
                .name("Støtte")
                .addTiers(Tier.of("1st", "Centre").enteredThrough("centre"), Tier.of("2nd", "Suppliers"))
                .contactTier(TierId.of("1st"))
                .addSystem(new SupportedSystem(SystemId.of("amanda"), "Amanda"))
                .addGroups(
                        SupportGroup.of("centre", "Centre", "1st")
                                .withLead(ActorId.of("bo"))
                                .withMailAddress("centre@example.dk")
                                .withLanguage(Locale.ENGLISH),
                        SupportGroup.of("kmd", "KMD", "2nd")
                                .withKind(GroupKind.SUPPLIER)
                                .withSystems(SystemId.of("amanda")))
                .addCompetences(
                        Competence.skill("telephone", "On the telephone"),
                        Competence.builder()
                                .id(CompetenceId.of("amanda-module"))
                                .name("Amanda for superusers")
                                .kind(CompetenceKind.SYSTEM_MODULE)
                                .system(SystemId.of("amanda"))
                                .build())
                .addAttributes(AttributeDefinition.builder()
                        .id(AttributeId.of("browser"))
                        .name("Browser")
                        .type(AttributeType.CHOICE)
                        .addChoices("firefox", "explorer")
                        .personal(true)
                        .visible(true)
                        .build())
                .ages(AgeBuckets.of(Duration.ofHours(8), Duration.ofDays(2)))
                .priorityMatrix(allP2())
                .build();
    }

    private static Schema schema() throws IOException {
        URL file = OrganisationJson.class.getResource("organisation.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Resources.toString(requireNonNull(file), StandardCharsets.UTF_8));
    }

    private static PriorityMatrix allP2() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                cells.put(impact, urgency, Priority.P2);
            }
        }
        return new PriorityMatrix(cells.build());
    }
}
