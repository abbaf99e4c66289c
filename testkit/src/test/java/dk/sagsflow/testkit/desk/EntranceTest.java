package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not let in, what does not get out, and what fails alone. */
class EntranceTest {
    private final Desks world = new Desks();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carl@example.dk\r\nBcc: all@example.dk",
                "carl@example.dk\u0000",
                " carl@example.dk",
                "",
                "a\u2028b"
            })
    void an_address_that_is_more_than_a_line_is_refused_where_it_enters(String address) {
        Customer carl = Customer.builder()
                .id(CustomerId.of("carl"))
                .name("Carl")
                .kind(CustomerKind.CITIZEN)
                .build();

        assertThatThrownBy(() -> carl.withMailAddress(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mail address")
                .hasMessageNotContaining("example.dk");
        assertThatThrownBy(() -> Actor.supporter("bo", "Bo").withMailAddress(address))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> world.deskModel().organisation().groups().get(0).withMailAddress(address))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C\u200b-1", "C-1\u200d", "\ufeffC-1", "C\u00ad-1", "C-1\u2060", "C-\u0007", "C\u3164-1"})
    void an_id_that_looks_like_another_is_refused_where_it_enters(String id) {
        assertThatThrownBy(() -> CaseNumber.of(id))
                .isInstanceOf(OutOfBoundsException.class)
                .hasMessageContaining(
                        "case number has control characters, line breaks, or characters that are not seen");
        assertThatThrownBy(() -> Reference.of("cerberus", id)).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> CustomerId.of(id)).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> Actor.supporter("bo", id)).isInstanceOf(OutOfBoundsException.class);
    }

    @Test
    void nothing_that_a_customer_writes_begins_a_line_in_the_subject_of_a_mail() {
        assertThat(world.desk
                        .register(
                                KAREN,
                                Registration.of(CITIZEN_CARL.value(), "help\r\nBcc: all@example.dk\u001b[2J\u202e"))
                        .wasAccepted())
                .isTrue();
        assertThat(world.desk.operations().deliver(10).sent()).isEqualTo(1);

        Notification told = world.mailbox.received().get(0);
        assertThat(told.subject()).isNotBlank().doesNotContainPattern("[\\p{Cc}\u202e]");
    }

    @Test
    void a_refusal_tells_no_number_of_somebody_elses_case() {
        Reference reference = Reference.of("cerberus", "4711");
        CaseNumber ofCarl = world.desk
                .register(KAREN, Registration.of(CITIZEN_CARL.value(), "help").withReferences(reference))
                .orElseThrow()
                .number();
        Registration astrids = Registration.of(ASTRID.value(), "help").withReferences(reference);
        Actor bridge = Actor.program("bridge", "Bridge", ProgramRight.REGISTER);
        SupportDesk elsewhere = SupportDesk.builder(
                        world.deskModel(),
                        Directory.of(
                                ImmutableList.<Actor>builder()
                                        .addAll(ReferenceOrganisation.actors())
                                        .add(bridge)
                                        .build(),
                                ReferenceOrganisation.customers()),
                        world.clock)
                .withRepository(world.repository)
                .build();

        assertThat(refusal(world.desk.register(KAREN, astrids)))
                .isEqualTo(new Refusal.ReferenceTaken(reference, Optional.of(ofCarl)));
        Refusal told = refusal(elsewhere.register(bridge.id(), astrids));
        assertThat(told).isEqualTo(new Refusal.ReferenceTaken(reference, Optional.empty()));
        assertThat(told.describe()).doesNotContain(ofCarl.value());
    }

    @Test
    void a_case_of_1899_does_not_come_in_and_lists_go_on() {
        CaseNumber carls = world.registerFor(CITIZEN_CARL);

        assertThatThrownBy(() -> world.desk.register(
                        RegistrationRequest.of(KAREN, Registration.of(CITIZEN_CARL.value(), "long ago"))
                                .withCircumstances(Circumstances.late(Instant.parse("1899-12-31T23:59:59Z")))))
                .isInstanceOf(OutOfBoundsException.class)
                .hasMessageContaining("from 1900-01-01T00:00:00Z on and before 2189-01-01T00:00:00Z is allowed");
        assertThat(world.desk
                        .workList(KAREN, dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE, 10)
                        .orElseThrow()
                        .items())
                .extracting(item -> item.current().number())
                .containsExactly(carls);
    }

    @Test
    void an_error_of_a_listener_or_a_notifier_is_kept_as_other_failures_are_and_the_rest_is_told() {
        List<CaseNumber> heard = new ArrayList<>();
        CaseRepository store = CaseRepository.inMemory();
        SupportDesk desk = world.builder(store)
                .withListener(listener(after -> {
                    throw new OutOfMemoryError("in the listener");
                }))
                .withListener(listener(after -> heard.add(after.number())))
                .withNotifier(mail -> {
                    throw new InternalError("in the notifier");
                })
                .build();

        CaseNumber number = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "help"))
                .orElseThrow()
                .number();

        assertThat(heard).containsExactly(number);
        assertThat(desk.operations().deliver(10).postponed()).isEqualTo(1);
    }

    private static CaseListener listener(Consumer<SupportCase> hearing) {
        return new CaseListener() {
            @Override
            public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
                hearing.accept(after);
            }
        };
    }
}
