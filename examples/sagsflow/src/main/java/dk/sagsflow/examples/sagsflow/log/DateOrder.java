package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.examples.sagsflow.log.time.LogTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether day and month may be the wrong way round: read the other way, dates would stand in order, row by row or within the rows of a
 * case. Not thread-safe.
 */
final class DateOrder {
    private static final int LAST_DAY_THAT_MAY_BE_A_MONTH = 12;

    private final LogTime time;
    private final Order ofCase = new Order();
    private final Order ofRows = new Order();
    private final Order ofCaseSwapped = new Order();
    private final Order ofRowsSwapped = new Order();
    private long dates;
    private long datesThatMayBeSwapped;

    DateOrder(LogTime time) {
        this.time = time;
    }

    /** The rows of another case begin. */
    void nextCase() {
        ofCase.previous = Optional.empty();
        ofCaseSwapped.previous = Optional.empty();
    }

    void add(Instant at) {
        ZonedDateTime read = at.atZone(time.zone());
        boolean swappable = read.getDayOfMonth() <= LAST_DAY_THAT_MAY_BE_A_MONTH;
        Instant swapped = swappable
                ? read.with(LocalDate.of(read.getYear(), read.getDayOfMonth(), read.getMonthValue()))
                        .toInstant()
                : at;
        dates++;
        datesThatMayBeSwapped += swappable ? 1 : 0;
        ofCase.add(at);
        ofRows.add(at);
        ofCaseSwapped.add(swapped);
        ofRowsSwapped.add(swapped);
    }

    /** What somebody should know who reads the figures. */
    Optional<String> remark() {
        boolean none = datesThatMayBeSwapped == dates && ofCase.disorder() > 0;
        boolean told = datesThatMayBeSwapped * 2 >= dates
                && (none || ofCase.isWorseThan(ofCaseSwapped) || ofRows.isWorseThan(ofRowsSwapped));
        return told ? Optional.of(words()) : Optional.empty();
    }

    private String words() {
        boolean rows = !ofCase.isWorseThan(ofCaseSwapped) && ofRows.isWorseThan(ofRowsSwapped);
        return String.format(
                Locale.ROOT,
                "day and month may be the wrong way round: %,d of %,d dates have no day above 12, and the times of %s"
                        + " run back %,d times when they are read as %s",
                datesThatMayBeSwapped,
                dates,
                rows ? "the rows" : "a case",
                (rows ? ofRows : ofCase).disorder(),
                time.describe());
    }

    /** How often times turn: logs may tell the newest first. */
    private static final class Order {
        private Optional<Instant> previous = Optional.empty();
        private long back;
        private long forth;

        void add(Instant at) {
            back += previous.filter(at::isBefore).isPresent() ? 1 : 0;
            forth += previous.filter(at::isAfter).isPresent() ? 1 : 0;
            previous = Optional.of(at);
        }

        long disorder() {
            return Math.min(back, forth);
        }

        boolean isWorseThan(Order other) {
            return 2 * other.disorder() < disorder();
        }
    }
}
