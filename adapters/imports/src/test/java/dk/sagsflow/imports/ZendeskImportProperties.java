package dk.sagsflow.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceMoment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.JsonNodeFactory;

class ZendeskImportProperties {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final List<String> METRICS = List.of(
            "first_reply_time",
            "next_reply_time",
            "requester_wait_time",
            "agent_work_time",
            "total_resolution_time",
            "periodic_update_time",
            "pausable_update_time");
    private static final List<String> FIELDS =
            List.of("type", "priority", "group_id", "organization_id", "current_tags", "brand_id", "custom_fields_9");

    private record Interval(int start, int end) {}

    @Property(tries = 200)
    void targets_are_due_when_the_minutes_of_the_schedule_are_used_up(
            @ForAll("weeks") List<Interval> week,
            @ForAll @IntRange(min = 1, max = 1200) int minutes,
            @ForAll @IntRange(min = 0, max = 60 * 24 * 60) int start,
            @ForAll Set<@IntRange(min = 0, max = 90) Integer> holidays) {
        Set<LocalDate> closed = holidays.stream().map(FIRST::plusDays).collect(Collectors.toSet());
        PolicyImport imported = PolicyImport.of(
                PolicySource.ZENDESK,
                ImmutableMap.of(
                        "policies.json", policies(minutes, "{}"),
                        "schedules.json", schedules(week),
                        "holidays.json", holidays(closed)),
                ImportSettings.standard());
        Target target =
                imported.model().model().agreements().all().get(0).targets().get(0);
        Instant from = FIRST.atStartOfDay(ZONE).toInstant().plus(start, ChronoUnit.MINUTES);

        assertThat(target.due(from)).isEqualTo(new ServiceMoment.At(counted(week, closed, from, minutes)));
    }

    /** Minute by minute, as the documentation of schedules counts: from Sunday at midnight, holidays left out. */
    private static Instant counted(List<Interval> week, Set<LocalDate> closed, Instant from, int minutes) {
        Instant now = from;
        for (int left = minutes; left > 0; now = now.plus(1, ChronoUnit.MINUTES)) {
            ZonedDateTime local = now.atZone(ZONE);
            int minute = local.getDayOfWeek().getValue() % 7 * 1440 + local.getHour() * 60 + local.getMinute();
            boolean open = week.stream().anyMatch(each -> each.start() <= minute && minute < each.end());
            if (open && !closed.contains(local.toLocalDate())) {
                left--;
            }
        }
        return now;
    }

    @Property(tries = 200)
    void whatever_is_written_is_read_without_errors(
            @ForAll("policies") List<String> policies, @ForAll("weeks") List<Interval> week) {
        PolicyImport imported = PolicyImport.of(
                PolicySource.ZENDESK,
                ImmutableMap.of(
                        "policies.json",
                        "{\"sla_policies\": [" + numbered(policies) + "]}",
                        "schedules.json",
                        schedules(week)),
                ImportSettings.standard());

        assertThat(imported.model().model().agreements().all()).isNotEmpty();
        assertThat(ImportReport.of(imported, Locale.forLanguageTag("da")).lines())
                .isNotEmpty();
    }

    private static String numbered(List<String> policies) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < policies.size(); i++) {
            all.append(i == 0 ? "" : ",").append(policies.get(i).replace("ID", Integer.toString(i)));
        }
        return all.toString();
    }

    @Provide
    Arbitrary<List<Interval>> weeks() {
        Arbitrary<Interval> interval = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 1350),
                        Arbitraries.integers().between(90, 600))
                .as((day, from, length) -> new Interval(day * 1440 + from, day * 1440 + Math.min(1440, from + length)));
        return interval.list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> policies() {
        Arbitrary<String> titles = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(300)
                .filter(text -> !text.isBlank())
                .map(ZendeskImportProperties::quoted);
        Arbitrary<String> metric = Combinators.combine(
                        Arbitraries.of(METRICS),
                        Arbitraries.of("low", "normal", "high", "urgent"),
                        Arbitraries.integers().between(1, 100_000),
                        Arbitraries.of(true, false))
                .as((name, priority, target, business) -> "{\"metric\": \"" + name + "\", \"priority\": \"" + priority
                        + "\", \"target\": " + target + ", \"business_hours\": " + business + "}");
        Arbitrary<String> metrics = metric.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join(
                        ",",
                        list.stream()
                                .collect(Collectors.toMap(
                                        text -> text.substring(0, text.indexOf("\"target\"")),
                                        text -> text,
                                        (one, two) -> one))
                                .values()));
        return Combinators.combine(titles, conditions(), conditions(), metrics)
                .as((title, all, any, list) -> "{\"id\": ID, \"title\": " + title + ", \"filter\": {\"all\": [" + all
                        + "], \"any\": [" + any + "]}, \"policy_metrics\": [" + list + "]}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<String> conditions() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("\"incident\"", "\"urgent\"", "7", "true", "null", "[1, 2]", "[]", "\"vip gold\""),
                Arbitraries.strings().ofMaxLength(12).map(ZendeskImportProperties::quoted));
        return Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of("is", "is_not", "includes", "not_includes", "less_than", "present"),
                        values)
                .as((field, operator, value) ->
                        "{\"field\": \"" + field + "\", \"operator\": \"" + operator + "\", \"value\": " + value + "}")
                .list()
                .ofMaxSize(3)
                .map(list -> String.join(",", list));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }

    private static String policies(int minutes, String filter) {
        return "{\"sla_policies\": [{\"id\": 1, \"title\": \"One\", \"filter\": " + filter + ", \"policy_metrics\": ["
                + "{\"priority\": \"low\", \"metric\": \"first_reply_time\", \"target\": " + minutes
                + ", \"business_hours\": true}]}]}";
    }

    private static String schedules(List<Interval> week) {
        return "{\"schedules\": [{\"id\": 1, \"name\": \"Office\", \"time_zone\": \"Copenhagen\", \"intervals\": ["
                + week.stream()
                        .map(each -> "{\"start_time\": " + each.start() + ", \"end_time\": " + each.end() + "}")
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    private static String holidays(Set<LocalDate> closed) {
        return "{\"holidays\": ["
                + closed.stream()
                        .map(day ->
                                "{\"name\": \"Off\", \"start_date\": \"" + day + "\", \"end_date\": \"" + day + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
