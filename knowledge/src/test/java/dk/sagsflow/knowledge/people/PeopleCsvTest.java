package dk.sagsflow.knowledge.people;

import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.knowledge.Folk;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleCsvTest {
    private static final String EXPORT = """
            uid;navn;name of manager;ou;roles;groups;mail
            hanne;Hanne;x;;;CN=Centre;hanne@example.dk
            bo;Bo;x;;;bit;bo@example.dk
            astrid;"Astrid; nu gift";x;aarhus;superuser|colleague;superusers;
            mette;Mette;x;aarhus;manager;;mette@example.dk
            viggo;Viggo;x;odense;Superuser;superusers;viggo@example.dk
            """;

    private final Folk folk = new Folk();
    private final PeopleBook book = folk.people.book();
    private final PeopleCsv csv = PeopleCsv.standard()
            .withDelimiter(';')
            .withColumn("id", "uid")
            .withColumn("name", "navn")
            .withColumn("unit", "OU")
            .withGroup("CN=Centre", "centre");

    @Test
    void an_export_shows_what_it_would_change_before_it_does() {
        DirectoryChanges changes = book.compare(csv.read("\uFEFF" + EXPORT, PeopleExport.Scope.EVERYBODY));

        assertThat(changes.problems()).isEmpty();
        assertThat(changes.changes())
                .extracting(change -> change.describe(Locale.forLanguageTag("da")))
                .containsExactly(
                        "ændret: Astrid (astrid), superbruger, aarhus, superusers bliver"
                                + " Astrid; nu gift (astrid), superbruger, kollega, aarhus, superusers",
                        "ny: Viggo (viggo), superbruger, odense, superusers, viggo@example.dk",
                        "ophørt: Ole (ole), superbruger, odense, superusers, ole@example.dk");
        assertThat(book.now().person(OLE)).isPresent();

        book.apply(KEEPER, changes).orElseThrow();
        assertThat(book.now().person(OLE)).isEmpty();
        assertThat(book.compare(csv.read(EXPORT, PeopleExport.Scope.EVERYBODY)).changes())
                .isEmpty();
    }

    @Test
    void what_an_export_says_nothing_of_stays_as_it_is() {
        PeopleExport names = csv.read("uid;navn\nole;Ole Olsen\nbo;Bo\n", PeopleExport.Scope.THOSE_NAMED);

        assertThat(book.compare(names).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.describe(Locale.ENGLISH))
                        .isEqualTo("changes: Ole (ole), superuser, odense, superusers, ole@example.dk"
                                + " becomes Ole Olsen (ole), superuser, odense, superusers, ole@example.dk"));
        PeopleExport moved = csv.read("uid;navn;ou\nole;Ole;\n", PeopleExport.Scope.THOSE_NAMED);
        book.apply(KEEPER, book.compare(moved)).orElseThrow();
        assertThat(book.now().person(OLE).orElseThrow().person().roles()).isEmpty();
    }

    @Test
    void an_export_of_some_lets_the_others_stay() {
        assertThat(book.compare(csv.read(EXPORT, PeopleExport.Scope.THOSE_NAMED))
                        .changes())
                .noneMatch(DirectoryChange.Goes.class::isInstance);
    }

    @Test
    void what_changed_since_it_was_shown_is_not_done() {
        DirectoryChanges changes = book.compare(csv.read(EXPORT, PeopleExport.Scope.EVERYBODY));
        folk.enter(ListedPerson.superuser("ole", "Ole Olsen", "odense"));

        assertThat(book.apply(KEEPER, changes).refusal())
                .contains(new PeopleRefusal.ChangedSinceShown(ImmutableSet.of(OLE)));
    }

    @Test
    void every_line_that_cannot_be_read_is_told_and_then_nothing_is_changed() {
        PeopleExport export = csv.read("""
                uid;navn;ou;roles;groups;mail
                bo;;;;;
                x;X;aarhus;boss;;
                y;Y;;manager;;
                z;Z;;;;"a
                b"
                hanne;Hanne;;;;
                hanne;Hanne;;;;
                """, PeopleExport.Scope.EVERYBODY);

        assertThat(export.problems())
                .hasSize(5)
                .anySatisfy(problem -> assertThat(problem).startsWith("line 2: no name; column navn"))
                .anySatisfy(problem -> assertThat(problem).startsWith("line 3: role is none of"))
                .anySatisfy(problem -> assertThat(problem).startsWith("line 8: hanne has a line already"));
        assertThat(book.apply(KEEPER, book.compare(export)).refusal().orElseThrow())
                .isInstanceOf(PeopleRefusal.ExportUnsound.class);
        assertThat(book.now().people()).hasSize(5);
    }

    @Test
    void what_is_no_csv_or_empty_takes_nobody_away() {
        for (String text :
                new String[] {"", "uid;navn\n", "uid;navn\n\"open;x", "a,b,c\n1,2,3\n", "uid;navn;uid\nx;y\n"}) {
            PeopleExport export = csv.read(text, PeopleExport.Scope.EVERYBODY);
            assertThat(book.apply(KEEPER, book.compare(export)).wasAccepted())
                    .as(text)
                    .isFalse();
        }
    }
}
