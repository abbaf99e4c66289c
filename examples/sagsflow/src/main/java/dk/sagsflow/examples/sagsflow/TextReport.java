package dk.sagsflow.examples.sagsflow;

import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** The report as plain text. */
final class TextReport {

    private static final String UNKNOWN = "-";

    private final LogMapping mapping;
    private final ReplayTotals totals;

    TextReport(LogMapping mapping, ReplayTotals totals) {
        this.mapping = mapping;
        this.totals = totals;
    }

    void print(PrintStream out) {
        line(out, "%s", mapping.name());
        totals.leftOut.lines(totals.survey.rows()).forEach(out::println);
        totals.survey.remarks().forEach(remark -> line(out, "NOTE: %s", remark));
        size(out);
        line(out, "");
        tiers(out);
        line(out, "");
        cases(out);
        agreements(out);
        line(out, "");
        worst(out);
    }

    private void size(PrintStream out) {
        line(
                out,
                "%,d rows of %,d cases and %,d groups, from %s to %s; %,d case events",
                totals.rows,
                totals.cases,
                totals.groups(),
                totals.firstRow().map(Instant::toString).orElse("-"),
                totals.lastRow().map(Instant::toString).orElse("-"),
                totals.events);
    }

    private void tiers(PrintStream out) {
        line(
                out,
                "%-14s %10s %16s %10s %10s %10s %10s  %s",
                "tier",
                "visits",
                "time",
                "handed on",
                "given back",
                "highest",
                "answered",
                "limit, visits beyond it");
        mapping.tiers().forEach(tier -> tier(out, tier, tierTotals(tier)));
        if (mapping.shape().tellsMoves()) {
            line(out, "%-14s %10s %16s", "nobody", "", Durations.inWords(totals.unowned));
        } else {
            line(out, "Who had a case in between is not known: a row of this log is a whole case.");
        }
    }

    private void tier(PrintStream out, LogMapping.Tier tier, ReplayTotals.TierTotals counted) {
        boolean known = mapping.shape().tellsMoves();
        line(
                out,
                "%-14s %10s %16s %10s %10s %10s %,10d  %s",
                tier.id(),
                count(known, counted.visits),
                known ? Durations.inWords(counted.time) : UNKNOWN,
                count(known, counted.handOversFrom),
                count(known, counted.givenBackBy),
                count(known, counted.highest),
                counted.answers,
                known ? limit(tier, counted) : UNKNOWN);
    }

    private static String count(boolean known, long count) {
        return known ? String.format(Locale.ROOT, "%,d", count) : UNKNOWN;
    }

    private void cases(PrintStream out) {
        totals.waiting.forEach((reason, time) ->
                line(out, "waiting for %-10s %s", reason.name().toLowerCase(Locale.ROOT), Durations.inWords(time)));
        if (mapping.shape().tellsMoves()) {
            line(out, "ping-pong: %,d times a group got a case back", totals.pingPong);
            String reopened = "reopened: %,d cases (%,d more after a row of unknown status)";
            line(out, reopened, totals.reopenedCases, totals.reopenedAfterUnknown);
        }
        if (totals.cancelled > 0) {
            line(out, "cancelled: %,d cases", totals.cancelled);
        }
        line(out, "not answered at the end: %,d cases", totals.unanswered);
        String life = "from registration to last row: median %s, 90 %% within %s, longest %s";
        line(out, life, lifeOf(0.5), lifeOf(0.9), lifeOf(1));
    }

    private String lifeOf(double share) {
        return Durations.inWords(totals.life(share));
    }

    private void worst(PrintStream out) {
        if (!mapping.shape().tellsMoves()) {
            return;
        }
        line(out, "worst cases, by time beyond the limits");
        for (ReplayTotals.WorstCase worst : totals.worst()) {
            String beyond = Durations.inWords(worst.overrun());
            String visits = worst.breaches() == 1 ? "visit" : "visits";
            String words = "%-14s %14s beyond, %d %s too long: %s";
            line(out, words, worst.number(), beyond, worst.breaches(), visits, chain(worst));
        }
    }

    private void agreements(PrintStream out) {
        if (totals.evaluation.tallies().isEmpty()) {
            return;
        }
        line(out, "");
        String head = "%-22s %-18s %10s %10s %10s %10s %16s";
        line(out, head, "agreement", "target", "met", "exceeded", "undecided", "earlier", "beyond");
        totals.evaluation
                .tallies()
                .forEach((key, tally) -> line(
                        out,
                        "%-22s %-18s %,10d %,10d %,10d %,10d %16s",
                        key.agreement(),
                        key.target(),
                        tally.met(),
                        tally.exceeded(),
                        tally.undecided(),
                        tally.exceededBefore(),
                        Durations.inWords(tally.overrun())));
    }

    private static String chain(ReplayTotals.WorstCase worst) {
        int shown = 6;
        String beginning = worst.visits().stream()
                .limit(shown)
                .map(visit -> visit.station().toString())
                .reduce((one, next) -> one + " > " + next)
                .orElse("-");
        int left = worst.visits().size() - shown;
        return left > 0 ? beginning + " > and " + left + " more" : beginning;
    }

    private ReplayTotals.TierTotals tierTotals(LogMapping.Tier tier) {
        return totals.tiers.getOrDefault(tier.id(), new ReplayTotals.TierTotals());
    }

    private String limit(LogMapping.Tier tier, ReplayTotals.TierTotals counted) {
        LogMapping.Limit limit = mapping.limits().get(tier.id());
        return limit == null
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%s, %,d of %,d",
                        Durations.inWords(limit.limit()),
                        counted.breaches,
                        counted.limitVisits);
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
