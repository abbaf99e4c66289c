package dk.sagsflow.parquet;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes cases as Parquet files: a folder for each {@link ParquetTable}, in it a file for each so many rows, so that memory does
 * not grow with the number of cases. Parts that several processes write into folders of their own are read together. Needs
 * {@code org.duckdb:duckdb_jdbc}, which the host adds. Close it: the last rows are written then. Not thread-safe.
 */
public final class ParquetExport implements AutoCloseable {
    /** How many rows a file has, unless it is the last. */
    public static final int ROWS_IN_PART = 500_000;

    private final Connection connection;
    private final Map<ParquetTable, PartWriter> writers = new EnumMap<>(ParquetTable.class);
    private final ImmutableSet<String> categories;
    private final Function<CaseTimeline, ? extends Iterable<Fact>> facts;

    private ParquetExport(
            Path folder,
            Set<String> categories,
            Function<CaseTimeline, ? extends Iterable<Fact>> facts,
            int rowsInPart) {
        this.categories = ImmutableSet.copyOf(categories);
        this.facts = requireNonNull(facts, "facts");
        this.connection = DuckDb.open("export to Parquet");
        for (ParquetTable table : ParquetTable.values()) {
            Path part = created(folder.resolve(table.folder()));
            writers.put(table, new PartWriter(connection, table, part, rowsInPart));
        }
    }

    /**
     * Into folders within this one, which are made.
     *
     * @throws IllegalArgumentException if there are files in them already, since old ones among new would count twice
     */
    public static ParquetExport into(Path folder) {
        return into(folder, ImmutableSet.of(), CaseFacts::of);
    }

    /**
     * The same, with more.
     *
     * @param categories those that are told; any other may be what somebody wrote, and would stay when the person is forgotten
     * @param facts what counts of a case: what {@code ClockFacts.withCase} gives, for instance
     */
    public static ParquetExport into(
            Path folder, Set<String> categories, Function<CaseTimeline, ? extends Iterable<Fact>> facts) {
        return new ParquetExport(requireNonNull(folder, "folder"), categories, facts, ROWS_IN_PART);
    }

    static ParquetExport into(Path folder, int rowsInPart) {
        return new ParquetExport(folder, ImmutableSet.of(), CaseFacts::of, rowsInPart);
    }

    private static Path created(Path folder) {
        try {
            Path created = Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(created)) {
                checkArgument(
                        files.findAny().isEmpty(), "%s is not empty: an export begins with an empty folder", folder);
            }
            return created;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Writes a case.
     *
     * @throws UncheckedIOException if a file cannot be written
     */
    public void add(CaseTimeline timeline) {
        List<CaseEvent> events = timeline.recorded();
        for (int place = 0; place < events.size(); place++) {
            event(events.get(place), timeline.after(place + 1));
        }
        ImmutableList<Fact> counted = ImmutableList.copyOf(facts.apply(timeline));
        counted.forEach(fact -> fact(timeline.latest(), fact));
        summary(timeline.latest(), counted);
    }

    private PartWriter writer(ParquetTable table) {
        return requireNonNull(writers.get(table), "writer");
    }

    private void event(CaseEvent event, SupportCase after) {
        writer(ParquetTable.EVENTS)
                .row(
                        event.caseNumber(),
                        event.sequence(),
                        event.eventKind(),
                        event.occurredAt(),
                        event.recordedAt(),
                        event.side(),
                        event.header().channel(),
                        after.status(),
                        after.working().map(Station::tier),
                        after.working().map(Station::group),
                        after.hold().map(SupportCase.Hold::waitingFor));
    }

    private void fact(SupportCase of, Fact fact) {
        writer(ParquetTable.FACTS)
                .row(
                        of.number(),
                        fact.figure(),
                        fact.at(),
                        fact.length(),
                        value(fact, Dimension.TIER),
                        value(fact, Dimension.GROUP),
                        value(fact, Dimension.STATUS),
                        value(fact, Dimension.WAITING_FOR),
                        value(fact, Dimension.CLOSING_REASON),
                        value(fact, Dimension.AGREEMENT),
                        value(fact, Dimension.TARGET),
                        value(fact, Dimension.CHANNEL));
    }

    private static Optional<String> value(Fact fact, Dimension dimension) {
        return Optional.ofNullable(fact.values().get(dimension));
    }

    private void summary(SupportCase latest, ImmutableList<Fact> counted) {
        Optional<Fact> closed = Optional.ofNullable(Iterables.getLast(of(counted, Figure.CLOSED), null))
                .filter(fact -> latest.status() == CaseStatus.CLOSED);
        writer(ParquetTable.CASES)
                .row(
                        latest.number(),
                        latest.registeredAt(),
                        latest.kind(),
                        latest.system(),
                        latest.category().filter(categories::contains),
                        latest.priority(),
                        latest.customerKind(),
                        latest.unit(),
                        latest.status(),
                        latest.working().map(Station::tier),
                        latest.working().map(Station::group),
                        of(counted, Figure.ANSWERED).stream().map(Fact::at).findFirst(),
                        closed.map(Fact::at),
                        closed.flatMap(fact -> value(fact, Dimension.CLOSING_REASON)),
                        latest.version(),
                        many(counted, Figure.VISITED),
                        length(counted, Figure.VISITED),
                        many(counted, Figure.HANDED_OVER),
                        many(counted, Figure.GIVEN_BACK),
                        many(counted, Figure.RETURNED),
                        many(counted, Figure.ANSWERED),
                        many(counted, Figure.ANSWERED_AT_FIRST_CONTACT),
                        many(counted, Figure.REOPENED),
                        many(counted, Figure.WAITED),
                        length(counted, Figure.WAITED));
    }

    private static ImmutableList<Fact> of(ImmutableList<Fact> counted, Figure figure) {
        return counted.stream().filter(fact -> fact.figure() == figure).collect(ImmutableList.toImmutableList());
    }

    private static long many(ImmutableList<Fact> counted, Figure figure) {
        return of(counted, figure).size();
    }

    private static Duration length(ImmutableList<Fact> counted, Figure figure) {
        return of(counted, figure).stream()
                .flatMap(fact -> fact.length().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Writes what is left. */
    @Override
    public void close() {
        try (connection) {
            writers.values().forEach(PartWriter::close);
        } catch (SQLException failed) {
            throw DuckDb.unusable("export to Parquet", failed);
        }
    }
}
