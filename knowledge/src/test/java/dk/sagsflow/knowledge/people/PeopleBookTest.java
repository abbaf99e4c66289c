package dk.sagsflow.knowledge.people;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.BO;
import static dk.sagsflow.knowledge.Folk.EAST;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.MANAGER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleBookTest {
    private final Folk folk = new Folk();
    private final PeopleBook book = folk.people.book();

    @Test
    @Tag("R28")
    void who_was_there_at_a_time_stays_true_whatever_happens_later() {
        Instant before = folk.now();
        folk.at("2007-10-01T08:00:00Z");
        book.leave(KEEPER, OLE).orElseThrow();
        folk.enter(ListedPerson.superuser("viggo", "Viggo", "odense", "superusers"));
        folk.enter(ListedPerson.superuser("astrid", "Astrid", "odense", "superusers"));

        PeopleSnapshot then = book.at(before);
        assertThat(then.person(OLE)).isPresent();
        assertThat(then.having(PersonRole.SUPERUSER, UnitId.of("odense")))
                .extracting(entry -> entry.person().id())
                .containsExactly(OLE);
        assertThat(book.now().having(PersonRole.SUPERUSER, UnitId.of("odense")))
                .extracting(entry -> entry.person().name())
                .containsExactly("Astrid", "Viggo");
        assertThat(book.at(Instant.parse("2007-09-01T00:00:00Z")).people()).isEmpty();
        assertThat(folk.another().book().at(before).people()).isEqualTo(then.people());
    }

    @Test
    void it_is_the_directory_of_a_desk() {
        folk.at("2007-10-01T08:00:00Z");
        Absence away = Absence.of(folk.now(), folk.now().plusSeconds(3_600));
        book.planAbsence(BO, BO, away).orElseThrow();

        Actor bo = folk.people.directory().actor(BO).orElseThrow();
        assertThat(bo.memberships()).containsExactly(GroupId.of("bit"));
        assertThat(bo.absence(folk.now())).contains(away);
        assertThat(folk.people.directory().members(GroupId.of("superusers")))
                .extracting(Actor::name)
                .containsExactly("Astrid", "Ole");
        Customer astrid =
                folk.people.directory().customer(CustomerId.of("astrid")).orElseThrow();
        assertThat(astrid.kind()).isEqualTo(CustomerKind.SUPERUSER);
        assertThat(astrid.unit()).contains(UnitId.of("aarhus"));
        assertThat(folk.people.directory().actingAs(astrid.id()))
                .extracting(Actor::id)
                .containsExactly(ASTRID);
        assertThat(folk.people.directory().actor(ActorId.of("bridge"))).isPresent();
        assertThat(folk.people.directory().customer(CustomerId.of("bo"))).isEmpty();

        book.cancelAbsence(BO, BO, away).orElseThrow();
        assertThat(folk.people.directory().actor(BO).orElseThrow().absences()).isEmpty();
        assertThat(book.cancelAbsence(BO, BO, away).refusal()).contains(new PeopleRefusal.AbsenceNotPlanned(BO));
    }

    @Test
    @Tag("R26")
    void superusers_report_their_own_address_and_it_is_used_once_it_is_confirmed() {
        AddressReport first = book.reportAddress(ASTRID, "a@example.dk").orElseThrow();
        AddressReport second = book.reportAddress(ASTRID, "astrid@example.dk").orElseThrow();

        assertThat(book.now().person(ASTRID).orElseThrow().address()).isEmpty();
        assertThat(book.confirmAddress(ASTRID, first.token()).refusal())
                .contains(new PeopleRefusal.AddressTokenUnknown(ASTRID));
        assertThat(book.confirmAddress(OLE, second.token()).refusal())
                .contains(new PeopleRefusal.AddressTokenUnknown(OLE));
        ActorId nobody = ActorId.of("nobody");
        assertThat(book.confirmAddress(nobody, second.token()).refusal())
                .contains(new PeopleRefusal.AddressTokenUnknown(nobody));
        book.confirmAddress(ASTRID, second.token()).orElseThrow();
        assertThat(folk.people.directory().actor(ASTRID).orElseThrow().mailAddress())
                .contains("astrid@example.dk");
        assertThat(book.confirmAddress(ASTRID, second.token()).wasAccepted()).isFalse();
        assertThat(second.toString()).doesNotContain(second.token());
        assertThat(folk.store.after(folk.store.beginning(), 1_000).toString()).doesNotContain(second.token());
    }

    @Test
    @Tag("R26")
    void the_own_address_goes_before_that_of_the_organisation_and_one_that_bounces_is_not_used() {
        AddressReport own = book.reportAddress(OLE, "ole@odense.example").orElseThrow();
        book.confirmAddress(OLE, own.token()).orElseThrow();
        folk.enter(ListedPerson.superuser("ole", "Ole", "odense", "superusers").withMailAddress("ny@example.dk"));
        assertThat(book.now().person(OLE).orElseThrow().address()).contains("ole@odense.example");

        assertThat(book.bounced(KEEPER, "ole@odense.example").orElseThrow()).hasSize(1);
        assertThat(book.now().person(OLE).orElseThrow().address()).contains("ny@example.dk");
        AddressReport again = book.reportAddress(OLE, "ole@odense.example").orElseThrow();
        book.confirmAddress(OLE, again.token()).orElseThrow();
        assertThat(book.now().person(OLE).orElseThrow().address()).contains("ole@odense.example");
    }

    @Test
    @Tag("R26")
    void a_mailbox_from_which_mail_came_back_is_the_same_however_it_is_written() {
        assertThat(book.bounced(KEEPER, "OLE@Example.DK").orElseThrow())
                .extracting(entry -> entry.person().id())
                .containsExactly(OLE);
        assertThat(book.now().person(OLE).orElseThrow().address()).isEmpty();
        AddressReport again = book.reportAddress(OLE, "ole@example.dk").orElseThrow();
        book.confirmAddress(OLE, again.token()).orElseThrow();
        assertThat(book.now().person(OLE).orElseThrow().address()).contains("ole@example.dk");
    }

    @Test
    void an_address_is_confirmed_within_a_week() {
        AddressReport report = book.reportAddress(ASTRID, "astrid@example.dk").orElseThrow();
        folk.at("2007-09-10T08:00:00Z");

        assertThat(book.confirmAddress(ASTRID, report.token()).refusal())
                .contains(new PeopleRefusal.AddressTokenOver(ASTRID, report.until()));
    }

    @Test
    void keepers_write_in_it_and_people_about_themselves() {
        assertThat(book.enter(ASTRID, ListedPerson.supporter("x", "X"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("astrid")
                .contains("hanne");
        assertThat(book.planAbsence(
                                ASTRID, BO, Absence.of(folk.now(), folk.now().plusSeconds(1)))
                        .wasAccepted())
                .isFalse();
        assertThat(book.join(ASTRID, EAST, OLE).wasAccepted()).isFalse();
        assertThat(book.join(KEEPER, EAST, OLE).orElseThrow()).containsExactlyInAnyOrder(ASTRID, OLE);
        assertThat(book.part(OLE, EAST, OLE).orElseThrow()).containsExactly(ASTRID);
        assertThat(book.reportAddress(ActorId.of("nobody"), "x@example.dk").refusal())
                .contains(new PeopleRefusal.NobodyThere(ActorId.of("nobody")));
    }

    @Test
    void what_does_not_exist_is_refused_with_what_does() {
        PeopleRefusal unit = new PeopleRefusal.UnitNotThere(
                UnitId.of("thy"), ImmutableSet.of(UnitId.of("aarhus"), UnitId.of("odense")));
        assertThat(book.enter(KEEPER, ListedPerson.manager("m", "M", "thy")).refusal())
                .contains(unit);
        assertThat(KnowledgeWords.in(Locale.forLanguageTag("da")).of(unit))
                .isEqualTo("der er ingen enhed thy; muligt: aarhus, odense");
        assertThat(book.enter(KEEPER, ListedPerson.supporter("m", "M", "nowhere"))
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(PeopleRefusal.GroupsNotThere.class);
        assertThat(book.found(KEEPER, ExperienceGroup.of("g", "G", "excel"))
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(PeopleRefusal.SystemsNotSupported.class);
        assertThat(book.close(KEEPER, UnitId.of("aarhus")).refusal())
                .contains(new PeopleRefusal.UnitInUse(UnitId.of("aarhus"), ImmutableSet.of(ASTRID, MANAGER)));
        assertThat(book.dissolve(KEEPER, ExperienceGroupId.of("west"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("east");
    }

    @Test
    void who_leaves_leaves_experience_groups_too() {
        book.leave(KEEPER, ASTRID).orElseThrow();

        assertThat(book.now().members(EAST)).isEmpty();
        assertThat(folk.people.directory().actor(ASTRID)).isEmpty();
        assertThat(book.leave(KEEPER, ASTRID).wasAccepted()).isFalse();
    }

    @Test
    void no_event_is_older_than_one_before_it_when_a_clock_is_set_back() {
        folk.at("2007-10-01T08:00:00Z");
        book.leave(KEEPER, OLE).orElseThrow();
        folk.at("2007-09-20T08:00:00Z");
        book.leave(KEEPER, BO).orElseThrow();

        assertThat(book.at(Instant.parse("2007-09-25T00:00:00Z")).person(BO)).isPresent();
    }

    @Test
    void names_and_addresses_are_one_line() {
        assertThatIllegalArgumentException().isThrownBy(() -> ListedPerson.supporter("x", "X\nBcc: y"));
        assertThatIllegalArgumentException().isThrownBy(() -> book.reportAddress(ASTRID, "a@example.dk\nBcc: y"));
        assertThatIllegalArgumentException().isThrownBy(() -> ExperienceGroup.of("x", "\u202Egnp"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListedPerson(
                        ASTRID,
                        "A",
                        ImmutableSet.of(PersonRole.MANAGER),
                        Optional.empty(),
                        ImmutableSet.of(),
                        Optional.empty(),
                        Locale.ENGLISH));
    }
}
