package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogRow;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.evaluation.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** What a replay counts, case by case; no case is kept but the ten worst. Not thread-safe. */
final class ReplayTotals {
    private static final int WORST = 10;

    /** Many more than any organisation has, and an end to it if a column holds something else than groups. */
    static final int MOST_GROUPS = 100_000;

    private static final Comparator<WorstCase> LEAST_OVERRUN_FIRST =
            Comparator.comparing(WorstCase::overrun).thenComparing(WorstCase::number, Comparator.reverseOrder());

    final Map<String, TierTotals> tiers = new LinkedHashMap<>();
    final Map<WaitingFor, Duration> waiting = new EnumMap<>(WaitingFor.class);
    final LeftOut leftOut = new LeftOut();
    final LogSurvey survey;
    private final Map<String, Integer> tierRanks = new LinkedHashMap<>();
    private final PriorityQueue<WorstCase> worst = new PriorityQueue<>(LEAST_OVERRUN_FIRST);
    private final Set<String> groups = new HashSet<>();
    private final Clocks clocks;
    private final Optional<Clocks> model;
    private final LengthCounts lives = new LengthCounts();
    Evaluation evaluation = Evaluation.none();
    private Optional<Instant> firstRow = Optional.empty();
    private Optional<Instant> lastRow = Optional.empty();
    long rows;
    long cases;
    long events;
    long pingPong;
    long reopenedCases;
    long reopenedAfterUnknown;
    long unanswered;
    long cancelled;
    Duration unowned = Duration.ZERO;
    Duration life = Duration.ZERO;

    /** What is counted for a tier. */
    static final class TierTotals {
        long visits;
        long handOversFrom;
        long givenBackBy;
        long highest;
        long answers;
        long limitVisits;
        long breaches;
        Duration time = Duration.ZERO;
    }

    /**
     * A case that overran its limits by much.
     *
     * @param number the case
     * @param overrun service time beyond the limits, summed over its visits
     * @param breaches how many visits were too long
     * @param visits the visits in order
     */
    record WorstCase(String number, Duration overrun, long breaches, ImmutableList<Visit> visits) {}

    /**
     * A stay with a group.
     *
     * @param station where
     * @param from when it began
     * @param to when it ended
     */
    record Visit(Station station, Instant from, Instant to) {}

    /**
     * Nothing counted yet.
     *
     * @param survey how far the log reaches
     * @param limits the limits of the mapping
     * @param model the agreements of the model, if there is one
     */
    ReplayTotals(LogMapping mapping, LogSurvey survey, Agreements limits, Optional<Agreements> model) {
        this.survey = survey;
        this.clocks = new Clocks(limits);
        this.model = model.map(Clocks::new);
        for (LogMapping.Tier tier : mapping.tiers()) {
            tierRanks.put(tier.id(), tierRanks.size());
            tiers.put(tier.id(), new TierTotals());
        }
    }

    /** Counts a row that cannot be used. */
    void reject(RejectedRow row) {
        leftOut.add(row);
    }

    /** Counts a case, and gives what it went through. */
    @CanIgnoreReturnValue
    CaseHistory add(LoggedCase logged) {
        ImmutableList<CaseEvent> caseEvents = CaseTranslator.events(logged);
        Instant end = logged.rows().get(logged.rows().size() - 1).at();
        cases++;
        rows += logged.rows().size();
        events += caseEvents.size();
        span(logged.rows().get(0).at(), end);
        countRows(logged);
        CaseHistory history = CaseHistory.of(caseEvents);
        ImmutableList<Fact> facts = CaseFacts.of(history.timeline());
        facts.forEach(this::count);
        List<Visit> visits = countTimes(history.timeline().until(end));
        visits.forEach(visit -> tier(visit.station()).visits++);
        highest(visits).highest++;
        unanswered += history.timeline().latest().working().isPresent() ? 1 : 0;
        lives.add(Duration.between(logged.registeredAt(), end));
        Instant endOfLog = LogReading.endFor(logged, survey.end().orElse(end));
        judge(logged.caseId(), history, endOfLog, visits);
        model.ifPresent(agreed -> evaluation = evaluation.merge(Evaluation.of(agreed, history, endOfLog)));
        return history;
    }

    /** The time from registration to last row that this share of all cases, from 0 to 1, does not last longer than. */
    Duration life(double share) {
        return lives.quantile(share);
    }

    /** How many groups had cases; of {@link #MOST_GROUPS} or more, that many. */
    long groups() {
        return groups.size();
    }

    Optional<Instant> firstRow() {
        return firstRow;
    }

    Optional<Instant> lastRow() {
        return lastRow;
    }

    /** The cases that overran most, the worst first. */
    ImmutableList<WorstCase> worst() {
        return ImmutableList.sortedCopyOf(LEAST_OVERRUN_FIRST.reversed(), worst);
    }

    private void span(Instant from, Instant to) {
        firstRow = Optional.of(firstRow.filter(known -> known.isBefore(from)).orElse(from));
        lastRow = Optional.of(lastRow.filter(known -> known.isAfter(to)).orElse(to));
    }

    private void countRows(LoggedCase logged) {
        Reopenings reopenings = new Reopenings();
        for (LogRow row : logged.rows()) {
            if (groups.size() < MOST_GROUPS) {
                groups.add(row.group());
            }
            reopenings.row(row.state());
        }
        reopenedCases += reopenings.reopened ? 1 : 0;
        reopenedAfterUnknown += reopenings.pastUnknown && !reopenings.reopened ? 1 : 0;
    }

    private TierTotals highest(List<Visit> visits) {
        return visits.stream()
                .map(visit -> visit.station().tier().value())
                .max(Comparator.comparing(tier -> tierRanks.getOrDefault(tier, 0)))
                .map(this::tier)
                .orElseThrow();
    }

    /** Whether a case was reopened, and whether a row of unknown status came between. */
    private static final class Reopenings {
        private boolean over;
        private boolean afterUnknown;
        private boolean reopened;
        private boolean pastUnknown;

        void row(RowState state) {
            if (state instanceof RowState.Unknown) {
                afterUnknown = over;
                return;
            }
            if (over && !over(state)) {
                reopened |= !afterUnknown;
                pastUnknown |= afterUnknown;
            }
            afterUnknown = false;
            over = over(state);
        }

        static boolean over(RowState state) {
            return state instanceof RowState.Answered
                    || state instanceof RowState.Closed
                    || state instanceof RowState.Cancelled;
        }
    }

    private void count(Fact fact) {
        switch (fact.figure()) {
            case HANDED_OVER -> tier(fact).handOversFrom++;
            case GIVEN_BACK -> tier(fact).givenBackBy++;
            case ANSWERED -> tier(fact).answers++;
            case RETURNED -> pingPong++;
            case CLOSED -> cancelled += withdrawn(fact) ? 1 : 0;
            default -> {}
        }
    }

    private static boolean withdrawn(Fact fact) {
        return ClosingReason.WITHDRAWN.name().equals(fact.values().get(Dimension.CLOSING_REASON));
    }

    private TierTotals tier(Fact fact) {
        return tier(String.valueOf(fact.values().get(Dimension.TIER)));
    }

    private List<Visit> countTimes(List<Stretch> stretches) {
        List<Visit> visits = new ArrayList<>();
        for (Stretch stretch : stretches) {
            life = life.plus(stretch.length());
            stretch.waitingFor().ifPresent(reason -> waiting.merge(reason, stretch.length(), Duration::plus));
            Optional<Link> working = stretch.state().chain().working();
            if (working.isEmpty()) {
                unowned = unowned.plus(stretch.length());
                continue;
            }
            TierTotals totals = tier(working.get().station());
            totals.time = totals.time.plus(stretch.length());
            extend(visits, working.get().station(), working.get().visitBegan(), stretch.to());
        }
        return visits;
    }

    private static void extend(List<Visit> visits, Station station, Instant began, Instant to) {
        int last = visits.size() - 1;
        boolean same = last >= 0
                && visits.get(last).station().equals(station)
                && visits.get(last).from().equals(began);
        if (same) {
            visits.set(last, new Visit(station, began, to));
        } else {
            visits.add(new Visit(station, began, to));
        }
    }

    private void judge(String number, CaseHistory history, Instant end, List<Visit> visits) {
        Duration overrun = Duration.ZERO;
        long breaches = 0;
        for (ClockReading reading : clocks.read(history, end)) {
            if (reading.measure() == Measure.RESIDENCE && exceeded(reading)) {
                breaches++;
                overrun = overrun.minus(reading.remaining());
            }
        }
        if (breaches > 0) {
            worst.add(new WorstCase(number, overrun, breaches, ImmutableList.copyOf(visits)));
            if (worst.size() > WORST) {
                worst.remove();
            }
        }
    }

    private boolean exceeded(ClockReading reading) {
        TierTotals totals = tier(reading.station().orElseThrow());
        totals.limitVisits++;
        totals.breaches += reading.exceeded() ? 1 : 0;
        return reading.exceeded();
    }

    private TierTotals tier(Station station) {
        return tier(station.tier().value());
    }

    private TierTotals tier(String id) {
        TierTotals totals = tiers.get(id);
        if (totals == null) {
            throw new IllegalStateException("tier " + id + " is none of " + tiers.keySet());
        }
        return totals;
    }
}
