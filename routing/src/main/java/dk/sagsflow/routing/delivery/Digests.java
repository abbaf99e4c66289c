package dk.sagsflow.routing.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.routing.template.NotificationField;
import dk.sagsflow.routing.template.NotificationTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes one message of what somebody is told in a digest. */
final class Digests {
    private static final String RULE = "\n\n----------\n\n";

    private final NotificationTemplates templates;

    Digests(NotificationTemplates templates) {
        this.templates = templates;
    }

    /**
     * The message, whose id is made of those in it: the same ones make the same message again. What is in it was freed of
     * personal identification numbers when it was written.
     *
     * @param told at least one, to one mailbox
     */
    Notification of(List<Notification> told) {
        Notification first = told.get(0);
        return told.size() == 1 ? first : together(first, told);
    }

    private Notification together(Notification first, List<Notification> told) {
        Locale language = templates.written(first.language());
        String text =
                told.stream().map(each -> each.subject() + "\n\n" + each.text()).collect(Collectors.joining(RULE));
        Map<NotificationField, String> values =
                Map.of(NotificationField.COUNT, Integer.toString(told.size()), NotificationField.TEXT, text);
        return Notification.builder()
                .id(id(told))
                .caseNumber(first.caseNumber())
                .kind(Notification.Kind.DIGEST)
                .address(first.address())
                .language(language)
                .subject(templates.subject(Notification.Kind.DIGEST, language, values))
                .text(templates.body(Notification.Kind.DIGEST, language, values))
                .at(told.get(told.size() - 1).at())
                .build();
    }

    private static MessageId id(List<Notification> told) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String id : ids(told)) {
            hasher.putInt(id.length()).putString(id, StandardCharsets.UTF_8);
        }
        return MessageId.of("digest/" + hasher.hash());
    }

    private static ImmutableList<String> ids(List<Notification> told) {
        return told.stream().map(each -> each.id().value()).sorted().collect(ImmutableList.toImmutableList());
    }
}
