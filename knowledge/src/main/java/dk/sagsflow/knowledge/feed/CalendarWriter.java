package dk.sagsflow.knowledge.feed;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Date;

/** Writes calendar files by biweekly; behind {@link CalendarFile}, which asks first whether that is there. */
final class CalendarWriter {
    private static final String PRODUCT = "-//Sagsflow//Calendar//EN";

    private CalendarWriter() {}

    static String written(CalendarFile file) {
        ICalendar calendar = new ICalendar();
        ignore(calendar.setProductId(PRODUCT));
        calendar.setMethod(new Method("PUBLISH"));
        ignore(calendar.setName(Outgoing.line(file.name())));
        file.entries().forEach(entry -> calendar.addEvent(event(entry)));
        return calendar.write();
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent();
        ignore(event.setUid(Outgoing.line(entry.uid())));
        Date changed = Date.from(entry.revision().at());
        ignore(event.setDateTimeStamp(changed));
        ignore(event.setLastModified(changed));
        ignore(event.setSequence(entry.revision().number()));
        ignore(event.setDateStart(Date.from(entry.begins())));
        ignore(event.setDateEnd(Date.from(entry.ends())));
        ignore(event.setSummary(Outgoing.line(entry.words().title())));
        if (!entry.words().text().isBlank()) {
            ignore(event.setDescription(Outgoing.text(entry.words().text())));
        }
        if (!entry.words().categories().isEmpty()) {
            ignore(event.addCategories(
                    entry.words().categories().stream().map(Outgoing::line).toList()));
        }
        event.setStatus(entry.revision().cancelled() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    @CanIgnoreReturnValue
    private static Object ignore(Object property) {
        return property;
    }
}
