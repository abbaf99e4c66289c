package dk.sagsflow.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {
    private static final GroupId BIT = GroupId.of("bit");
    private static final Instant LATER = Instant.parse("2007-08-02T08:00:00Z");

    private final RequestJson json = new RequestJson();

    static List<CaseCommand> commands() {
        return List.of(
                new CaseCommand.Accept(),
                new CaseCommand.Assign(ActorId.of("karen")),
                new CaseCommand.HandOver(BIT, "æøå \"unknown\""),
                new CaseCommand.Answer("so"),
                new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours"),
                new CaseCommand.Pause(WaitingFor.DATE, Optional.of(LATER), "then"),
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), ""),
                new CaseCommand.Resume(),
                new CaseCommand.Classify(
                        CaseKind.INCIDENT, Optional.of(SystemId.of("amanda")), Optional.empty(), Cause.SYSTEM),
                new CaseCommand.Prioritise(Impact.HIGH, Urgency.LOW),
                new CaseCommand.SetAttribute(
                        AttributeId.of("seats"), Optional.of(new AttributeValue.Decimal(new BigDecimal("1.50")))),
                new CaseCommand.SetAttribute(AttributeId.of("seats"), Optional.empty()),
                new CaseCommand.AddNote(Visibility.CUSTOMER, "we look"),
                new CaseCommand.DocumentSupplierContact(BIT, "spoke"),
                new CaseCommand.Escalate(ActorId.of("head"), "urgent"),
                new CaseCommand.ProvideWorkaround("restart"),
                new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-1"),
                new CaseCommand.Refer("their own IT", "call them"),
                new CaseCommand.LinkKnowledge("article"),
                new CaseCommand.AddReference(new Reference("HP ServiceCenter", "IM1")),
                new CaseCommand.AddWatcher(new Watcher.Colleague("colleague@example.dk")),
                new CaseCommand.RemoveWatcher(new Watcher.Member(ActorId.of("head"), Watcher.Copies.GROUP)),
                new CaseCommand.LinkCase(CaseRelation.CHILD_OF, CaseNumber.of("C-2")),
                new CaseCommand.UnlinkCase(CaseRelation.CHILD_OF, CaseNumber.of("C-2")),
                new CaseCommand.Reopen("again"),
                new CaseCommand.Confirm(),
                new CaseCommand.Close(ClosingReason.WITHDRAWN, ""),
                new CaseCommand.TakeUp(),
                new CaseCommand.ErasePersonalData());
    }

    static Stream<Registration> registrations() {
        Registration least = Registration.of("anna", "help");
        return Stream.of(
                least,
                least.withDescription("it is \"down\"")
                        .withKind(CaseKind.QUESTION)
                        .withSystem(SystemId.of("amanda"))
                        .withGroup(BIT)
                        .withNumber(CaseNumber.of("IM-1"))
                        .withReferences(new Reference("HP ServiceCenter", "IM1"))
                        .withCategory("log-in")
                        .withCause(Cause.SYSTEM)
                        .withAttributes(ImmutableMap.of(
                                AttributeId.of("seats"), new AttributeValue.Decimal(BigDecimal.TEN),
                                AttributeId.of("since"), new AttributeValue.Date(LocalDate.of(2008, 2, 29)),
                                AttributeId.of("all"), new AttributeValue.YesNo(true),
                                AttributeId.of("room"), new AttributeValue.Text("12"),
                                AttributeId.of("browser"), new AttributeValue.Choice("firefox"))));
    }

    @Test
    void every_kind_of_command_is_among_them() {
        assertThat(commands().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(CaseCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_read_as_it_was_written_and_fits_the_schema(CaseCommand command) {
        String written = json.write(command);

        assertThat(json.readCommand(written)).isEqualTo(command);
        assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void a_registration_is_read_as_it_was_written_and_fits_the_schema(Registration registration) {
        String written = json.write(registration);

        assertThat(json.readRegistration(written)).isEqualTo(registration);
        assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
    }

    @Test
    void what_may_be_absent_may_be_left_out() {
        assertThat(json.readCommand("{\"command\": \"pause\", \"waitingFor\": \"SUPPLIER\", \"note\": \"\"}"))
                .isEqualTo(new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), ""));
        assertThat(json.readRegistration("{\"customer\": \"anna\", \"subject\": \"help\"}"))
                .isEqualTo(Registration.of("anna", "help"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "no json",
                "{\"command\": \"fly\"}",
                "{\"command\": \"answer\"}",
                "{\"command\": \"answer\", \"answer\": 5}",
                "{\"command\": \"answer\", \"answer\": null}",
                "{\"command\": \"answer\", \"answer\": \"so\", \"loudly\": true}",
                "{\"command\": \"set-aside\", \"reason\": \"sweeps alone do that\"}"
            })
    void what_is_no_command_is_refused(String text) {
        assertThatThrownBy(() -> json.readCommand(text)).isInstanceOf(UnreadableRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"customer\": \"anna\"}",
                "{\"customer\": \" \", \"subject\": \"help\"}",
                "{\"customer\": \"anna\", \"subject\": \"help\", \"kind\": \"TICKET\"}",
                "{\"customer\": \"anna\", \"subject\": \"help\", \"colour\": \"red\"}"
            })
    void what_is_no_registration_is_refused(String text) {
        assertThatThrownBy(() -> json.readRegistration(text)).isInstanceOf(UnreadableRequestException.class);
    }

    private static Schema schema() {
        InputStream stream = RequestJson.class.getResourceAsStream("requests.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(stream);
    }
}
