package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that the organisation declares. */
class AttributesTest {
    private static final Instant NOW = Instant.parse("2007-08-01T08:00:00Z");
    private static final Actor SOMEBODY = Actor.supporter("somebody", "Somebody", "centre");
    private static final AttributeId PHONE = AttributeId.of("phone");
    private static final AttributeId BROWSER = AttributeId.of("browser");
    private static final AttributeId SEATS = AttributeId.of("seats");
    private static final SupportOrganisation CENTRE = SupportOrganisation.builder()
            .name("Centre")
            .addTier(Tier.of("1st", "Centre"))
            .contactTier(TierId.of("1st"))
            .addGroup(SupportGroup.of("centre", "Centre", "1st"))
            .addAttributes(
                    AttributeDefinition.builder()
                            .id(PHONE)
                            .name("Call back")
                            .type(AttributeType.TEXT)
                            .build(),
                    AttributeDefinition.builder()
                            .id(BROWSER)
                            .name("Browser")
                            .type(AttributeType.CHOICE)
                            .addChoices("firefox", "explorer")
                            .build(),
                    AttributeDefinition.builder()
                            .id(SEATS)
                            .name("Seats")
                            .type(AttributeType.NUMBER)
                            .build())
            .build();
    private final CaseDecisions decisions = new CaseDecisions(
            CENTRE,
            Directory.of(
                    ImmutableList.<Actor>of(),
                    ImmutableList.of(Customer.builder()
                            .id(CustomerId.of("anna"))
                            .name("Anna")
                            .kind(CustomerKind.CITIZEN)
                            .build())));

    @Test
    void are_filled_in_at_registration_changed_and_cleared() {
        List<CaseEvent> history = new ArrayList<>(registered());
        history.addAll(decided(history, set(BROWSER, new AttributeValue.Choice("explorer"))));
        assertThat(SupportCase.of(history).attribute(BROWSER)).contains(new AttributeValue.Choice("explorer"));
        assertThat(SupportCase.of(history).attribute(PHONE)).contains(new AttributeValue.Text("70 10 20 30"));

        history.addAll(decided(history, new CaseCommand.SetAttribute(BROWSER, Optional.empty())));
        assertThat(SupportCase.of(history).attributes()).containsOnlyKeys(PHONE);
    }

    @Test
    void are_erased_if_they_are_personal_and_kept_if_not() {
        List<CaseEvent> history = new ArrayList<>(registered());
        history.addAll(decided(history, set(BROWSER, new AttributeValue.Choice("firefox"))));
        history.addAll(decided(history, new CaseCommand.Close(ClosingReason.WITHDRAWN, "")));
        history.addAll(decided(history, new CaseCommand.ErasePersonalData()));

        ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(history);

        assertThat(SupportCase.of(history).attributes()).containsOnlyKeys(BROWSER);
        assertThat(SupportCase.of(erased).attributes()).containsOnlyKeys(BROWSER);
        assertThat(erased.toString()).doesNotContain("70 10 20 30");
    }

    @Test
    void that_nobody_declared_are_refused_with_those_that_there_are() {
        Outcome<ImmutableList<CaseEvent>> outcome = decide(registered(), set("colour", new AttributeValue.Text("red")));

        assertThat(outcome)
                .isEqualTo(
                        Outcome.refused(new Refusal.UnknownAttribute(AttributeId.of("colour"), CENTRE.attributeIds())));
        assertThat(words(outcome)).isEqualTo("there is no field colour; possible: phone, browser or seats");
    }

    @Test
    void of_another_type_or_outside_the_choices_are_refused_at_registration_too() {
        assertThat(words(decide(registered(), set(SEATS, new AttributeValue.Text("many")))))
                .isEqualTo("field seats takes a number, not text");
        assertThat(words(register(ImmutableMap.of(BROWSER, new AttributeValue.Choice("lynx")))))
                .isEqualTo("field browser takes one of these: firefox or explorer");
    }

    @ParameterizedTest
    @MethodSource("values")
    void survive_the_way_through_json(AttributeValue value) {
        CaseEvent event = new CaseEvent.AttributeSet(
                EventHeader.of(CaseNumber.of("C-1"), 2, NOW, SOMEBODY.id(), Side.ORGANISATION),
                SEATS,
                Optional.of(value),
                true);
        CaseEventJson json = new CaseEventJson();

        assertThat(json.read(json.write(event))).isEqualTo(event);
    }

    static List<AttributeValue> values() {
        return List.of(
                new AttributeValue.Text("æøå \"quoted\""),
                new AttributeValue.Decimal(new BigDecimal("12345678901234567890.10")),
                new AttributeValue.YesNo(false),
                new AttributeValue.Date(LocalDate.of(2008, 2, 29)),
                new AttributeValue.Choice("firefox"));
    }

    @Test
    void a_choice_lists_its_words_and_nothing_else_does() {
        assertThatThrownBy(() -> CENTRE.attribute(BROWSER).orElseThrow().withChoices())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attribute browser is of type CHOICE and lists the choices []");
        assertThatThrownBy(() -> CENTRE.attribute(PHONE).orElseThrow().withChoices("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every other type none");
    }

    private static String words(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().describe();
    }

    private static CaseCommand set(AttributeId attribute, AttributeValue value) {
        return new CaseCommand.SetAttribute(attribute, Optional.of(value));
    }

    private static CaseCommand set(String attribute, AttributeValue value) {
        return set(AttributeId.of(attribute), value);
    }

    private ImmutableList<CaseEvent> registered() {
        return register(ImmutableMap.of(PHONE, new AttributeValue.Text("70 10 20 30")))
                .orElseThrow();
    }

    private Outcome<ImmutableList<CaseEvent>> register(ImmutableMap<AttributeId, AttributeValue> attributes) {
        return decisions.register(
                CaseNumber.of("C-1"),
                Registration.of("anna", "help").withAttributes(attributes),
                Act.of(SOMEBODY, NOW));
    }

    private ImmutableList<CaseEvent> decided(List<CaseEvent> history, CaseCommand command) {
        return decide(history, command).orElseThrow();
    }

    private Outcome<ImmutableList<CaseEvent>> decide(List<CaseEvent> history, CaseCommand command) {
        return decisions.decide(SupportCase.of(history), command, Act.of(SOMEBODY, NOW));
    }
}
