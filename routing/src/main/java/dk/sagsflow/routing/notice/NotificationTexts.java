package dk.sagsflow.routing.notice;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.notification.CanonicalAddress;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.privacy.PersonalNumbers;
import dk.sagsflow.core.privacy.SingleLine;
import dk.sagsflow.routing.template.NotificationField;
import dk.sagsflow.routing.template.NotificationTemplates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes notifications: fills in templates, and lets no personal identification number through. */
final class NotificationTexts {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final NotificationTemplates templates;
    private final ZoneId zone;

    NotificationTexts(
            SupportOrganisation organisation, Directory directory, NotificationTemplates templates, ZoneId zone) {
        this.organisation = organisation;
        this.directory = directory;
        this.templates = templates;
        this.zone = zone;
    }

    /**
     * What is told.
     *
     * @param kind what kind of notification
     * @param text what was said; blank if nothing was
     * @param reason the key of words that say why
     * @param due a time that it is about
     */
    record Message(Notification.Kind kind, String text, Optional<String> reason, Optional<Instant> due) {
        static Message of(Notification.Kind kind, String text) {
            return new Message(kind, text, Optional.empty(), Optional.empty());
        }

        Message because(String key) {
            return new Message(kind, text, Optional.of(key), due);
        }

        Message at(Optional<Instant> time) {
            return new Message(kind, text, reason, time);
        }
    }

    /** Where somebody reads, and in which language. */
    record Recipient(String address, Locale language) {}

    Notification written(SupportCase current, CaseEvent event, Message message, Recipient recipient) {
        Locale language = templates.written(recipient.language());
        Map<NotificationField, String> values = values(current, message, language);
        CaseNumber number = current.number();
        MessageId.Told told = new MessageId.Told(
                CanonicalAddress.of(recipient.address()),
                SingleLine.of(PersonalNumbers.masked(templates.subject(message.kind(), language, values), number)),
                PersonalNumbers.masked(templates.body(message.kind(), language, values), number));
        return Notification.builder()
                .id(MessageId.of(number, event.sequence(), message.kind(), told))
                .caseNumber(number)
                .kind(message.kind())
                .address(recipient.address())
                .language(language)
                .subject(told.subject())
                .text(told.text())
                .at(event.recordedAt())
                .build();
    }

    private Map<NotificationField, String> values(SupportCase current, Message message, Locale language) {
        Map<NotificationField, String> values = new EnumMap<>(NotificationField.class);
        values.put(NotificationField.NUMBER, current.number().value());
        values.put(NotificationField.SUBJECT, current.subject());
        values.put(NotificationField.TEXT, message.text());
        values.put(NotificationField.ORGANISATION, organisation.name());
        values.put(
                NotificationField.CUSTOMER,
                directory.customer(current.customer()).map(Customer::name).orElse(""));
        values.put(NotificationField.SYSTEM, system(current));
        values.put(
                NotificationField.PRIORITY, current.priority().map(Enum::name).orElse(""));
        values.put(NotificationField.GROUP, group(current));
        values.put(
                NotificationField.REASON,
                message.reason()
                        .map(key -> NotificationTemplates.words(key, language))
                        .orElse(""));
        values.put(
                NotificationField.DUE,
                message.due()
                        .map(time -> NotificationTemplates.time(time, zone, language))
                        .orElse(""));
        return values;
    }

    private String system(SupportCase current) {
        return current.system()
                .flatMap(organisation::system)
                .map(SupportedSystem::name)
                .orElse("");
    }

    private String group(SupportCase current) {
        return current.working()
                .map(Station::group)
                .flatMap(organisation::group)
                .map(SupportGroup::name)
                .orElse("");
    }
}
