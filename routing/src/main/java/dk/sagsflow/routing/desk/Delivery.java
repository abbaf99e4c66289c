package dk.sagsflow.routing.desk;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox, in order for each case. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final CaseRepository repository;
    private final Notifier notifier;

    Delivery(CaseRepository repository, Notifier notifier) {
        this.repository = repository;
        this.notifier = notifier;
    }

    int deliver(Instant now, int limit) {
        Set<CaseNumber> stuck = new HashSet<>();
        int sent = 0;
        for (Notification notification : repository.undelivered(now, limit)) {
            if (stuck.contains(notification.caseNumber())) {
                continue;
            }
            try {
                notifier.send(notification);
                repository.delivered(notification.id());
                sent++;
            } catch (RuntimeException e) {
                stuck.add(notification.caseNumber());
                LOG.warn("notification {} was not sent and will be tried again", notification.id(), e);
            }
        }
        return sent;
    }
}
