package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one draft of a scenario means. Not thread-safe. */
final class DraftReading {
    private static final ImmutableSet<String> ABOUT_CLOCKS = ImmutableSet.of("at", "clock", "group", "nth");

    private final SubjectModel subject;
    private final Words words;
    private Values values;

    DraftReading(SubjectModel subject, Problems problems) {
        this.subject = subject;
        this.words = new Words(subject, problems);
        this.values = new Values(Values.zoneOf(subject.model()));
    }

    Optional<Script> script(Draft draft) {
        Optional<String> name = words.name(draft.name());
        words.zone(draft.given().cell(Origin.ZONE.word())).ifPresent(zone -> values = new Values(zone));
        Optional<Opening> opening = opening(draft.given());
        if (opening.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Happening> events = events(draft.when(), opening.get().at());
        Instant last = events.isEmpty()
                ? opening.get().at()
                : events.get(events.size() - 1).at();
        ImmutableList<Expectation> expected = expected(draft, opening.get().at(), last);
        return words.sound()
                ? Optional.of(
                        new Script(draft.name().text(), draft.name().spot(), values, opening.get(), events, expected))
                : Optional.empty();
    }

    private ImmutableList<Expectation> expected(Draft draft, Instant opened, Instant last) {
        ImmutableList<Expectation> expected = draft.then().stream()
                .flatMap(row -> expectations(row, last))
                .sorted(Comparator.comparing(Expectation::at))
                .collect(ImmutableList.toImmutableList());
        expected.stream()
                .filter(one -> one.at().isBefore(opened))
                .findFirst()
                .ifPresent(early -> words.report(early.spot(), "before the case comes in"));
        return expected;
    }

    private Optional<Opening> opening(ScriptRow given) {
        words.allowOnly(given, Arrays.stream(Origin.values()).map(Origin::word).toList());
        Optional<Instant> at = words.time(words.needed(given, Origin.AT.word()), values);
        Optional<String> by = words.person(given.cell(Origin.BY.word()));
        Optional<String> refused = words.refusal(given.cell(Origin.REFUSED.word()));
        Opening.Asker customer = words.customer(given.cell(Origin.CUSTOMER.word()), given.cell(Origin.UNIT.word()));
        Registration registration = registration(given);
        return at.map(time -> new Opening(time, customer, by, registration, refused, given.spot()));
    }

    private Registration registration(ScriptRow given) {
        String subjectLine =
                words.line(given.cell(Origin.SUBJECT.word()), "subject").orElse("a scenario");
        Registration.Builder told = Registration.builder()
                .customer(CustomerId.of("customer"))
                .subject(subjectLine)
                .description(words.text(given.cell(Origin.DESCRIPTION.word()), "description")
                        .orElse(subjectLine))
                .category(words.line(given.cell(Origin.CATEGORY.word()), "category"))
                .group(words.group(given.cell(Origin.GROUP.word())))
                .system(words.system(given.cell(Origin.SYSTEM.word())))
                .cause(words.constant(given.cell(Origin.CAUSE.word()), Cause.class));
        words.constant(given.cell(Origin.KIND.word()), CaseKind.class).ifPresent(told::kind);
        Judgement judged = judged(given);
        return told.impact(judged.impact()).urgency(judged.urgency()).build();
    }

    private Judgement judged(ScriptRow given) {
        return Judgement.of(
                subject.model().organisation().priorityMatrix(),
                words.constant(given.cell(Origin.PRIORITY.word()), Priority.class),
                words.constant(given.cell(Origin.IMPACT.word()), Impact.class),
                words.constant(given.cell(Origin.URGENCY.word()), Urgency.class));
    }

    private ImmutableList<Happening> events(ImmutableList<ScriptRow> rows, Instant opened) {
        List<Happening> events = new ArrayList<>();
        Instant before = opened;
        for (ScriptRow row : rows) {
            Instant earliest = before;
            Instant at = words.time(row.cell("at"), values).orElse(earliest);
            if (at.isBefore(earliest)) {
                words.report(row, "before what happened last, at " + values.text(earliest));
            }
            words.verb(words.needed(row, "is")).ifPresent(verb -> events.add(event(row, verb, at)));
            before = at;
        }
        return ImmutableList.copyOf(events);
    }

    private Happening event(ScriptRow row, Verb verb, Instant at) {
        List<String> allowed = new ArrayList<>(ImmutableList.of("at", "is", "by", "refused"));
        verb.details().forEach(detail -> allowed.add(detail.word()));
        words.allowOnly(row, allowed);
        ImmutableMap.Builder<Detail, String> details = ImmutableMap.builder();
        for (Detail detail : verb.details()) {
            Optional<ScriptRow.Cell> cell =
                    verb.needs(detail) ? words.needed(row, detail.word()) : row.cell(detail.word());
            words.detail(detail, row, cell, values).ifPresent(text -> details.put(detail, text));
        }
        return new Happening(
                at,
                verb,
                details.buildOrThrow(),
                words.person(row.cell("by")),
                words.refusal(row.cell("refused")),
                row.spot());
    }

    private Stream<Expectation> expectations(ScriptRow row, Instant last) {
        List<String> allowed = new ArrayList<>(ABOUT_CLOCKS);
        Arrays.stream(Observable.values()).forEach(fact -> allowed.add(fact.word()));
        words.allowOnly(row, allowed);
        Instant at = words.time(row.cell("at"), values).orElse(last);
        Optional<ClockName> clock = words.clock(row);
        ImmutableList<Observable> facts = Arrays.stream(Observable.values())
                .filter(fact -> row.cell(fact.word()).isPresent())
                .collect(ImmutableList.toImmutableList());
        if (facts.isEmpty()) {
            words.report(row, "says nothing that must hold; \"?\" stands for what --update is to write");
        }
        return facts.stream().map(fact -> expectation(row, fact, at, clock));
    }

    private Expectation expectation(ScriptRow row, Observable fact, Instant at, Optional<ClockName> clock) {
        ScriptRow.Cell cell = row.cell(fact.word()).orElseThrow();
        if (fact.ofClock() && clock.isEmpty()) {
            words.report(cell, "of no clock; add \"clock\" with a target or a measure");
        }
        return new Expectation(
                at, fact, fact.ofClock() ? clock : Optional.empty(), words.expected(fact, cell, values), cell.spot());
    }
}
