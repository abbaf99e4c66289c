package dk.sagsflow.routing.notice;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.util.Optional;

/** From when on people may be told of a passed threshold or a due follow-up rule that is held to opening hours. */
final class OpeningHoursHold {
    private final Agreements agreements;
    private final ImmutableList<FollowUpRule> followUps;

    OpeningHoursHold(SupportModel model) {
        this.agreements = model.agreements();
        this.followUps = model.routing().followUps();
    }

    /** The next opening if the rule is held and the service is closed. */
    Optional<Instant> tellFrom(FollowUp followUp, Instant noticedAt) {
        return followUps.stream()
                .filter(rule -> rule.name().equals(followUp.rule()) && rule.heldToOpeningHours())
                .findFirst()
                .flatMap(rule -> opening(rule.calendar(), noticedAt));
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
