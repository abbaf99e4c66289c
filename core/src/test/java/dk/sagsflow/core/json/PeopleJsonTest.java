package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.competence.Competence;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.organisation.UnitId;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PeopleJsonTest {
    private static final SupportOrganisation CENTRE = SupportOrganisation.builder()
            .name("Centre")
            .addTier(Tier.of("1st", "Centre"))
            .contactTier(TierId.of("1st"))
            .addGroup(SupportGroup.of("centre", "Centre", "1st"))
            .addCompetences(
                    Competence.builder()
                            .id(CompetenceId.of("basic"))
                            .name("Basic module")
                            .kind(CompetenceKind.BASIC_MODULE)
                            .build(),
                    Competence.skill("telephone", "On the telephone"))
            .build();
    private static final String PEOPLE = """
            {"format": 1,
             "actors": [
               {"id": "anna", "name": "Anna", "groups": ["centre"], "mail": "anna@example.dk", "customer": "anna",
                "competences": ["telephone", {"id": "basic", "certified": "2007-03-01", "due": "2009-03-01"}]}],
             "customers": [
               {"id": "anna", "name": "Anna", "kind": "SUPERUSER", "unit": "aarhus", "mail": "anna@example.dk"},
               {"id": "acme", "name": "Acme", "kind": "COMPANY", "access": true, "language": "en"}]}
            """;

    private final Problems problems = new Problems();

    private Optional<People> read(String text) {
        return JsonDocument.read("people.json", text, problems).flatMap(root -> PeopleJson.read(root, CENTRE));
    }

    @Test
    @Tag("R29")
    void builders_give_the_same_people() {
        Customer anna = Customer.of("anna", "Anna", CustomerKind.SUPERUSER)
                .withUnit(UnitId.of("aarhus"))
                .withMailAddress("anna@example.dk");
        Customer acme = Customer.builder()
                .id(CustomerId.of("acme"))
                .name("Acme")
                .kind(CustomerKind.COMPANY)
                .helpdeskAccess(true)
                .language(Locale.ENGLISH)
                .build();
        HeldCompetence basic = new HeldCompetence(
                CompetenceId.of("basic"), Optional.of(LocalDate.of(2007, 3, 1)), Optional.of(LocalDate.of(2009, 3, 1)));

        People people = read(PEOPLE).orElseThrow();

        assertThat(people.actors())
                .containsExactly(Actor.customer("anna", anna)
                        .withMemberships(GroupId.of("centre"))
                        .withMailAddress("anna@example.dk")
                        .withCompetences(HeldCompetence.of("telephone"), basic));
        assertThat(people.customers()).containsExactly(anna, acme);
        assertThat(people.units()).containsExactly(UnitId.of("aarhus"));
        assertThat(people.directory().members(GroupId.of("centre"))).isEqualTo(people.actors());
    }

    @Test
    @Tag("R29")
    void the_books_show_who_is_certified_under_way_or_due() {
        HeldCompetence basic = read(PEOPLE)
                .orElseThrow()
                .actors()
                .get(0)
                .competence(CompetenceId.of("basic"))
                .orElseThrow();

        assertThat(basic.stateOn(LocalDate.of(2007, 2, 28))).isEqualTo(CompetenceState.UNDER_WAY);
        assertThat(basic.stateOn(LocalDate.of(2007, 3, 1))).isEqualTo(CompetenceState.CERTIFIED);
        assertThat(basic.stateOn(LocalDate.of(2009, 2, 28))).isEqualTo(CompetenceState.CERTIFIED);
        assertThat(basic.stateOn(LocalDate.of(2009, 3, 1))).isEqualTo(CompetenceState.DUE);
        assertThat(HeldCompetence.of("telephone").stateOn(LocalDate.MIN)).isEqualTo(CompetenceState.CERTIFIED);
    }

    @Test
    void one_reading_finds_every_problem_and_its_place() {
        Optional<People> people = read("""
                {"format": 1, "people": [],
                 "actors": [
                  {"id": "bo", "name": "Bo", "groups": ["center"], "competences": ["cooking", {"id": "basic", "due": "soon"}]},
                  {"id": "bo", "name": " ", "customer": "acme", "competences": ["basic", "basic"]},
                  {"id": "ib", "name": "Ib", "competences": [{"id": "basic", "certified": "2007-03-01", "due": "2007-03-01"}]}],
                 "customers": [{"id": "anna", "name": "Anna", "kind": "FRIEND", "access": 1}]}
                """);

        assertThat(people).isEmpty();
        assertThat(problems.list().stream().map(Problem::describe))
                .containsExactly(
                        "people.json:1:25: /people: unknown; allowed are $schema, format, actors, customers",
                        "people.json:3:41: /actors/0/groups/0: \"center\" is not one of the groups centre",
                        "people.json:3:68: /actors/0/competences/0: \"cooking\" is not one of the competences basic,"
                                + " telephone",
                        "people.json:3:102: /actors/0/competences/1/due: \"soon\" is not a date such as 2007-09-01",
                        "people.json:4:10: /actors/1/id: there is a person \"bo\" already; names are given once",
                        "people.json:4:24: /actors/1/name: \" \" is not a name, not blank",
                        "people.json:4:41: /actors/1/customer: \"acme\" is not one of the customers of this file anna",
                        "people.json:5:46: /actors/2/competences/0: competence basic is certified from 2007-03-01 and due"
                                + " on 2007-03-01; it is due on a later day",
                        "people.json:6:55: /customers/0/kind: \"FRIEND\" is not one of the values SUPERUSER, CITIZEN,"
                                + " COMPANY, OTHER",
                        "people.json:6:75: /customers/0/access: 1 is not true or false");
    }

    @Test
    void a_competence_is_held_once() {
        assertThat(read("{\"format\": 1, \"actors\": [{\"id\": \"bo\", \"name\": \"Bo\", \"competences\": [\"basic\","
                        + " {\"id\": \"basic\", \"due\": \"2009-01-01\"}]}]}"))
                .isEmpty();
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.describe()).contains("/actors/0: actor bo holds a competence twice"));
    }

    @Test
    void the_schema_allows_what_is_read_and_objects_to_what_is_refused() throws IOException {
        URL url = requireNonNull(PeopleJson.class.getResource("people.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Resources.toString(url, StandardCharsets.UTF_8), InputFormat.JSON);

        assertThat(schema.validate(PEOPLE, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(Files.readString(Path.of("../examples/models/ams/people.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(
                        "{\"format\": 1, \"actors\": [{\"id\": \"bo\", \"name\": \"Bo\", \"group\": \"centre\"}]}",
                        InputFormat.JSON))
                .isNotEmpty();
    }
}
