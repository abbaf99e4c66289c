package dk.sagsflow.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People in a database, beside what every directory must do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PeopleRegisterTest {
    private static final Actor EVERYTHING = Actor.builder()
            .id(ActorId.of("everything"))
            .name("Åse \"Ø\" Ærlig")
            .addMembership(GroupId.of("support-centre"))
            .addMembership(GroupId.of("bit"))
            .addCompetence(new HeldCompetence(
                    CompetenceId.of("amanda"),
                    Optional.of(LocalDate.of(2007, 1, 2)),
                    Optional.of(LocalDate.of(2009, 1, 2))))
            .addCompetence(HeldCompetence.of("for-good"))
            .customer(CustomerId.of("herself"))
            .mailAddress("aase@example.dk")
            .addAbsence(Absence.of(Instant.parse("2007-07-01T00:00:00.000001Z"), Instant.parse("2007-08-01T00:00:00Z"))
                    .withDeputy(ActorId.of("karen")))
            .addRight(ProgramRight.READ)
            .build();
    private static final Customer SUPPORTED = Customer.builder()
            .id(CustomerId.of("everybody"))
            .name("Jobcenter Århus")
            .kind(CustomerKind.SUPERUSER)
            .unit(UnitId.of("aarhus"))
            .helpdeskAccess(false)
            .mailAddress("jobcenter@example.dk")
            .language(Locale.forLanguageTag("en-GB"))
            .build();

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everything_that_is_known_of_people_comes_back(TestDatabase database) {
        PeopleRegister people = database.empty().people();

        people.put(EVERYTHING);
        people.put(SUPPORTED);

        assertThat(people.actor(EVERYTHING.id())).contains(EVERYTHING);
        assertThat(people.customer(SUPPORTED.id())).contains(SUPPORTED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_is_put_again_is_another_and_who_is_removed_is_gone_from_groups(TestDatabase database) {
        PeopleRegister people = database.empty().people();
        people.put(EVERYTHING);
        Actor moved = EVERYTHING.withMemberships(GroupId.of("bit"));

        people.put(moved);
        assertThat(people.members(GroupId.of("bit"))).containsExactly(moved);
        assertThat(people.members(GroupId.of("support-centre"))).isEmpty();

        people.remove(moved.id());
        people.put(SUPPORTED);
        people.remove(SUPPORTED.id());
        assertThat(people.actor(moved.id())).isEmpty();
        assertThat(people.members(GroupId.of("bit"))).isEmpty();
        assertThat(people.customer(SUPPORTED.id())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_desk_asks_it_and_sees_what_changes_at_once(TestDatabase database) {
        SagsflowStore store = database.empty();
        store.people().replaceAll(ReferenceOrganisation.actors(), ReferenceOrganisation.customers());
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()), store.people(), InstantSource.system())
                .withRepository(store.cases())
                .build();
        Registration registration = Registration.of(ReferenceOrganisation.CITIZEN_CARL.value(), "down");

        assertThat(desk.register(ReferenceOrganisation.KAREN, registration).wasAccepted())
                .isTrue();
        store.people().replaceAll(ImmutableList.of(), ReferenceOrganisation.customers());
        assertThat(desk.register(ReferenceOrganisation.KAREN, registration).wasAccepted())
                .isFalse();
    }
}
