package dk.sagsflow.knowledge.feed;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.util.Date;

/** Writes calendar files by biweekly; behind {@link CalendarFile}, which asks first whether that is there. */
final class CalendarWriter {
    private static final String PRODUCT = "-//Sagsflow//Calendar//EN";

    private CalendarWriter() {}

    static String written(CalendarFile file) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(new Method("PUBLISH"));
        calendar.setName(Outgoing.line(file.name()));
        file.entries().forEach(entry -> calendar.addEvent(event(entry)));
        return calendar.write();
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent();
        event.setUid(Outgoing.line(entry.uid()));
        Date changed = Date.from(entry.revision().at());
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setSequence(entry.revision().number());
        event.setDateStart(Date.from(entry.begins()));
        event.setDateEnd(Date.from(entry.ends()));
        event.setSummary(Outgoing.line(entry.words().title()));
        if (!entry.words().text().isBlank()) {
            event.setDescription(Outgoing.text(entry.words().text()));
        }
        if (!entry.words().categories().isEmpty()) {
            event.addCategories(
                    entry.words().categories().stream().map(Outgoing::line).toList());
        }
        event.setStatus(entry.revision().cancelled() ? Status.cancelled() : Status.confirmed());
        return event;
    }
}
