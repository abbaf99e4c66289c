package dk.sagsflow.verification.simulation;

import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Optional;
import java.util.stream.Stream;

/** When groups work, as far as the limits of a model tell: when the clocks of their own limits run. */
final class GroupHours {
    private final SupportModel model;

    GroupHours(SupportModel model) {
        this.model = model;
    }

    /** Those of the first limit of the group, else of its tier, else around the clock. */
    ServiceCalendar of(SupportGroup group) {
        return promisedBy(new Party.OfGroup(group.id()))
                .or(() -> promisedBy(new Party.OfTier(group.tier())))
                .orElseGet(ServiceCalendar::always);
    }

    private Optional<ServiceCalendar> promisedBy(Party provider) {
        return Stream.of(Measure.RESIDENCE, Measure.CUMULATIVE_RESIDENCE, Measure.ACCEPTANCE, Measure.ANSWER)
                .flatMap(measure -> model.agreements().all().stream()
                        .filter(agreement -> agreement.provider().equals(provider))
                        .map(Agreement::targets)
                        .flatMap(targets -> targets.stream().filter(target -> target.measure() == measure)))
                .map(Target::calendar)
                .findFirst();
    }
}
