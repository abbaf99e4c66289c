package dk.sagsflow.examples.sagsflow.explanation;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.triage.Observation;
import dk.sagsflow.routing.triage.RuleReason;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.routing.triage.TriageWords;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one case goes where it goes, who answers whom, and why its clocks are due when they are. */
final class CaseExplanation {
    private static final Actor SOMEBODY = Actor.supporter("somebody", "Somebody", "any");

    private final SupportModel model;
    private final ZoneId zone;
    private final Locale language;
    private final CaseDecisions decisions;
    private final DateTimeFormatter time;

    CaseExplanation(SupportModel model, ZoneId zone, Locale language) {
        this.model = model;
        this.zone = zone;
        this.language = language;
        this.decisions = new CaseDecisions(
                model.organisation(),
                Directory.of(ImmutableList.of(), ImmutableList.of()),
                model.routing().ways());
        this.time = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);
    }

    void print(ImmutableList<CaseEvent> events, Instant asOf, PrintStream out) {
        SupportCase current = SupportCase.of(events);
        out.println("case " + current.number() + ": " + fields(current));
        out.println("registered " + at(current.registeredAt()) + ", clocks read at " + at(asOf));
        out.println();
        List<CaseEvent> longer = new ArrayList<>(events);
        SupportCase end = printWay(current, asOf, longer, out);
        out.println();
        printAnswers(end, out);
        out.println();
        printClocks(CaseHistory.of(longer), later(asOf, end), out);
    }

    private void printClocks(CaseHistory history, Instant asOf, PrintStream out) {
        out.println("when it is due, if it goes that way at once");
        for (Explanation clock : new Clocks(model.agreements()).explain(history, asOf)) {
            if (clock.reading().ended().isEmpty()) {
                printClock(clock, out);
            }
        }
    }

    private static Instant later(Instant asOf, SupportCase end) {
        return asOf.isBefore(end.changedAt()) ? end.changedAt() : asOf;
    }

    private static String fields(SupportCase current) {
        return Stream.of(CaseField.values())
                .filter(field -> field != CaseField.TIER && field != CaseField.GROUP)
                .flatMap(field -> field.of(current).map(value -> field.words() + " " + value).stream())
                .collect(Collectors.joining(", "));
    }

    /** The way from here on, as far as triage leads; what it brings about is added to the events. */
    private SupportCase printWay(SupportCase current, Instant now, List<CaseEvent> events, PrintStream out) {
        out.println("where it goes");
        SupportCase at = current;
        while (at.working().isPresent()) {
            Optional<TriageRule> proposed = printProposal(at, now, out);
            if (proposed.isEmpty()) {
                return at;
            }
            CaseCommand handOver = new CaseCommand.HandOver(proposed.get().to(), "triage");
            Outcome<ImmutableList<CaseEvent>> outcome = decisions.decide(at, handOver, Act.of(SOMEBODY, now));
            if (outcome instanceof Outcome.Refused<ImmutableList<CaseEvent>> refused) {
                out.println("    which is refused: " + refused.refusal().describe());
                return at;
            }
            for (CaseEvent event : outcome.orElseThrow()) {
                events.add(event);
                at = at.after(event);
                printNotice(event, out);
            }
        }
        out.println("  nowhere: it is " + at.status().name().toLowerCase(Locale.ROOT));
        return at;
    }

    private Optional<TriageRule> printProposal(SupportCase current, Instant now, PrintStream out) {
        TriageDecision decision = model.triage().decide(current, now);
        Optional<TriageRule> proposed = decision.rule();
        out.println("  at " + current.working().orElseThrow() + ": "
                + proposed.map(rule -> "rule " + number(rule) + " \"" + rule.name() + "\", to " + rule.to())
                        .orElse("no rule leads it on; it is answered from there"));
        printReasons(decision, out);
        return proposed;
    }

    private static void printNotice(CaseEvent event, PrintStream out) {
        if (event instanceof CaseEvent.AdvisoryNoticeGiven notice) {
            out.println("    " + notice.tier() + " gets an advisory notice");
        }
    }

    private int number(TriageRule rule) {
        return model.triage().rules().indexOf(rule) + 1;
    }

    /** Why each rule matches or does not, in the listed order; those for other tiers and groups in one line. */
    private void printReasons(TriageDecision decision, PrintStream out) {
        List<String> elsewhere = new ArrayList<>();
        for (RuleReason reason : decision.reasons()) {
            if (!reason.matched() && reason.observations().stream().anyMatch(CaseExplanation::ofPlace)) {
                elsewhere.add(Integer.toString(number(reason.rule())));
            } else {
                out.println("    " + TriageWords.in(language).of(reason));
            }
        }
        if (!elsewhere.isEmpty()) {
            out.println("    rules for other places: " + String.join(", ", elsewhere));
        }
    }

    private static boolean ofPlace(Observation observation) {
        return observation instanceof Observation.OfField field
                && (field.asked().field() == CaseField.TIER || field.asked().field() == CaseField.GROUP);
    }

    private static void printAnswers(SupportCase end, PrintStream out) {
        out.println("who answers whom");
        ImmutableList<Link> links = end.chain().links();
        for (int i = links.size() - 1; i >= 0; i--) {
            out.println("  " + links.get(i).station() + " answers "
                    + (i == 0 ? "the customer" : links.get(i - 1).station()));
        }
        if (links.isEmpty()) {
            out.println("  nobody any more");
        }
    }

    private void printClock(Explanation clock, PrintStream out) {
        ClockReading reading = clock.reading();
        String target = reading.selected().agreement().id() + "/"
                + reading.selected().target().id();
        String whose = reading.station().map(station -> " of " + station).orElse(" of the customer");
        out.println("  " + target + ", "
                + reading.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ') + whose + ": "
                + reading.due().map(due -> "due " + at(due)).orElse("not due while it waits"));
        ExplanationWords.in(language).of(clock).forEach(line -> out.println("    " + line));
    }

    private String at(Instant instant) {
        return time.format(instant.atZone(zone));
    }
}
