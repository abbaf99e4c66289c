package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Cell;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.report.ReportPlan.Untold;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.statistics.ClockFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what a report tells, case by case; of cases it keeps the ten worst and no other, and of groups, systems and known
 * errors it tells the first 5,000 apart, so its memory does not grow with the number of cases. Not thread-safe.
 */
public final class ReportTally {
    private static final Set<Figure> OF_SUBJECTS = EnumSet.of(Figure.REGISTERED, Figure.ANSWERED);

    private final ReportPlan plan;
    private final Clocks clocks;
    private final CaseTally all;
    private final CaseTally places;
    private final CaseTally reasons;
    private final CaseTally systems;
    private final Optional<CaseTally> categories;
    private final BacklogAges open;
    private final TierFlow flow;
    private final Places nobody;
    private final ClockCounts counts;
    private final WorstCases worst;
    private final Rankings rankings;
    private final NamesTold groupsTold = new NamesTold("groups");
    private final NamesTold systemsTold = new NamesTold("systems");
    private final Hours hours;
    private final Kinds kinds;
    private final Standings standings;
    private final CaseEndings endings;
    private final UsedTime used;
    private Instant from = Instant.MAX;
    private boolean goesOnAtTheEnd;
    private long cases;

    /** Nothing counted yet. */
    public ReportTally(ReportPlan plan) {
        this.plan = requireNonNull(plan, "plan");
        this.clocks = new Clocks(plan.agreements());
        this.all = new CaseTally(Breakdown.of(plan.periods(), plan.zone()));
        this.places = by(Dimension.TIER, Dimension.GROUP);
        this.reasons = by(Dimension.WAITING_FOR);
        this.systems = by(Dimension.SYSTEM);
        this.categories = plan.categories().isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseTally(
                        Breakdown.of(PeriodLength.YEAR, plan.zone()).byCategory(plan.categories())));
        this.open = new BacklogAges(plan);
        this.flow = new TierFlow(plan);
        this.nobody = new Places(plan);
        this.counts = new ClockCounts(plan);
        this.worst = new WorstCases(plan);
        this.rankings = new Rankings(plan);
        this.hours = new Hours(plan.zone());
        this.kinds = new Kinds(plan);
        this.standings = new Standings(plan);
        this.endings = new CaseEndings(plan);
        this.used = new UsedTime(plan);
    }

    /** Of what is told of the whole time. */
    private CaseTally by(Dimension... dimensions) {
        return new CaseTally(Breakdown.of(PeriodLength.YEAR, plan.zone(), dimensions));
    }

    /** Counts a case, as it was at the end of the report; one that came in later is not counted. */
    public void add(CaseHistory history) {
        CaseTimeline timeline = history.timeline();
        int known = timeline.known(plan.end());
        if (known == 0) {
            return;
        }
        Instant registered = timeline.latest().registeredAt();
        from = registered.isBefore(from) ? registered : from;
        cases++;
        hours.add(registered);
        count(CaseFacts.of(timeline).stream()
                .filter(fact -> !fact.at().isAfter(plan.end()))
                .map(this::told)
                .toList());
        lay(timeline, known);
        ImmutableList<Explanation> explanations = clocks.explain(history, plan.end());
        ImmutableList<ClockReading> readings =
                explanations.stream().map(Explanation::reading).collect(ImmutableList.toImmutableList());
        counts.add(readings);
        used.add(explanations);
        counts.addOnRecord(ClockFacts.onRecord(timeline).stream()
                .filter(fact -> !fact.at().isAfter(plan.end()))
                .toList());
        worst.add(history, readings);
    }

    private void lay(CaseTimeline timeline, int known) {
        List<Stretch> stretches = timeline.until(known, plan.end());
        goesOnAtTheEnd |= stretches.stream().anyMatch(stretch -> stretch.from().equals(plan.end()));
        open.add(timeline.latest().registeredAt(), stretches);
        flow.add(stretches);
        nobody.add(stretches);
        rankings.add(
                timeline.events().subList(0, known),
                stretches.get(stretches.size() - 1).state());
    }

    /** Without names that are not told apart. */
    private Fact told(Fact fact) {
        return systemsTold.told(groupsTold.told(fact, Dimension.GROUP), Dimension.SYSTEM);
    }

    private void count(List<Fact> facts) {
        all.add(facts);
        places.add(facts);
        standings.add(facts);
        endings.add(facts);
        reasons.add(
                facts.stream().filter(fact -> fact.figure() == Figure.WAITED).toList());
        List<Fact> ofSubjects = facts.stream()
                .filter(fact -> OF_SUBJECTS.contains(fact.figure()))
                .toList();
        systems.add(ofSubjects);
        kinds.add(ofSubjects);
        categories.ifPresent(tally -> tally.add(ofSubjects));
    }

    /** What is counted so far, without calls. */
    public Report report(Omissions omissions) {
        return made(omissions, Optional.empty(), Omissions.none());
    }

    /** What is counted so far, with these calls, of which none is missing. */
    public Report report(Omissions omissions, CallStatistics calls) {
        return report(omissions, calls, Omissions.none());
    }

    /**
     * What is counted so far, with these calls.
     *
     * @param omissions what the figures of cases go without
     * @param calls are told by period too, if they are counted by the periods of the plan
     * @param callOmissions what the figures of calls go without
     */
    public Report report(Omissions omissions, CallStatistics calls, Omissions callOmissions) {
        return made(omissions, Optional.of(calls), requireNonNull(callOmissions, "callOmissions"));
    }

    private Report made(Omissions omissions, Optional<CallStatistics> calls, Omissions callOmissions) {
        Instant began = from.isAfter(plan.end()) ? plan.end() : from;
        CaseStatistics byPeriod = all.statistics();
        Periods periods = Periods.of(byPeriod.breakdown(), periods(began), busy(byPeriod, omissions));
        CallParts ofCalls = new CallParts(plan, calls, callOmissions);
        Stream<Section> ofCases = saying(ofCases(began, byPeriod, periods.told()));
        return new Report(
                plan,
                began,
                cases,
                omissions.remarking(Stream.concat(periods.remarks().stream(), remarks())),
                callOmissions.remarking(ofCalls.remarks(cases == 0 ? Optional.empty() : Optional.of(began))),
                Stream.of(ofCases.map(omissions::told), omissions.sections("omitted"), sections(ofCalls, callOmissions))
                        .flatMap(parts -> parts)
                        .collect(ImmutableList.toImmutableList()));
    }

    private Stream<Section> sections(CallParts ofCalls, Omissions callOmissions) {
        return Stream.of(
                        saying(List.of(hours.cases())),
                        saying(ofCalls.sections()).map(callOmissions::told),
                        callOmissions.sections("calls-omitted"),
                        saying(ofSubjects()),
                        saying(worst.sections()))
                .flatMap(parts -> parts);
    }

    /** Periods in which something happened, or of which rows were left out. */
    private static Set<LocalDate> busy(CaseStatistics statistics, Omissions omissions) {
        return Stream.concat(
                        statistics.cells().keySet().stream().map(Cell::period), omissions.byPeriod().keySet().stream())
                .collect(Collectors.toSet());
    }

    private Stream<String> remarks() {
        return Stream.concat(
                Stream.of(groupsTold.remark(), systemsTold.remark(), rankings.remark())
                        .flatMap(Optional::stream),
                kinds.remarks());
    }

    /** Of nothing but zeros there is no chart. */
    private static Stream<Section> saying(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.table().rows().stream().anyMatch(ReportTally::says));
    }

    private static boolean says(ImmutableList<Shown> row) {
        return row.stream().skip(1).anyMatch(shown -> !(shown instanceof Shown.Count count && count.count() == 0));
    }

    private ImmutableList<Section> ofCases(Instant began, CaseStatistics byPeriod, List<LocalDate> periods) {
        CaseStatistics statistics = places.statistics();
        Load load = new Load(plan, byPeriod, open.atEnds(periods), counts);
        ImmutableList.Builder<Section> sections = ImmutableList.<Section>builder()
                .add(load.key(began), load.load(), open.byAge(periods), open.now(), standings.section(periods));
        if (plan.tells(Untold.MOVES)) {
            sections.add(flow.section(), nobody.tiers(statistics), nobody.groups(statistics));
        }
        sections.addAll(counts.sections(periods)).add(used.section(), load.answers());
        if (plan.tells(Untold.WAITING)) {
            sections.add(Load.waits(reasons.statistics()));
        }
        if (plan.tells(Untold.CLOSING_REASONS)) {
            sections.add(endings.section());
        }
        return sections.build();
    }

    private ImmutableList<Section> ofSubjects() {
        ImmutableList.Builder<Section> sections =
                ImmutableList.<Section>builder().add(rankings.systems(systems.statistics()));
        categories.ifPresent(tally -> sections.add(rankings.categories(tally.statistics())));
        return sections.add(kinds.section(), rankings.knownErrors()).build();
    }

    /** One that begins with the end of the report is among them if something happened then. */
    private ImmutableList<LocalDate> periods(Instant began) {
        Breakdown breakdown = Breakdown.of(plan.periods(), plan.zone());
        ImmutableList.Builder<LocalDate> periods = ImmutableList.builder();
        LocalDate period = breakdown.periodOf(began);
        periods.add(period);
        while (breakdown.ends(period).isBefore(plan.end())
                || (goesOnAtTheEnd && breakdown.ends(period).equals(plan.end()))) {
            period = breakdown.periodOf(breakdown.ends(period));
            periods.add(period);
        }
        return periods.build();
    }
}
