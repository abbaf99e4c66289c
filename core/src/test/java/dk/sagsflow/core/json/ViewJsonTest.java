package dk.sagsflow.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.core.view.CaseViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewJsonTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ViewJson.class.getResourceAsStream("views.schema.json"));
    private static final AttributeId ROOM = AttributeId.of("room");
    private static final AttributeId RISK = AttributeId.of("risk");
    private static final Actor KAREN = Actor.supporter("karen", "Karen", "centre");
    private static final SupportOrganisation CENTRE = SupportOrganisation.builder()
            .name("Centre")
            .addTiers(Tier.of("1st", "Centre"), Tier.of("2nd", "BIT"))
            .contactTier(TierId.of("1st"))
            .addGroups(SupportGroup.of("centre", "Centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"))
            .addAttributes(field(ROOM).withVisible(true), field(RISK))
            .build();

    private final ViewJson json = new ViewJson();

    @ParameterizedTest
    @EnumSource(Audience.class)
    void a_case_its_history_and_a_page_of_it_fit_the_schema(Audience audience) {
        ImmutableList<CaseEvent> history = history();
        CaseFile file = new CaseViews(CENTRE).file(SupportCase.of(history), history, audience);

        assertThat(List.of(
                        json.write(file),
                        json.write(file.view()),
                        json.write(
                                new CaseViewPage(ImmutableList.of(file.view()), ImmutableList.of(), Optional.empty()))))
                .allSatisfy(written -> {
                    assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
                    assertThat(written).contains("\"room\":", "\"status\":\"ON_HOLD\"");
                    if (audience != Audience.OPERATOR) {
                        assertThat(written).doesNotContain("risk", "login", "karen", "IM1");
                    }
                });
    }

    private static ImmutableList<CaseEvent> history() {
        Customer anna = Customer.of("anna", "Anna", CustomerKind.CITIZEN);
        CaseDecisions decisions =
                new CaseDecisions(CENTRE, Directory.of(ImmutableList.of(KAREN), ImmutableList.of(anna)));
        Act act = Act.of(KAREN, Instant.parse("2007-08-01T08:00:00Z"));
        Registration registration = Registration.of("anna", "help")
                .withReferences(new Reference("HP ServiceCenter", "IM1"))
                .withAttributes(
                        java.util.Map.of(ROOM, new AttributeValue.Text("12"), RISK, new AttributeValue.Text("high")));
        List<CaseEvent> history = new ArrayList<>(
                decisions.register(CaseNumber.of("C-1"), registration, act).orElseThrow());
        for (CaseCommand command : commands()) {
            history.addAll(
                    decisions.decide(SupportCase.of(history), command, act).orElseThrow());
        }
        return ImmutableList.copyOf(history);
    }

    private static List<CaseCommand> commands() {
        return List.of(
                new CaseCommand.Accept(),
                new CaseCommand.Classify(CaseKind.INCIDENT, Optional.empty(), Optional.of("login"), Cause.SYSTEM),
                new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH),
                new CaseCommand.Assign(KAREN.id()),
                new CaseCommand.HandOver(GroupId.of("bit"), "unknown"),
                new CaseCommand.Answer("this way"),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
    }

    private static AttributeDefinition field(AttributeId id) {
        return AttributeDefinition.builder()
                .id(id)
                .name("field")
                .type(AttributeType.TEXT)
                .build();
    }
}
