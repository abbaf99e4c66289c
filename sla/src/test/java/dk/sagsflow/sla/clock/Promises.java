package dk.sagsflow.sla.clock;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;

/** What a support centre that is open Monday to Friday, 8 to 16, promises its customers. */
final class Promises {
    static final ServiceCalendar OFFICE = ServiceCalendar.in(Story.COPENHAGEN)
            .open(MONDAY, FRIDAY, "08:00", "16:00")
            .build();

    private Promises() {}

    static Target target(String id, Measure measure, int hours) {
        return target(id, measure, Budget.of(Duration.ofHours(hours)));
    }

    static Target target(String id, Measure measure, Budget budget) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(budget)
                .calendar(OFFICE)
                .build();
    }

    static Agreement toCustomers(Target... targets) {
        return Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .addTargets(targets)
                .build();
    }
}
