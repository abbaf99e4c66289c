package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIRGIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SPECIALISTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No personal identification number leaves in a mail of any kind, wherever people write one. */
class PersonalNumberProperties {
    private static final SupportModel MODEL =
            groupsHearAll(ModelFolder.read(Path.of("../examples/models/ams")).model());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);

    private SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private Mailbox mailbox = new Mailbox();

    private static SupportModel groupsHearAll(SupportModel model) {
        ImmutableMap<Notification.Kind, Subscriptions.Wish> all = EnumSet.allOf(Notification.Kind.class).stream()
                .filter(Notification.Kind::subscribedByGroups)
                .collect(Maps.toImmutableEnumMap(kind -> kind, kind -> Subscriptions.Wish.AT_ONCE));
        return model.withRouting(model.routing().withGroupNotices(all));
    }

    /** Of people born on any day, as the office gives them out, written as people do. */
    @Provide
    Arbitrary<String> personalNumbers() {
        Arbitrary<LocalDate> births = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 40_000).map(LocalDate.of(1900, 1, 1)::plusDays)),
                Tuple.of(1, Arbitraries.integers().between(1900, 2009).map(year -> LocalDate.of(year, 1, 1))));
        Arbitrary<String> dividers =
                Arbitraries.of("-", " ", " - ", "\u00A0", "\u2010", "\u2013", "\u2014", "/", ".", "\n", "\u00AD-", "");
        return Combinators.combine(births.flatMap(PersonalNumberProperties::numbers), dividers)
                .as((number, divider) -> number.substring(0, 6) + divider + number.substring(6));
    }

    /**
     * Numbers of this day: the seventh digit is one of its century, and the check sum fits, but for 1 January, which need
     * not.
     */
    private static Arbitrary<String> numbers(LocalDate birth) {
        String centuries = birth.getYear() >= 2000 ? "456789" : birth.getYear() >= 1937 ? "012349" : "0123";
        return Combinators.combine(
                        Arbitraries.chars().with(centuries),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 9))
                .as((seventh, serial, last) -> birth.format(DATE) + seventh + "%02d".formatted(serial) + last)
                .filter(number -> birth.getDayOfYear() == 1 || checkSumFits(number))
                .filter(number -> birth.getYear() >= 1937 || !yearAgain(number));
    }

    /** The date and its year once more, which nobody has as a number so far. */
    private static boolean yearAgain(String number) {
        return number.substring(6).matches("(19|20)" + number.substring(4, 6)) && !checkSumFits(number);
    }

    @Provide
    Arbitrary<CaseNumber> caseNumbers() {
        return Arbitraries.of("AMS-0000001", "2007-08-01-17", "0101701234", "C-0101701234", "311299-0001")
                .map(CaseNumber::of);
    }

    @Property(tries = 60)
    void whatever_is_told_holds_the_number_of_the_case_and_none_of_a_person(
            @ForAll("personalNumbers") String personal, @ForAll("caseNumbers") CaseNumber number) {
        clock = SettableClock.at("2007-08-01T06:00:00Z");
        mailbox = new Mailbox();
        play(personal, number);

        assertThat(mailbox.received())
                .extracting(Notification::kind)
                // Nobody is told what the own group did, and here the support centre registers and gives out its cases
                // itself, and nobody leaves it.
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        Notification.Kind.DIGEST,
                        Notification.Kind.CASE_ARRIVED,
                        Notification.Kind.CASE_ASSIGNED,
                        Notification.Kind.CASE_UNASSIGNED)));
        assertThat(mailbox.received()).allSatisfy(mail -> {
            String about = mail.caseNumber().value();
            assertThat(mail.subject()).contains(about);
            assertThat((mail.subject() + "\n" + mail.text()).replace(about, "")).doesNotContain(personal);
        });
    }

    /** A case that everything is told of, in which people write the number wherever they can. */
    private void play(String personal, CaseNumber number) {
        Customer carl = ReferenceOrganisation.customers().stream()
                .filter(customer -> customer.id().equals(CITIZEN_CARL))
                .findFirst()
                .orElseThrow()
                .withName("Carl " + personal.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " "));
        SupportDesk desk = SupportDesk.builder(MODEL, people(carl), clock)
                .withNotifier(mailbox)
                .withNumbers(() -> number)
                .build();
        String text = "I am " + personal + ".";
        SupportCase registered = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), text))
                .orElseThrow()
                .whole();
        pass(desk, Duration.ofMinutes(210), 1);
        does(desk, KAREN, registered, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), text));
        pass(desk, 20);
        desk.submit(CaseRequest.of(KAREN, registered.number(), new CaseCommand.AddNote(Visibility.CUSTOMER, text))
                        .withCircumstances(
                                Circumstances.builder().relays(Side.CUSTOMER).build()))
                .orElseThrow();
        does(desk, KAREN, registered, new CaseCommand.Accept());
        does(desk, KAREN, registered, new CaseCommand.AddNote(Visibility.CUSTOMER, text));
        does(desk, KAREN, registered, new CaseCommand.ProvideWorkaround(text));
        does(desk, KAREN, registered, new CaseCommand.Escalate(HEAD, text));
        does(
                desk,
                KAREN,
                registered,
                new CaseCommand.Classify(CaseKind.QUESTION, Optional.empty(), Optional.empty(), Cause.BUSINESS));
        does(desk, KAREN, registered, new CaseCommand.HandOver(SPECIALISTS, text));
        pass(desk, 25);
        does(desk, BIRGIT, registered, new CaseCommand.Answer(text));
        does(desk, KAREN, registered, new CaseCommand.Answer(text));
        pass(desk, 8);
        does(desk, KAREN, registered, new CaseCommand.Reopen(text));
        does(desk, KAREN, registered, new CaseCommand.Answer(text));
        pass(desk, 20);
        playFamilies(desk, text);
    }

    private void playFamilies(SupportDesk desk, String text) {
        SupportCase original = registered(desk, "OTHER-1", text);
        SupportCase duplicate = registered(desk, "OTHER-2", text);
        does(desk, KAREN, duplicate, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, original.number()));
        does(desk, KAREN, duplicate, new CaseCommand.Close(ClosingReason.DUPLICATE, text));
        does(
                desk,
                KAREN,
                original,
                new CaseCommand.Classify(CaseKind.QUESTION, Optional.empty(), Optional.empty(), Cause.USER_ERROR));
        does(desk, KAREN, original, new CaseCommand.Answer(text));
        SupportCase parent = registered(desk, "OTHER-3", text);
        SupportCase child = registered(desk, "OTHER-4", text);
        does(desk, KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent.number()));
        does(desk, KAREN, parent, new CaseCommand.Close(ClosingReason.WITHDRAWN, text));
        pass(desk, 1);
    }

    private static SupportCase registered(SupportDesk desk, String number, String text) {
        Registration registration = Registration.of(CITIZEN_CARL.value(), text).withNumber(CaseNumber.of(number));
        return desk.register(KAREN, registration).orElseThrow().whole();
    }

    private void pass(SupportDesk desk, int days) {
        pass(desk, Duration.ofDays(1), days);
    }

    private void pass(SupportDesk desk, Duration step, int steps) {
        for (int each = 0; each < steps; each++) {
            clock.advance(step);
            var swept = desk.operations().sweep(10);
            var sent = desk.operations().deliver(1_000);
            assertThat(swept).isNotNull();
            assertThat(sent).isNotNull();
        }
    }

    private static void does(SupportDesk desk, ActorId by, SupportCase number, CaseCommand command) {
        desk.submit(by, number.number(), command).orElseThrow();
    }

    private static Directory people(Customer carl) {
        ImmutableList<Actor> actors = ReferenceOrganisation.actors().stream()
                .map(actor -> actor.id().equals(HEAD) ? actor.withMailAddress("hanne@example.dk") : actor)
                .collect(ImmutableList.toImmutableList());
        return Directory.of(actors, ImmutableList.of(carl));
    }

    private static boolean checkSumFits(String digits) {
        int[] weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return sum % 11 == 0;
    }
}
