package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.sla.evaluation.Evaluation;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.simulation.EscalationTally;
import dk.sagsflow.verification.simulation.SimulationReport;
import dk.sagsflow.verification.simulation.Workload;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a simulation showed, for people and for programs; durations in JSON are ISO-8601, shares from 0 to 1. */
final class SimulationText {
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 18;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SupportOrganisation organisation;
    private final SimulatedLoad load;
    private final Played played;
    private final SimulationReport report;

    /**
     * What was played.
     *
     * @param first the first day
     * @param weeks how many weeks
     * @param seed what chance was made of, in the first run
     * @param runs how often
     */
    record Played(LocalDate first, int weeks, long seed, int runs) {}

    SimulationText(SupportOrganisation organisation, SimulatedLoad load, Played played, SimulationReport report) {
        this.organisation = organisation;
        this.load = load;
        this.played = played;
        this.report = report;
    }

    void print(PrintStream out) {
        printSize(out);
        printWork(out);
        printWeek(out);
        printClocks(out);
        printEscalations(out);
        printUnanswered(out);
    }

    private void printSize(PrintStream out) {
        String runsTogether = played.runs() == 1 ? "" : ", " + played.runs() + " runs together";
        double cases = load.arrivals().casesPerWeek();
        out.printf(
                Locale.ROOT,
                "%s: %d weeks from %s, %.0f cases a week, seed %d%s%n",
                organisation.name(),
                played.weeks(),
                played.first(),
                cases,
                played.seed(),
                runsTogether);
        out.printf(Locale.ROOT, "%,d cases came in, %,d were answered%n%n", report.registered(), report.answered());
    }

    private void printWork(PrintStream out) {
        out.printf(
                "%-24s %9s %9s %9s %9s %7s %12s %12s%n",
                "tier or group", "came", "answered", "went on", "taken", "busy", "in progress", "most waiting");
        for (Tier tier : organisation.tiers()) {
            Workload ofTier = report.tiers(organisation).getOrDefault(tier.id(), Workload.none());
            printWork(out, tier.id().value(), ofTier);
            organisation
                    .groupsAt(tier.id())
                    .forEach(group -> printWork(out, "  " + group.id(), report.group(group.id())));
        }
        out.println();
    }

    private void printWork(PrintStream out, String name, Workload work) {
        out.printf(
                Locale.ROOT,
                "%-24s %,9d %,9d %,9d %,9d %7s %12.1f %,12d%n",
                name,
                work.arrivals(),
                work.answers(),
                work.handOvers(),
                work.takenAway(),
                percent(work.busyShare()),
                report.averageInProgress(work),
                work.longestQueue());
    }

    private static String percent(Optional<Double> share) {
        return share.map(value -> String.format(Locale.ROOT, "%.0f %%", value * 100))
                .orElse("-");
    }

    /** How busy the contact tier is, hour by hour. */
    private void printWeek(PrintStream out) {
        Workload contact = report.tiers(organisation).getOrDefault(organisation.contactTier(), Workload.none());
        String heading = "busy at " + organisation.contactTier() + ", %";
        out.print(heading);
        for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
            out.printf(" %4s", hour);
        }
        out.println();
        for (DayOfWeek day : DayOfWeek.values()) {
            out.printf("%-" + heading.length() + "s", day.name().toLowerCase(Locale.ROOT));
            printDay(out, contact, day);
        }
        out.println();
    }

    private static void printDay(PrintStream out, Workload contact, DayOfWeek day) {
        for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
            Optional<Double> busy = contact.busyShare(day, hour);
            out.printf(
                    " %4s",
                    busy.map(share -> Long.toString(Math.round(share * 100))).orElse("."));
        }
        out.println();
    }

    private void printClocks(PrintStream out) {
        out.printf("%-24s %-22s %9s %9s %9s  %s%n", "agreement", "target", "met", "exceeded", "undecided", "beyond");
        report.evaluation()
                .tallies()
                .forEach((key, tally) -> out.printf(
                        Locale.ROOT,
                        "%-24s %-22s %,9d %,9d %,9d  %s%n",
                        key.agreement(),
                        key.target(),
                        tally.met(),
                        tally.exceeded(),
                        tally.undecided(),
                        Durations.inWords(tally.overrun())));
        out.println();
    }

    private void printEscalations(PrintStream out) {
        out.printf(
                "%-24s %-22s %9s %12s %12s %12s%n",
                "escalated by", "target", "points", "to next tier", "to people", "groups told");
        report.escalations().forEach((key, tally) -> printEscalation(out, key, tally));
        long untold = report.escalations().values().stream()
                .mapToLong(EscalationTally::untold)
                .sum();
        if (untold > 0) {
            out.printf(Locale.ROOT, "%,d times nobody could be told%n", untold);
        }
        out.println();
    }

    private static void printEscalation(PrintStream out, Evaluation.TargetKey key, EscalationTally tally) {
        out.printf(
                Locale.ROOT,
                "%-24s %-22s %,9d %,12d %,12d %,12d%n",
                key.agreement(),
                key.target(),
                tally.passed(),
                tally.handedOver(),
                tally.toPeople(),
                tally.groupsTold());
    }

    private void printUnanswered(PrintStream out) {
        out.printf(Locale.ROOT, "not answered at the end: %,d cases%n", report.registered() - report.answered());
        report.unanswered()
                .forEach((why, cases) -> out.printf(
                        Locale.ROOT,
                        "  %-16s %,7d, for instance %s%n",
                        why.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        cases.cases(),
                        cases.examples().stream().map(CaseNumber::value).collect(Collectors.joining(", "))));
        report.refusals().forEach((what, times) -> out.printf(Locale.ROOT, "  refused %,d times: %s%n", times, what));
    }

    String json() {
        ObjectNode root = mapper.createObjectNode();
        run(root);
        ArrayNode tiers = root.putArray("tiers");
        report.tiers(organisation)
                .forEach((tier, work) -> work(tiers.addObject().put("id", tier.value()), work));
        ArrayNode groups = root.putArray("groups");
        organisation.groups().forEach(group -> group(groups.addObject(), group));
        ArrayNode targets = root.putArray("targets");
        report.evaluation().tallies().forEach((key, tally) -> target(targets.addObject(), key, tally));
        ObjectNode unanswered = root.putObject("unanswered");
        report.unanswered().forEach((why, cases) -> unanswered(unanswered.putObject(why.name()), cases));
        counts(root.putObject("refusals"), report.refusals());
        ObjectNode mails = root.putObject("mails");
        report.mails().forEach((kind, number) -> mails.put(kind.name(), number));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + System.lineSeparator();
    }

    private void run(ObjectNode root) {
        root.put("format", 1)
                .put("organisation", organisation.name())
                .put("from", played.first().toString())
                .put("weeks", played.weeks())
                .put("seed", played.seed())
                .put("runs", played.runs())
                .put("casesPerWeek", load.arrivals().casesPerWeek())
                .put("registered", report.registered())
                .put("answered", report.answered());
    }

    private void group(ObjectNode node, SupportGroup group) {
        node.put("id", group.id().value()).put("tier", group.tier().value());
        work(node, report.group(group.id()));
    }

    private static void unanswered(ObjectNode node, SimulationReport.Unanswered cases) {
        ArrayNode examples = node.put("cases", cases.cases()).putArray("examples");
        cases.examples().forEach(number -> examples.add(number.value()));
    }

    private void work(ObjectNode node, Workload work) {
        node.put("arrivals", work.arrivals())
                .put("returns", work.returns())
                .put("answers", work.answers())
                .put("handOvers", work.handOvers())
                .put("givenBack", work.givenBack())
                .put("takenAway", work.takenAway())
                .put("inProgress", report.averageInProgress(work))
                .put("waited", work.waited().toString())
                .put("longestQueue", work.longestQueue());
        work.busyShare().ifPresent(share -> node.put("busy", share));
        week(node.putObject("busyByHour"), work);
    }

    private static void week(ObjectNode week, Workload work) {
        for (DayOfWeek day : DayOfWeek.values()) {
            ArrayNode hours = week.putArray(day.name());
            for (int hour = 0; hour < 24; hour++) {
                work.busyShare(day, hour).ifPresentOrElse(hours::add, hours::addNull);
            }
        }
    }

    private void target(ObjectNode node, Evaluation.TargetKey key, Evaluation.Tally tally) {
        node.put("agreement", key.agreement())
                .put("target", key.target())
                .put("met", tally.met())
                .put("exceeded", tally.exceeded())
                .put("undecided", tally.undecided())
                .put("overrun", tally.overrun().toString());
        Optional.ofNullable(report.escalations().get(key))
                .ifPresent(escalated -> node.putObject("escalations")
                        .put("passed", escalated.passed())
                        .put("toNextTier", escalated.handedOver())
                        .put("toPeople", escalated.toPeople())
                        .put("groupsTold", escalated.groupsTold())
                        .put("untold", escalated.untold()));
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }
}
