package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import dk.sagsflow.core.cases.CaseNumber;
import java.util.concurrent.atomic.AtomicLong;

/** Gives numbers to new cases, none of them twice. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface CaseNumbers {
    /** A number that no case has; numbers may be left out. */
    CaseNumber next();

    /**
     * Numbers of a series of the store behind a prefix, padded so that they sort as text: {@code AMS-0000001}. Desks on one
     * store share it, in whatever process, and after a restart it goes on where it was. A number that a case brought along is
     * passed over.
     */
    static CaseNumbers of(CaseRepository repository, String prefix) {
        requireNonNull(repository, "repository");
        requireNonNull(prefix, "prefix");
        return () -> {
            CaseNumber number = number(prefix, repository.nextNumber(prefix));
            while (repository.find(number).isPresent()) {
                number = number(prefix, repository.nextNumber(prefix));
            }
            return number;
        };
    }

    private static CaseNumber number(String prefix, long value) {
        return CaseNumber.of(prefix + Strings.padStart(Long.toString(value), 7, '0'));
    }

    /**
     * Numbers that count up from 1 behind a prefix, padded so that they sort as text: {@code AMS-0000001}. They begin
     * anew with every process and know nothing of other desks: for tests and programs that keep nothing.
     */
    static CaseNumbers counting(String prefix) {
        requireNonNull(prefix, "prefix");
        AtomicLong last = new AtomicLong();
        return () -> number(prefix, last.incrementAndGet());
    }
}
