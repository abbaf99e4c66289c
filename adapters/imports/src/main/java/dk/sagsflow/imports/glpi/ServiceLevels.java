package dk.sagsflow.imports.glpi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.imports.draft.AgreementDraft;
import dk.sagsflow.imports.draft.AskedFields;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.export.Amounts;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Levels, as targets of one agreement for what customers are promised, and of one for what groups are. Not thread-safe. */
final class ServiceLevels {
    private static final int MOST_WORKING_DAYS = 10_000;
    private static final ImmutableMap<String, ChronoUnit> UNITS = ImmutableMap.of(
            "minute", ChronoUnit.MINUTES, "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS, "month", ChronoUnit.MONTHS);
    private static final ImmutableMap<String, Boolean> OWNS = ImmutableMap.of("0", false, "1", true);

    private final ImmutableList<Entry> rows;
    private final GlpiCalendars calendars;
    private final ModelDraft draft;
    private final AskedFields fields;

    private record Level(Entry row, String name, boolean own, BigDecimal number, ChronoUnit unit, boolean internal) {
        Measure measure() {
            if (internal) {
                return own ? Measure.ACCEPTANCE : Measure.RESIDENCE;
            }
            return own ? Measure.FIRST_RESPONSE : Measure.RESOLUTION;
        }

        String kind() {
            return (internal ? "OLA " : "SLA ") + (own ? "TTO" : "TTR");
        }
    }

    ServiceLevels(ImmutableList<Entry> rows, GlpiCalendars calendars, ModelDraft draft) {
        this.rows = rows;
        this.calendars = calendars;
        this.draft = draft;
        this.fields = new AskedFields(draft, "GLPI");
    }

    void read(String table) {
        ImmutableList<Entry> levels = GlpiTranslation.of(rows, table);
        if (levels.isEmpty()) {
            return;
        }
        boolean internal = table.equals("OLA");
        AgreementDraft agreement =
                draft.agreement("GLPI " + table, internal ? AgreementKind.OLA : AgreementKind.SLA, Optional.empty());
        draft.notes().mapped(NoteCode.POLICIES, levels.get(0).place(), agreement.place(), "GLPI " + table);
        draft.notes().guessed(NoteCode.GLPI_REOPENING, levels.get(0).place(), agreement.place());
        draft.notes().otherwise(NoteCode.GLPI_PRIORITY_CHANGE, levels.get(0).place(), agreement.place());
        for (Entry row : levels) {
            level(row, internal).ifPresent(level -> add(level, agreement, levels));
        }
    }

    private static Optional<Level> level(Entry row, boolean internal) {
        Optional<String> name = row.needed("name", "the name of a level");
        Optional<Boolean> own = row.parsed("type", "0, to resolve, or 1, to own", text -> value(OWNS, text));
        Optional<ChronoUnit> unit =
                row.parsed("definition_time", "minute, hour, day or month", text -> value(UNITS, text));
        Optional<BigDecimal> number = row.number("number_time", "a number");
        return name.isPresent() && own.isPresent() && unit.isPresent() && number.isPresent()
                ? Optional.of(new Level(row, name.get(), own.get(), number.get(), unit.get(), internal))
                : Optional.empty();
    }

    private static <T> T value(ImmutableMap<String, T> known, String text) {
        return Optional.ofNullable(known.get(text)).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private void add(Level level, AgreementDraft agreement, ImmutableList<Entry> all) {
        Optional<TargetDraft> target = calendar(level).flatMap(id -> target(level, id));
        target.ifPresent(made -> {
            Optional<String> type = level.row().text("type");
            if (all.stream().filter(row -> row.text("type").equals(type)).count() > 1) {
                made.appliesTo(fields.choice(level.row().placeOf("name"), level.kind(), level.name()));
            }
            levels(level, made);
            tell(level, agreement.add(made));
        });
    }

    private void tell(Level level, ModelPlace place) {
        SourcePlace source = level.row().place();
        String measure = level.measure().name();
        draft.notes().mapped(NoteCode.TARGET, source, place, level.kind(), level.name(), measure, ModelDraft.SUPPORT);
        NoteCode otherwise = level.internal()
                ? NoteCode.GLPI_INTERNAL
                : level.own() ? NoteCode.GLPI_TIME_TO_OWN : NoteCode.GLPI_TIME_TO_RESOLVE;
        draft.notes().otherwise(otherwise, source, place);
    }

    /** A level has its own calendar, or that of its service level management, or the one of the entity of the ticket. */
    private Optional<String> calendar(Level level) {
        Entry holder = level.row();
        if (!holder.cells().containsKey("calendars_id")) {
            holder = GlpiTranslation.of(rows, "SLM").stream()
                    .filter(row -> row.text("id").isPresent()
                            && row.text("id").equals(level.row().text("slms_id")))
                    .findFirst()
                    .orElse(holder);
        }
        String id = holder.text("calendars_id").orElse("0");
        if (holder.yes("use_ticket_calendar", false) || id.equals("-1")) {
            draft.notes().noEqual(NoteCode.GLPI_TICKET_CALENDAR, holder.place(), level.name());
        }
        return GlpiTranslation.leads(id) ? calendars.named(holder, "calendars_id") : Optional.of(calendars.always());
    }

    private boolean inDays(Level level, String calendar) {
        return (level.unit() == ChronoUnit.DAYS || level.unit() == ChronoUnit.MONTHS)
                && !calendar.equals(calendars.always());
    }

    private Optional<TargetDraft> target(Level level, String calendar) {
        BigDecimal number =
                level.unit() == ChronoUnit.MONTHS ? level.number().multiply(BigDecimal.valueOf(30)) : level.number();
        ChronoUnit unit = level.unit() == ChronoUnit.MONTHS ? ChronoUnit.DAYS : level.unit();
        if (inDays(level, calendar)) {
            return workingDays(level, number, calendar);
        }
        return budget(level, number, unit).map(amount -> {
            TargetDraft target = TargetDraft.of(level.name(), level.measure(), amount, calendar);
            stops(level, target);
            return level.own() ? target : target.pausedBy(WaitingFor.values());
        });
    }

    private static Optional<Duration> budget(Level level, BigDecimal number, ChronoUnit unit) {
        Optional<Duration> budget = Amounts.amount(number, unit);
        if (budget.isEmpty()) {
            level.row()
                    .report(
                            "number_time",
                            number.toPlainString() + " " + unit + " is no positive time of 100,000 days at most");
        }
        return budget;
    }

    private Optional<TargetDraft> workingDays(Level level, BigDecimal number, String calendar) {
        if (!isWholeDays(number)) {
            level.row()
                    .report(
                            "number_time",
                            number.toPlainString() + " is not a whole number of days from 1 to " + MOST_WORKING_DAYS);
            return Optional.empty();
        }
        tellWorkingDays(level, calendar);
        TargetDraft target = TargetDraft.ofWorkingDays(level.name(), level.measure(), number.intValueExact(), calendar);
        stops(level, target);
        return Optional.of(target);
    }

    private static boolean isWholeDays(BigDecimal number) {
        return number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(MOST_WORKING_DAYS)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private void tellWorkingDays(Level level, String calendar) {
        boolean atItsEnd = level.row().yes("end_of_working_day", false);
        draft.notes()
                .otherwise(
                        atItsEnd ? NoteCode.GLPI_WORKING_DAYS : NoteCode.GLPI_HOUR_OF_THE_DAY,
                        level.row().placeOf("number_time"),
                        draft.placeOfCalendar(calendar),
                        level.name());
    }

    private static void stops(Level level, TargetDraft target) {
        if (level.own() && !level.internal()) {
            target.stoppedBy(EventKind.ACCEPTED, EventKind.ASSIGNED);
        }
    }

    private void levels(Level level, TargetDraft target) {
        String table = level.internal() ? "OlaLevel" : "SlaLevel";
        String owner = level.internal() ? "olas_id" : "slas_id";
        for (Entry row : GlpiTranslation.of(rows, table)) {
            if (row.text(owner).isPresent()
                    && row.text(owner).equals(level.row().text("id"))
                    && row.yes("is_active", true)) {
                row.number("execution_time", "seconds before (negative) or after the limit")
                        .ifPresent(seconds -> threshold(row, level, target, seconds));
                otherActions(row, table);
                criteria(row, table);
            }
        }
    }

    /** What a level does there beside its reminder has no equal. */
    private void otherActions(Entry level, String table) {
        String name = level.text("name").orElse("-");
        for (Entry action : of(level, table, "Action")) {
            String field = action.text("field").orElse("-");
            if (!field.equals("recall") && !field.equals("recall_ola")) {
                draft.notes()
                        .noEqual(
                                NoteCode.GLPI_LEVEL_ACTION,
                                action.place(),
                                name,
                                action.text("action_type").orElse("-"),
                                field,
                                action.text("value").orElse("-"));
            }
        }
    }

    /** Which tickets a level asks for has no equal. */
    private void criteria(Entry level, String table) {
        String name = level.text("name").orElse("-");
        for (Entry criterion : of(level, table, "Criteria")) {
            draft.notes()
                    .noEqual(
                            NoteCode.GLPI_LEVEL_CRITERION,
                            criterion.place(),
                            name,
                            criterion.text("criteria").orElse("-"));
        }
    }

    private ImmutableList<Entry> of(Entry level, String table, String part) {
        String owner = table.toLowerCase(Locale.ROOT) + "s_id";
        return GlpiTranslation.of(rows, table + part).stream()
                .filter(row -> row.text(owner).isPresent() && row.text(owner).equals(level.text("id")))
                .collect(ImmutableList.toImmutableList());
    }

    private void threshold(Entry row, Level level, TargetDraft target, BigDecimal seconds) {
        boolean days = target.inWorkingDays();
        Optional<Duration> offset = Amounts.amount(seconds.abs(), ChronoUnit.SECONDS);
        String name = row.text("name").orElse("-");
        if (seconds.signum() != 0 && (days || offset.isEmpty())) {
            draft.notes().noEqual(NoteCode.GLPI_LEVEL_LEFT_OUT, row.place(), name, level.name());
            return;
        }
        String at = offset.map(amount -> (seconds.signum() < 0 ? "-" : "+") + amount)
                .orElse("100%");
        ObjectNode threshold = JsonNodeFactory.instance.objectNode().put("at", at);
        threshold.putArray("actions").add("notify working group");
        target.threshold(threshold);
        ModelPlace place = new ModelPlace("agreements.json", "");
        draft.notes().guessed(NoteCode.GLPI_LEVEL, row.place(), place, name, level.name(), at);
    }
}
