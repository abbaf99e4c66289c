package dk.sagsflow.routing.request;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.repository.HandledRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored of a request must be the same in every release, or a repetition is not recognised after an upgrade. */
class FingerprintsTest {
    private static final ActorId KAREN = ActorId.of("karen");
    private static final CaseNumber CASE = CaseNumber.of("C-1");

    private static String form(CaseCommand command) {
        return Fingerprints.form(List.of(CaseRequest.of(KAREN, CASE, command)));
    }

    @Test
    void the_form_of_a_command_says_who_asks_for_what() {
        assertThat(form(new CaseCommand.AddNote(Visibility.INTERNAL, "a, b")))
                .isEqualTo("submit[ActorId{value=5:karen},CaseNumber{value=3:C-1},"
                        + "AddNote{text=4:a, b,visibility=8:INTERNAL}]");
    }

    @Test
    void what_is_absent_is_left_out() {
        assertThat(form(new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "")))
                .endsWith("Pause{note=0:,waitingFor=8:CUSTOMER}]");
        assertThat(form(new CaseCommand.Pause(WaitingFor.DATE, Optional.of(Instant.parse("2007-08-01T06:00:00Z")), "")))
                .endsWith("Pause{note=0:,until=20:2007-08-01T06:00:00Z,waitingFor=4:DATE}]");
    }

    @Test
    void the_form_of_a_registration_has_its_fields_in_order_of_their_names() {
        Registration registration = Registration.builder()
                .customer(CustomerId.of("carl"))
                .subject("help")
                .putAttribute(AttributeId.of("b"), new AttributeValue.YesNo(true))
                .putAttribute(AttributeId.of("a"), new AttributeValue.Text("x"))
                .build();

        assertThat(Fingerprints.form(RegistrationRequest.of(KAREN, registration)))
                .isEqualTo("register[ActorId{value=5:karen},Registration{"
                        + "attributes=[AttributeId{value=1:a}=Text{text=1:x},AttributeId{value=1:b}=YesNo{yes=4:true}],"
                        + "customer=CustomerId{value=4:carl},description=4:help,kind=8:INCIDENT,subject=4:help}]");
    }

    @Test
    void a_fingerprint_names_its_form_and_shows_nothing_of_the_request() {
        HandledRequest.Fingerprint fingerprint = Fingerprints.of(
                List.of(CaseRequest.of(KAREN, CASE, new CaseCommand.AddNote(Visibility.INTERNAL, "x"))));

        assertThat(fingerprint.form()).isEqualTo(1);
        assertThat(fingerprint.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void which_version_a_request_was_meant_for_makes_no_other_request_of_it() {
        CaseRequest request = CaseRequest.of(KAREN, CASE, new CaseCommand.Accept());

        assertThat(Fingerprints.of(List.of(request.withExpectedVersion(3L))))
                .isEqualTo(Fingerprints.of(List.of(request)));
    }
}
