package dk.sagsflow.knowledge.mailing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.writer.CsvWriter;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.text.SpreadsheetText;
import dk.sagsflow.knowledge.people.PersonEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * Who was on a mailing list. Immutable.
 *
 * @param people everybody on it, each once, in the order of the directory
 */
public record PeopleOnList(ImmutableList<PersonEntry> people) {
    /** Refuses null. */
    public PeopleOnList {
        requireNonNull(people, "people");
    }

    /** Where a mail to the list goes: confirmed addresses at which something can be delivered, each once. */
    public ImmutableSet<String> addresses() {
        return people.stream().flatMap(entry -> entry.address().stream()).collect(ImmutableSet.toImmutableSet());
    }

    /** Who is on it and cannot be reached by mail, to be asked for an address. */
    public ImmutableSet<ActorId> withoutAddress() {
        return people.stream()
                .filter(entry -> entry.address().isEmpty())
                .map(entry -> entry.person().id())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** As CSV under a header, a line for each person: id, name, unit, address. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("id", "name", "unit", "mail");
            people.forEach(entry ->
                    csv.writeRecord(fields(entry).map(SpreadsheetText::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Stream<String> fields(PersonEntry entry) {
        return Stream.of(
                entry.person().id().value(),
                entry.person().name(),
                entry.person().unit().map(Object::toString).orElse(""),
                entry.address().orElse(""));
    }
}
