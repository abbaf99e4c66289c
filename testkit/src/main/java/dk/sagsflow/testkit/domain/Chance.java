package dk.sagsflow.testkit.domain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices by chance of what models are made of, the same for the same random. Not thread-safe. */
final class Chance {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final ServiceCalendar OFFICE = ServiceCalendar.in(ZONE)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .publicHolidays("DK")
            .build();
    private static final ImmutableList<ServiceCalendar> CALENDARS = ImmutableList.of(
            ServiceCalendar.always(ZONE),
            OFFICE,
            ServiceCalendar.in(ZONE)
                    .open(DayOfWeek.MONDAY, DayOfWeek.SATURDAY, "07:30", "12:00")
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:30", "20:00")
                    .build(),
            ServiceCalendar.in(ZONE)
                    .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "18:00", "02:00")
                    .build());

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    boolean of(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** At least one of these, if there is one. */
    <T> List<T> some(List<T> from) {
        List<T> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, random);
        return mixed.isEmpty() ? mixed : mixed.subList(0, between(1, mixed.size()));
    }

    ServiceCalendar hours() {
        return one(CALENDARS);
    }

    /** That the field has one of some of these values. */
    Condition oneIn(CaseField field, Enum<?>[] constants) {
        return new Condition.Is(
                field, some(Arrays.asList(constants)).stream().map(Enum::name).collect(ImmutableSet.toImmutableSet()));
    }

    /** Any priority for any pair. */
    PriorityMatrix matrix() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                cells.put(impact, urgency, one(Arrays.asList(Priority.values())));
            }
        }
        return new PriorityMatrix(cells.build());
    }
}
