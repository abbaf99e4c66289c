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

    /** Numbers that count up from 1 behind a prefix, padded so that they sort as text: {@code AMS-0000001}. */
    static CaseNumbers counting(String prefix) {
        requireNonNull(prefix);
        AtomicLong last = new AtomicLong();
        return () -> CaseNumber.of(prefix + Strings.padStart(Long.toString(last.incrementAndGet()), 7, '0'));
    }
}
