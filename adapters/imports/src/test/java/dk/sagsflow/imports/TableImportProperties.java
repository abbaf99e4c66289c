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

class TableImportProperties {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /** Hours on some days of the week, with days as the digits from Monday on. */
    private record Span(String days, int start, int length) {
        boolean open(int dayOfWeek, int minute) {
            int before = dayOfWeek == 1 ? 7 : dayOfWeek - 1;
            return (days.indexOf('0' + dayOfWeek) >= 0 && start <= minute && minute < start + length)
                    || (days.indexOf('0' + before) >= 0 && minute + 1440 < start + length);
        }
    }

    @Property(tries = 150)
    void definitions_are_due_when_the_minutes_of_the_schedule_are_used_up(
            @ForAll("spans") List<Span> spans,
            @ForAll @IntRange(min = 1, max = 1200) int minutes,
            @ForAll @IntRange(min = 0, max = 60 * 24 * 60) int start,
            @ForAll Set<@IntRange(min = 0, max = 90) Integer> excluded) {
        Set<LocalDate> closed = excluded.stream().map(FIRST::plusDays).collect(Collectors.toSet());
        String definition = String.format(
                Locale.ROOT,
                "sys_id,name,target,duration,schedule%na,One,resolution,%d %02d:%02d:00,s%n",
                minutes / 1440,
                minutes / 60 % 24,
                minutes % 60);
        PolicyImport imported = PolicyImport.of(
                PolicySource.SERVICENOW,
                ImmutableMap.of(
                        "contract_sla.csv",
                        definition,
                        "cmn_schedule.csv",
                        "sys_id,name,time_zone\ns,Office,Europe/Copenhagen\n",
                        "cmn_schedule_span.csv",
                        rows(spans, closed)),
                ImportSettings.standard());
        Target target =
                imported.model().model().agreements().all().get(0).targets().get(0);
        Instant from = FIRST.atStartOfDay(ZONE).toInstant().plus(start, ChronoUnit.MINUTES);

        assertThat(target.due(from)).isEqualTo(new ServiceMoment.At(counted(spans, closed, from, minutes)));
    }

    private static Instant counted(List<Span> spans, Set<LocalDate> closed, Instant from, int minutes) {
        Instant now = from;
        for (int left = minutes; left > 0; now = now.plus(1, ChronoUnit.MINUTES)) {
            ZonedDateTime local = now.atZone(ZONE);
            int minute = local.getHour() * 60 + local.getMinute();
            boolean open = spans.stream()
                    .anyMatch(span -> span.open(local.getDayOfWeek().getValue(), minute));
            if (open && !closed.contains(local.toLocalDate())) {
                left--;
            }
        }
        return now;
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        Arbitrary<String> days = Arbitraries.of("12345", "1", "67", "135", "7", "1234567", "24");
        return Combinators.combine(
                        days,
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(90, 700))
                .as(Span::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static String rows(List<Span> spans, Set<LocalDate> closed) {
        StringBuilder rows = new StringBuilder(
                "sys_id,schedule,name,type,all_day,start_date_time,end_date_time,repeat_type,days_of_week\n");
        int id = 0;
        for (Span span : spans) {
            rows.append(String.format(
                    Locale.ROOT,
                    "o%d,s,Open,,false,%s,%s,weekly,%s%n",
                    id++,
                    time(FIRST, span.start()),
                    time(FIRST, span.start() + span.length()),
                    span.days()));
        }
        for (LocalDate day : closed) {
            String date = day.toString().replace("-", "");
            rows.append(String.format(Locale.ROOT, "c%d,s,Off,exclude,true,%sT000000,%sT235959,,%n", id++, date, date));
        }
        return rows.toString();
    }

    private static String time(LocalDate day, int minute) {
        LocalDate date = day.plusDays(minute / 1440);
        return String.format(
                Locale.ROOT, "%sT%02d%02d00", date.toString().replace("-", ""), minute / 60 % 24, minute % 60);
    }

    @Property(tries = 300)
    void whatever_is_written_is_read_without_errors(@ForAll("queries") String start, @ForAll("queries") String pause) {
        PolicyImport imported = PolicyImport.of(
                PolicySource.SERVICENOW,
                ImmutableMap.of(
                        "contract_sla.json",
                        "[{\"sys_id\": \"a\", \"name\": \"One\", \"duration\": \"1970-01-02 01:00:00\","
                                + " \"start_condition\": "
                                + quoted(start) + ", \"pause_condition\": " + quoted(pause) + ", \"stop_condition\": "
                                + quoted(pause) + "}]"),
                ImportSettings.standard());

        assertThat(imported.model().model().agreements().all()).hasSize(1);
        assertThat(ImportReport.of(imported, Locale.ENGLISH).lines()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> term = Arbitraries.oneOf(
                Arbitraries.of(
                        "active=true",
                        "priority=1",
                        "priorityIN1,2",
                        "priority!=5",
                        "priority=99",
                        "state=3",
                        "hold_reason=1",
                        "assignment_group=abc",
                        "category=network",
                        "cmdb_ci=",
                        "short_descriptionLIKEprinter",
                        "location=10^ORlocation=11",
                        "^NQpriority=3",
                        "EQ"),
                Arbitraries.strings().ofMaxLength(10));
        return term.list().ofMaxSize(5).map(terms -> String.join("^", terms));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
