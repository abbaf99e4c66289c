package dk.sagsflow.imports.export;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.imports.note.SourcePlace;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Rows as XML elements that are named for their table, with an element for each field. Nothing outside the text is read. */
final class XmlRows {
    private final String file;
    private final ImmutableSet<String> known;
    private final Problems problems;

    XmlRows(String file, ImmutableSet<String> known, Problems problems) {
        this.file = file;
        this.known = known;
        this.problems = problems;
    }

    void read(String text, Consumer<Entry> to) {
        try {
            XMLStreamReader reader = reader(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!anyRow(reader, to)) {
                problems.add(new Problem(
                        file, 1, 1, "", "no element is named for a table; tables are " + String.join(", ", known)));
            }
        } catch (XMLStreamException malformed) {
            int line = place(malformed, Location::getLineNumber);
            int column = place(malformed, Location::getColumnNumber);
            problems.add(new Problem(file, line, column, "", "not XML: " + malformed.getMessage()));
        }
    }

    private boolean anyRow(XMLStreamReader reader, Consumer<Entry> to) throws XMLStreamException {
        boolean any = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && known.contains(reader.getLocalName())) {
                any = true;
                to.accept(row(reader));
            }
        }
        return any;
    }

    /** One that fetches nothing from elsewhere. */
    private static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    private static int place(XMLStreamException malformed, ToIntFunction<Location> part) {
        Location location = malformed.getLocation();
        return location == null ? 1 : Math.max(1, part.applyAsInt(location));
    }

    private Entry row(XMLStreamReader reader) throws XMLStreamException {
        String table = reader.getLocalName();
        SourcePlace place = place(reader, table);
        Map<String, Entry.Cell> cells = new HashMap<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals(table)) {
            if (reader.isStartElement()) {
                String field = reader.getLocalName();
                SourcePlace at = place(reader, table + "/" + field);
                String text = content(reader);
                if (!text.isBlank()) {
                    cells.put(field, new Entry.Cell(text.strip(), at));
                }
            }
        }
        return new Entry(table, place, ImmutableMap.copyOf(cells), problems);
    }

    /** What stands in an element and in those within it. */
    private static String content(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private SourcePlace place(XMLStreamReader reader, String part) {
        return new SourcePlace(
                file,
                Math.max(1, reader.getLocation().getLineNumber()),
                Math.max(1, reader.getLocation().getColumnNumber()),
                part);
    }
}
