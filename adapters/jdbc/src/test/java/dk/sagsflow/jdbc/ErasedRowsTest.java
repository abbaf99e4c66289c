package dk.sagsflow.jdbc;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person is in every table in which a person can be, and then in no column of any. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasedRowsTest {
    private static final String MARK = "zqxsuperuser";
    private static final ActorId SELF = ActorId.of(MARK);
    private static final Customer PERSON = Customer.builder()
            .id(CustomerId.of(MARK))
            .name("Zqxsuperuser Zachariassen")
            .kind(CustomerKind.SUPERUSER)
            .unit(UnitId.of("jobcentre-aarhus"))
            .mailAddress(MARK + "@example.dk")
            .build();
    private static final AttributeId TELEPHONE = AttributeId.of("telephone");
    private static final SupportOrganisation ORGANISATION = ReferenceOrganisation.organisation()
            .withAttributes(AttributeDefinition.builder()
                    .id(TELEPHONE)
                    .name("Telephone")
                    .type(AttributeType.TEXT)
                    .personal(true)
                    .build());
    private static final Patience TWICE = Patience.builder().attempts(2).build();
    /** Where nobody is named: what is counted, numbered, locked, or told apart by numbers alone. */
    private static final Set<String> IMPERSONAL = Set.of(
            "sagsflow_schema",
            "sagsflow_step",
            "sagsflow_log",
            "sagsflow_series",
            "sagsflow_request_case",
            "sagsflow_lock",
            "sagsflow_lane_claim",
            "sagsflow_count",
            "sagsflow_counted",
            "sagsflow_knowledge_step",
            "sagsflow_knowledge_log");

    /** Keys whose values are digests of addresses, and of what fields hold. */
    private static final Set<String> DIGESTS = Set.of("watcher", "attribute");

    private static final Set<Integer> BYTES = Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY);

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");

    static List<TestDatabase> databases() {
        return List.of(H2Database.H2, PostgresDatabase.required());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_column_of_any_table_holds_anything_of_a_person_who_was_erased(TestDatabase database) throws SQLException {
        SagsflowStore store = database.empty();
        SupportDesk desk = desk(store);
        KnowledgeBase knowledge = knowledge(store);
        lives(store, desk, knowledge);
        Map<String, String> before = holding(database);
        assertThat(before.keySet()).containsAll(personal(database)).doesNotContainAnyElementsOf(IMPERSONAL);

        assertThat(desk.operations().eraseCustomer(PERSON.id()).orElseThrow().left())
                .isEmpty();
        knowledge.erasure().forget(KAREN, SELF).orElseThrow();
        store.people().remove(SELF);
        store.people().remove(PERSON.id());
        swept(desk);

        assertThat(holding(database)).isEmpty();
        if (database == H2Database.H2) {
            assertThat(dump(database)).doesNotContain("zqx");
        }
    }

    private SupportDesk desk(SagsflowStore store) {
        store.people()
                .replaceAll(
                        ImmutableList.<Actor>builder()
                                .addAll(ReferenceOrganisation.actors())
                                .add(Actor.customer(MARK, PERSON)
                                        .withMemberships(SUPERUSERS)
                                        .withMailAddress(MARK + "@example.dk"))
                                .build(),
                        ImmutableList.<Customer>builder()
                                .addAll(ReferenceOrganisation.customers())
                                .add(PERSON)
                                .build());
        return SupportDesk.builder(SupportModel.of(ORGANISATION), store.people(), clock)
                .withDelivery(TWICE)
                .withFollowing(TWICE)
                .withRepository(store.cases())
                .withSubscriptions(store.subscriptions())
                .withAttachments(store.attachments(1_000))
                .withNotifier(notification -> {
                    throw new IllegalStateException("no mail with " + notification.text());
                })
                .withSubscription(SubscriptionName.of("broken"), SubscriptionStart.beginning(), steps -> {
                    throw new IllegalStateException("no field for " + steps);
                })
                .build();
    }

    private KnowledgeBase knowledge(SagsflowStore store) {
        return KnowledgeBase.builder(ReferenceOrganisation.organisation(), store.people(), clock)
                .withStore(StoredKnowledge.of(store))
                .withEditor(RightHolder.person(KAREN.value()))
                .build();
    }

    private void lives(SagsflowStore store, SupportDesk desk, KnowledgeBase knowledge) {
        store.subscriptions().subscribe(PERSON.id(), Notification.Kind.STATUS_CHANGED, Subscriptions.Wish.IN_DIGEST);
        int found = knowledge
                .search()
                .search(knowledge.reader(SELF), SearchQuery.of("nothing of " + MARK))
                .total();
        assertThat(found).isZero();
        ImmutableList<CaseNumber> own =
                ImmutableList.of(registered(desk, SUPERUSERS, 1), registered(desk, SUPPORT_CENTRE, 2));
        CaseNumber others = desk.register(KAREN, Registration.of(CASEWORKER_IN_AARHUS.value(), "help"))
                .orElseThrow()
                .number();
        does(desk, KAREN, others, new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)));
        does(desk, KAREN, others, new CaseCommand.AddWatcher(new Watcher.Colleague(MARK + "@example.dk")));
        does(desk, KAREN, others, new CaseCommand.AddNote(Visibility.CUSTOMER, "to all who watch"));
        does(desk, SELF, own.get(0), new CaseCommand.Accept());
        does(desk, SELF, own.get(0), new CaseCommand.Assign(SELF));
        does(
                desk,
                KAREN,
                own.get(1),
                new CaseCommand.SetAttribute(TELEPHONE, Optional.of(new AttributeValue.Text(MARK))));
        does(desk, KAREN, own.get(1), new CaseCommand.AddReference(Reference.of("mail", MARK)));
        does(desk, KAREN, own.get(1), new CaseCommand.Escalate(SELF, "she knows " + MARK));
        does(desk, KAREN, own.get(1), new CaseCommand.AddWatcher(new Watcher.Member(SELF, Watcher.Copies.CUSTOMER)));
        does(desk, KAREN, own.get(1), new CaseCommand.AddNote(Visibility.CUSTOMER, MARK));
        swept(desk);
        does(desk, KAREN, own.get(1), new CaseCommand.Escalate(SELF, "she still knows " + MARK));
        assertThat(store.cases().outbox().claim(clock.instant().plusSeconds(90_000), Duration.ofHours(1), 100, 100))
                .as("which nobody says anything of")
                .isNotEmpty();
        does(desk, SELF, own.get(0), new CaseCommand.Close(ClosingReason.WITHDRAWN, MARK));
        does(desk, KAREN, own.get(1), new CaseCommand.Close(ClosingReason.WITHDRAWN, MARK));
        fails(store, desk, own);
    }

    /** What went wrong is said with the words of the person: of a case that is looked at, and of one that is set aside. */
    private void fails(SagsflowStore store, SupportDesk desk, ImmutableList<CaseNumber> own) {
        assertThat(desk.operations().follow(100).failed()).isPositive();
        assertThat(store.cases().takeUp(own.get(0), clock.instant())).isTrue();
        store.cases()
                .claimDue(clock.instant(), Duration.ofMinutes(1), 10)
                .forEach(claim -> store.cases().postpone(claim, "no clock for " + MARK, clock.instant()));
        store.cases().setAside(own.get(1), "no history of " + MARK);
    }

    private CaseNumber registered(SupportDesk desk, GroupId group, int number) {
        AttachmentId id = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-%012d".formatted(number));
        byte[] content = ("I am " + MARK).getBytes(StandardCharsets.UTF_8);
        Attachment file = desk.keep(SELF, new Upload(id, MARK + ".png", "image/png", new ByteArrayInputStream(content)))
                .orElseThrow();
        Registration registration = Registration.builder()
                .customer(PERSON.id())
                .subject(MARK)
                .description("I, " + MARK + ", cannot log in")
                .group(group)
                .addAttachment(file)
                .build();
        return desk.register(SELF, registration, RequestKey.of(MARK + number))
                .orElseThrow()
                .number();
    }

    private void does(SupportDesk desk, ActorId by, CaseNumber number, CaseCommand command) {
        clock.advance(Duration.ofMinutes(1));
        CaseRequest request = CaseRequest.builder()
                .by(by)
                .number(number)
                .command(command)
                .key(RequestKey.of("key-" + clock.instant()))
                .circumstances(Circumstances.builder()
                        .correlation("C " + clock.instant())
                        .build())
                .build();
        assertThat(desk.submit(request).orElseThrow().version()).isPositive();
    }

    private void swept(SupportDesk desk) {
        for (int turn = 0; turn < 12; turn++) {
            clock.advance(Duration.ofHours(8));
            int unused = desk.operations().sweep(100).handled()
                    + desk.operations().deliver(100).sent()
                    + desk.operations().follow(100).handled();
        }
    }

    private static List<String> personal(TestDatabase database) throws SQLException {
        return tables(database).stream()
                .filter(table -> !IMPERSONAL.contains(table))
                .toList();
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("sagsflow_")) {
                    names.add(name);
                }
            }
            return names;
        }
    }

    /** The tables in which something of the person is, with the first place of each. */
    private static Map<String, String> holding(TestDatabase database) throws SQLException {
        Map<String, String> holding = new TreeMap<>();
        for (String table : tables(database)) {
            heldBy(database, table).ifPresent(place -> holding.put(table, place));
        }
        return holding;
    }

    private static Optional<String> heldBy(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    String value = text(rows, column);
                    if (value.contains("zqx") || DIGESTS.contains(value)) {
                        return Optional.of(rows.getMetaData().getColumnName(column) + " " + value);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Words, as they are or as bytes. */
    private static String text(ResultSet rows, int column) throws SQLException {
        boolean bytes = BYTES.contains(rows.getMetaData().getColumnType(column));
        String text = bytes
                ? new String(rows.getBytes(column), StandardCharsets.ISO_8859_1)
                : String.valueOf(rows.getString(column));
        return text.toLowerCase(Locale.ROOT);
    }

    private static String dump(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("SCRIPT")) {
            StringBuilder all = new StringBuilder();
            while (lines.next()) {
                all.append(lines.getString(1)).append('\n');
            }
            return all.toString().toLowerCase(Locale.ROOT);
        }
    }
}
