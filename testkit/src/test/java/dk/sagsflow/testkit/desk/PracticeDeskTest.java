package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.verification.practice.PracticeDesk;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk to train at, of the reference organisation. */
@Tag("R32")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PracticeDeskTest {
    private static final Instant START = Instant.parse("2007-09-03T10:00:00Z");

    /** The example of an option to let somebody watch: what people write themselves stays there too. */
    private static final String TYPED_THERE = "somebody@example[.]org";

    private final SupportModel model =
            ModelFolder.read(Path.of("..", "examples", "models", "ams")).model();
    private final People people = new People(reachable(), ReferenceOrganisation.customers());
    private final PracticeDesk practice =
            PracticeDesk.builder(model, START).withPeople(people).withCases(12).build();

    private static ImmutableList<Actor> reachable() {
        return ReferenceOrganisation.actors().stream()
                .map(actor -> actor.withMailAddress(actor.id() + "@real.example.dk"))
                .collect(ImmutableList.toImmutableList());
    }

    private static List<CaseView> cases(SupportDesk desk) {
        return desk.query(KAREN, CaseQuery.builder().pageSize(100).build())
                .orElseThrow()
                .cases();
    }

    @Test
    void invented_cases_wait_there_whose_customers_are_invented_too() {
        assertThat(practice.now()).isEqualTo(START);
        assertThat(cases(practice.desk())).hasSizeGreaterThanOrEqualTo(6);
        assertThat(practice.directory().customer(ReferenceOrganisation.CITIZEN_CARL))
                .isEmpty();
        assertThat(practice.directory().actor(ASTRID).orElseThrow().mailAddress())
                .contains("astrid@practice.invalid");
    }

    @Test
    void those_who_practise_work_as_at_the_real_desk_and_the_clock_brings_what_comes_due() {
        CaseNumber number = practice.desk()
                .register(KAREN, Registration.of("astrid", "Amanda fryser").withSystem(ReferenceOrganisation.AMANDA))
                .orElseThrow()
                .number();
        practice.desk()
                .submit(KAREN, number, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "ukendt fejl"))
                .orElseThrow();
        assertThat(kinds(number)).doesNotContain(Notification.Kind.TIME_LIMIT_EXCEEDED);

        practice.advance(Duration.ofDays(30));
        assertThat(practice.now()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(kinds(number)).contains(Notification.Kind.TIME_LIMIT_EXCEEDED);
        assertThat(practice.told().stream().map(Notification::at).distinct()).hasSizeGreaterThan(5);
        assertThatIllegalArgumentException().isThrownBy(() -> practice.moveTo(START));
    }

    private ImmutableSet<Notification.Kind> kinds(CaseNumber number) {
        return practice.told().stream()
                .filter(notification -> notification.caseNumber().equals(number))
                .map(Notification::kind)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Test
    void limits_of_which_nobody_can_be_told_do_not_hold_up_what_else_comes_due(@TempDir Path folder)
            throws IOException {
        for (String file : List.of("organisation", "calendars", "agreements", "routing")) {
            Files.writeString(
                    folder.resolve(file + ".json"),
                    Files.readString(Path.of("..", "examples", "models", "ams", file + ".json"))
                            .replaceAll("\"(mail|lead|duty)\": (\"[^\"]*\"|\\[[^\\]]*\\]),?", "")
                            .replaceAll(",(\\s*)}", "$1}"));
        }
        PracticeDesk deserted = PracticeDesk.builder(ModelFolder.read(folder).model(), START)
                .withPeople(people)
                .withCases(3)
                .build();

        deserted.advance(Duration.ofDays(10));

        assertThat(deserted.told().stream()
                        .filter(notification -> notification.kind() == Notification.Kind.STILL_WORKED_ON)
                        .map(Notification::at))
                .anyMatch(deserted.now().minus(Duration.ofDays(7))::isAfter);
    }

    @Test
    void the_program_of_the_page_runs() {
        // sample
        PracticeDesk practice = PracticeDesk.builder(model, Instant.parse("2007-09-03T10:00:00Z"))
                .withPeople(people)
                .withCases(12)
                .build();
        SupportDesk desk = practice.desk();
        practice.advance(Duration.ofDays(2));
        practice.told().forEach(told -> System.out.println(told.at() + " " + told.subject()));
        practice.reset();
        // end
        assertThat(practice.desk()).isNotSameAs(desk);
    }

    @Test
    void a_reset_begins_anew_with_the_same_cases() {
        List<CaseView> before = cases(practice.desk());
        SupportDesk old = practice.desk();
        practice.advance(Duration.ofDays(3));
        practice.desk()
                .register(KAREN, Registration.of("astrid", "Noget andet"))
                .orElseThrow();

        practice.reset();
        assertThat(practice.now()).isEqualTo(START);
        assertThat(cases(practice.desk())).isEqualTo(before);
        old.register(KAREN, Registration.of("astrid", "For sent")).orElseThrow();
        assertThat(cases(practice.desk())).isEqualTo(before);
    }

    /** Whatever people do there, everything that is sent stays, and goes to no address that anybody reads. */
    @Test
    void nothing_leaves_it_whatever_is_done_there() {
        for (int round = 0; round < 2; round++) {
            for (CaseView one : cases(practice.desk())) {
                for (ActorId actor : List.of(KAREN, ReferenceOrganisation.BO, ASTRID)) {
                    done(actor, one);
                }
            }
            practice.advance(Duration.ofDays(7));
        }

        ImmutableList<Notification> told = practice.told();
        assertThat(told)
                .hasSizeGreaterThan(20)
                .allSatisfy(notification ->
                        assertThat(notification.address()).matches(".*@practice[.]invalid|" + TYPED_THERE));
        assertThat(realAddresses())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(told)
                        .noneMatch(
                                notification -> (notification.address() + notification.subject() + notification.text())
                                        .contains(address)));
    }

    /** One of the things that the actor may do with the case; which one is chance, the same each time. */
    private void done(ActorId actor, CaseView one) {
        var unused = practice.desk()
                .options(actor, one.number())
                .map(options -> options.accepted().stream()
                        .filter(command -> !(command instanceof CaseCommand.LinkCase))
                        .skip(Math.floorMod(one.number().value().hashCode() + actor.hashCode(), 7))
                        .findFirst()
                        .map(command -> practice.desk().submit(actor, one.number(), command)));
    }

    private Stream<String> realAddresses() {
        return Stream.of(
                        model.organisation().groups().stream().map(SupportGroup::mailAddress),
                        people.actors().stream().map(Actor::mailAddress),
                        people.customers().stream()
                                .filter(customer -> customer.kind() != CustomerKind.SUPERUSER)
                                .map(Customer::mailAddress))
                .flatMap(addresses -> addresses)
                .flatMap(Optional::stream);
    }

    /** What its code may reach is in the tests of the architecture. */
    @Test
    void nothing_is_let_in_that_could_carry_something_out() {
        Stream<Method> settings = Stream.of(PracticeDesk.class, PracticeDesk.Builder.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class);
        assertThat(settings.flatMap(method -> Arrays.stream(method.getParameterTypes())))
                .isSubsetOf(SupportModel.class, People.class, Instant.class, Duration.class, int.class, long.class);
    }
}
