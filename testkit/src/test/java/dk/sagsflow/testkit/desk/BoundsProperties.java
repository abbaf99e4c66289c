package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.suggestion.SuggestionSource;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.ErlangC;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.sla.statistics.Backlog;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is accepted can be stored, read back, listed, explained and judged; the rest is refused by name. */
class BoundsProperties {
    private static final SuggestionSource NOTHING = current -> ImmutableList.of();
    private static final AttributeId AFFECTED = AttributeId.of("users-affected");

    /** Values at the ends of what there is, and at those of what is allowed. */
    record Extreme(String text, Instant at, BigDecimal number, Duration after) {}

    @Provide
    Arbitrary<Extreme> extremes() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        " ",
                        "a",
                        "\u0000",
                        "\uD800",
                        "a\uDC00b",
                        "\r\nBcc: x",
                        "\u202e",
                        "\u001b[31m",
                        "😀".repeat(100),
                        "n".repeat(Bounds.LONGEST_NAME),
                        "n".repeat(Bounds.LONGEST_NAME + 1),
                        "l".repeat(Bounds.LONGEST_LINE),
                        "l".repeat(Bounds.LONGEST_LINE + 1),
                        "t".repeat(Bounds.LONGEST_TEXT),
                        "t".repeat(Bounds.LONGEST_TEXT + 1),
                        "120907-1430 ".repeat(2_000)),
                Arbitraries.strings().ofMaxLength(60));
        Arbitrary<Instant> instants = Arbitraries.of(
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Bounds.EARLIEST,
                Bounds.EARLIEST.minusNanos(1),
                Bounds.END,
                Bounds.END.minusNanos(1),
                Instant.parse("1899-06-01T00:00:00Z"),
                Instant.parse("2007-08-01T05:00:00.000000001Z"),
                Instant.parse("2100-02-28T23:59:59.999999999Z"));
        Arbitrary<BigDecimal> numbers = Arbitraries.of(
                BigDecimal.ZERO,
                new BigDecimal("1E+300000000"),
                new BigDecimal("1E-2147483647"),
                new BigDecimal("9".repeat(60)),
                new BigDecimal(BigInteger.TEN.pow(1_499)),
                new BigDecimal("-1E-60"));
        Arbitrary<Duration> durations = Arbitraries.of(
                Duration.ZERO, Duration.ofHours(9), Duration.ofDays(400), Duration.ofDays(60_000), Bounds.LONGEST);
        return net.jqwik.api.Combinators.combine(texts, instants, numbers, durations)
                .as(Extreme::new);
    }

    @Property(tries = 150)
    void whatever_is_accepted_can_be_stored_read_listed_explained_and_judged(@ForAll("extremes") Extreme extreme) {
        Desks world = new Desks(CaseRepository.inMemory());
        CaseNumber ordinary = world.registerFor(CITIZEN_CARL);
        attempts(world, ordinary, extreme).forEach(BoundsProperties::tried);
        words(extreme).forEach(words -> tried(() -> world.desk.submit(KAREN, ordinary, words.get())));
        besides(world, extreme).forEach(BoundsProperties::tried);
        if (world.clock.instant().plus(extreme.after()).isBefore(Bounds.END)) {
            world.clock.advance(extreme.after());
        }
        assertThat(world.desk.operations().sweep(100).setAside()).isEmpty();
        assertThat(world.desk.operations().deliver(100).postponed()).isZero();

        assertThat(world.desk.overview(KAREN).orElseThrow()).isNotEmpty();
        assertThat(world.desk.workList(KAREN, SUPPORT_CENTRE, 100).orElseThrow().items())
                .isNotEmpty();
        for (SupportCase found : world.repository.query(CaseQuery.all()).cases()) {
            told(world, found.number());
        }
    }

    private static void told(Desks world, CaseNumber number) {
        CaseEventJson json = new CaseEventJson();
        ImmutableList<CaseEvent> history = world.repository.history(number);
        assertThat(history.stream().map(json::write).map(json::read)).containsExactlyElementsOf(history);
        assertThat(new ViewJson().write(world.desk.view(KAREN, number).orElseThrow()))
                .isNotEmpty();
        for (Explanation explanation : world.desk.clocks(KAREN, number).orElseThrow()) {
            assertThat(ExplanationWords.in(Locale.ENGLISH).of(explanation)).isNotEmpty();
        }
        assertThat(CaseHistory.of(history).latest()).isEqualTo(world.current(number));
    }

    private static List<Supplier<?>> attempts(Desks world, CaseNumber number, Extreme extreme) {
        SupportDesk desk = world.desk;
        String text = extreme.text();
        return List.of(
                () -> desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), text)),
                () -> desk.register(
                        KAREN, Registration.of(CITIZEN_CARL.value(), "help").withDescription(text)),
                () -> desk.register(RegistrationRequest.of(KAREN, Registration.of(CITIZEN_CARL.value(), "late"))
                        .withCircumstances(Circumstances.late(extreme.at()))),
                () -> desk.register(
                        KAREN, Registration.of(CITIZEN_CARL.value(), "number").withNumber(CaseNumber.of(text))),
                () -> desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "key"), RequestKey.of(text)),
                () -> desk.submit(KAREN, number, new CaseCommand.AddReference(Reference.of("mail", text))),
                () -> desk.submit(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, text)),
                () -> desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.SetAttribute(
                                AFFECTED, Optional.of(new AttributeValue.Decimal(extreme.number())))),
                () -> desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.SetAttribute(
                                AttributeId.of("telephone"), Optional.of(new AttributeValue.Text(text)))),
                () -> desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.empty(), Optional.of(text), Cause.TECHNICAL)),
                () -> desk.submit(KAREN, number, new CaseCommand.LinkKnowledge(text)),
                () -> desk.submit(KAREN, number, new CaseCommand.Escalate(ASTRID, text)),
                () -> desk.submit(KAREN, number, new CaseCommand.Assign(ActorId.of(text))),
                () -> desk.submit(CaseRequest.of(KAREN, number, new CaseCommand.Accept())
                        .withCircumstances(
                                Circumstances.builder().correlation(text).build())),
                () -> new RequestJson()
                        .readRegistration(new RequestJson().write(Registration.of(CITIZEN_CARL.value(), text))),
                () -> desk.operations().importCase(CaseImport.of(text, world.repository.history(number))),
                () -> desk.submit(
                        KAREN, number, new CaseCommand.Pause(WaitingFor.DATE, Optional.of(extreme.at()), text)));
    }

    /** What else people write, in the order of the way that a case goes. */
    private static List<Supplier<CaseCommand>> words(Extreme extreme) {
        String text = extreme.text();
        return List.of(
                () -> new CaseCommand.AddWatcher(new Watcher.Colleague(text)),
                () -> new CaseCommand.RemoveWatcher(new Watcher.Colleague(text)),
                () -> new CaseCommand.ProvideWorkaround(text),
                () -> new CaseCommand.HandOver(BIT, text),
                () -> new CaseCommand.GiveBack(GiveBackReason.MISROUTED, text),
                () -> new CaseCommand.DocumentSupplierContact(KMD, text),
                () -> new CaseCommand.ConvertToChange(ChangeKind.STANDARD, text),
                () -> new CaseCommand.LinkCase(CaseRelation.CAUSED_BY, CaseNumber.of(text)),
                () -> new CaseCommand.AddReference(Reference.of(text, "1")),
                () -> new CaseCommand.Refer(text, text),
                () -> new CaseCommand.Answer(text),
                () -> new CaseCommand.Reopen(text),
                () -> new CaseCommand.Close(ClosingReason.WITHDRAWN, text));
    }

    /** What comes beside a case: files, calls, people who are away, programs that help. */
    private static List<Supplier<?>> besides(Desks world, Extreme extreme) {
        AttachmentId id = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-000000000001");
        InputStream nothing = InputStream.nullInputStream();
        return List.of(
                () -> world.desk.keep(KAREN, new Upload(id, extreme.text(), "text/plain", nothing)),
                () -> world.desk.keep(KAREN, new Upload(id, "file", extreme.text(), nothing)),
                () -> new CallRecord(
                                extreme.text(),
                                extreme.at(),
                                "queue",
                                true,
                                extreme.after(),
                                extreme.after(),
                                Optional.of(extreme.text()),
                                Optional.empty(),
                                Optional.empty())
                        .ended(),
                () -> new ErlangC(10, extreme.after()).people(0.8, extreme.after()),
                () -> new Backlog(1, 1, 1, extreme.after(), extreme.after()).peopleFor(1, 1),
                () -> NOTHING.within(extreme.after(), Runnable::run)
                        .suggestions(world.current(world.registerFor(CITIZEN_CARL))),
                () -> Patience.builder().lease(extreme.after()).build().lease().toNanos());
    }

    /** Accepted, refused with words, or refused by name. */
    private static void tried(Supplier<?> attempt) {
        try {
            assertThat(attempt.get()).isNotNull();
        } catch (OutOfBoundsException outside) {
            assertThat(outside.getMessage()).hasSizeLessThan(300).doesNotContainPattern("[\\p{Cc}\u202e]");
        } catch (IllegalArgumentException unfit) {
            assertThat(unfit.getMessage()).isNotBlank().hasSizeLessThan(1_500);
        }
    }

    @Example
    void a_case_with_the_longest_number_is_told_of() {
        Desks world = new Desks(CaseRepository.inMemory());
        CaseNumber longest = CaseNumber.of("n".repeat(Bounds.LONGEST_NAME));
        CaseNumber likeIt = CaseNumber.of("n".repeat(Bounds.LONGEST_NAME - 1) + "o");

        for (CaseNumber number : List.of(longest, likeIt)) {
            assertThat(world.desk
                            .operations()
                            .importCase(new CaseImport(
                                    "the archive",
                                    CaseDescription.builder()
                                            .number(number)
                                            .customer(CITIZEN_CARL)
                                            .subject("long")
                                            .registeredAt(world.clock.instant())
                                            .build()))
                            .wasAccepted())
                    .isTrue();
            assertThat(world.does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "hello"))
                            .number())
                    .isEqualTo(number);
        }

        assertThat(world.desk.operations().deliver(10).sent()).isEqualTo(2);
    }

    @Example
    void the_ends_of_what_is_allowed_are_allowed() {
        assertThat(Bounds.instant("time", Bounds.EARLIEST)).isEqualTo(Bounds.EARLIEST);
        assertThat(Bounds.line("subject", "l".repeat(Bounds.LONGEST_LINE))).hasSize(Bounds.LONGEST_LINE);
        assertThat(Bounds.text("note", "t".repeat(Bounds.LONGEST_TEXT))).hasSize(Bounds.LONGEST_TEXT);
        assertThat(Bounds.name("name", "n".repeat(Bounds.LONGEST_NAME))).hasSize(Bounds.LONGEST_NAME);
    }
}
