package dk.sagsflow.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseViews;
import dk.sagsflow.testkit.domain.SupportDomain;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written of random cases and commands. */
class ViewJsonProperties {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ViewJson views = new ViewJson();
    private final RequestJson requests = new RequestJson();

    @Provide
    Arbitrary<Tuple2<SupportOrganisation, ImmutableList<CaseEvent>>> histories() {
        return new SupportDomain()
                .organisations()
                .flatMap(organisation ->
                        SupportDomain.histories(organisation).map(history -> Tuple.of(organisation, history)));
    }

    @Provide
    Arbitrary<CaseCommand> commands() {
        return new SupportDomain().organisations().flatMap(SupportDomain::commands);
    }

    @Property(tries = 300)
    void a_case_is_written_as_its_audience_sees_it(
            @ForAll("histories") Tuple2<SupportOrganisation, ImmutableList<CaseEvent>> random,
            @ForAll Audience audience) {
        SupportCase current = SupportCase.of(random.get2());
        CaseFile file = new CaseViews(random.get1()).file(current, random.get2(), audience);

        JsonNode written = MAPPER.readTree(views.write(file));

        assertThat(written.path("audience").asString())
                .isEqualTo(audience == Audience.OPERATOR ? "OPERATOR" : "CUSTOMER");
        assertThat(written.path("number").asString()).isEqualTo(current.number().value());
        assertThat(written.path("status").asString()).isEqualTo(current.status().name());
        assertThat(written.path("events").size())
                .isEqualTo(
                        file instanceof CaseFile.ForCustomer customer
                                ? customer.told().size()
                                : random.get2().size());
        assertThat(MAPPER.readTree(views.write(file.view())).propertyNames())
                .isSubsetOf(written.propertyNames())
                .contains("subject", "registeredAt");
        if (audience != Audience.OPERATOR) {
            assertThat(written.propertyNames())
                    .doesNotContain("cause", "category", "chain", "relatedCases", "references", "setAside");
        }
    }

    @Property(tries = 500)
    void a_command_is_read_as_it_was_written(@ForAll("commands") CaseCommand command) {
        assertThat(requests.readCommand(requests.write(command))).isEqualTo(command);
    }
}
