package dk.sagsflow.examples.sagsflow.log.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The events of an XES log (IEEE 1849), read as they come. A value of an event has the name of its key, one of its trace the
 * same after {@code case:}. What a document declares for itself, entities above all, is not read.
 */
final class XesRows implements NamedRows.Source {
    private static final String OF_TRACE = "case:";

    private final Path file;
    private final XMLStreamReader xml;
    private final Map<String, String> trace = new LinkedHashMap<>();
    private final Map<String, String> event = new LinkedHashMap<>();
    private boolean inTrace;
    private boolean inEvent;
    private long eventLine;

    XesRows(Path file, InputStream in) {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw unusable(broken, 1);
        }
    }

    @Override
    public NamedRows.@Nullable Named next() {
        try {
            while (xml.hasNext()) {
                int token = xml.next();
                if (token == XMLStreamConstants.START_ELEMENT) {
                    begin(xml.getLocalName());
                } else if (token == XMLStreamConstants.END_ELEMENT && end(xml.getLocalName())) {
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            throw unusable(broken, xml.getLocation().getLineNumber());
        }
    }

    private NamedRows.Named row() {
        Map<String, String> values = new LinkedHashMap<>(trace);
        values.putAll(event);
        return new NamedRows.Named(eventLine, values);
    }

    private void begin(String element) throws XMLStreamException {
        if (element.equals("trace")) {
            inTrace = true;
            trace.clear();
        } else if (element.equals("event")) {
            inEvent = true;
            eventLine = xml.getLocation().getLineNumber();
            event.clear();
        } else if (inTrace) {
            attribute();
        }
    }

    /** Whether an event is over. */
    private boolean end(String element) {
        if (element.equals("trace")) {
            inTrace = false;
        }
        boolean eventIsOver = element.equals("event") && inTrace;
        inEvent &= !element.equals("event");
        return eventIsOver;
    }

    /** What an attribute says; what it has within itself is read over. */
    private void attribute() throws XMLStreamException {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key != null && value != null) {
            if (inEvent) {
                event.put(ValueText.composed(key), value);
            } else {
                trace.put(OF_TRACE + ValueText.composed(key), value);
            }
        }
        int depth = 1;
        while (depth > 0) {
            int token = xml.next();
            depth += token == XMLStreamConstants.START_ELEMENT ? 1 : token == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private UnusableInputException unusable(XMLStreamException broken, long line) {
        Throwable cause = broken.getNestedException();
        String what = cause instanceof java.io.IOException unreadable
                ? LogFile.describe(unreadable, line)
                : "line " + line + ": not XES: " + OneLine.of(String.valueOf(broken.getMessage()));
        return new UnusableInputException(file, what, broken);
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException unclosable) {
            throw unusable(unclosable, 0);
        }
    }
}
