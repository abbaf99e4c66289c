package dk.sagsflow.routing.desk;

import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.util.Optional;

/** From when on people may be told of a passed threshold that is held to opening hours. */
final class OpeningHoursHold {
    private final Agreements agreements;

    OpeningHoursHold(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The next opening if the threshold is held and the service is closed. */
    Optional<Instant> tellFrom(PassedThreshold passed, Instant noticedAt) {
        return agreements.all().stream()
                .filter(agreement -> agreement.id().equals(passed.agreement())
                        && agreement.version().equals(passed.version()))
                .map(Agreement::targets)
                .flatMap(targets -> targets.stream().filter(target -> holds(target, passed)))
                .findFirst()
                .flatMap(target -> opening(target.calendar(), noticedAt));
    }

    private static boolean holds(Target target, PassedThreshold passed) {
        return target.id().equals(passed.target())
                && target.thresholds().stream()
                        .anyMatch(threshold -> threshold.heldToOpeningHours()
                                && passed.id().endsWith("/" + threshold.at().describe()));
    }

    private static Optional<Instant> opening(ServiceCalendar calendar, Instant noticedAt) {
        return calendar.openAt(noticedAt)
                ? Optional.empty()
                : calendar.nextOpening(noticedAt).instant();
    }
}
