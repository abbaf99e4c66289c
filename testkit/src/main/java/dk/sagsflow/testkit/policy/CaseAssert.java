package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.verification.script.ClockName;
import dk.sagsflow.verification.script.Values;
import java.util.Locale;
import java.util.Optional;

/** What must hold of a case at a desk, at the time of the desk's clock. Not thread-safe. */
public final class CaseAssert {
    private final SupportDesk desk;
    private final ActorId looking;
    private final SupportCase current;

    CaseAssert(SupportDesk desk, ActorId looking, SupportCase current) {
        this.desk = desk;
        this.looking = looking;
        this.current = current;
    }

    /** This group works on it. */
    @CanIgnoreReturnValue
    public CaseAssert isWith(String group) {
        return check(
                "with",
                group,
                current.working().map(station -> station.group().value()).orElse(Values.NONE),
                ImmutableList.of());
    }

    /** It stands so. */
    @CanIgnoreReturnValue
    public CaseAssert isIn(CaseStatus status) {
        return check("status", status.name(), current.status().name(), ImmutableList.of());
    }

    /** The clock of this name (a target, {@code agreement/target}, or a measure) is due then. */
    @CanIgnoreReturnValue
    public CaseAssert isDueAt(String clock, String time) {
        Values values = PolicyWorld.current().values;
        ImmutableList<Explanation> clocks =
                desk.clocks(looking, current.number()).orElseThrow();
        Optional<Explanation> meant = new ClockName(clock, Optional.empty(), Optional.empty()).among(clocks);
        return check(
                "due of " + clock,
                values.text(values.time(time)),
                meant.flatMap(one -> one.reading().due()).map(values::text).orElse(Values.NONE),
                meant.map(ExplanationWords.in(Locale.ENGLISH)::of).orElse(ImmutableList.of()));
    }

    private CaseAssert check(String what, String expected, String found, ImmutableList<String> why) {
        if (!expected.equals(found)) {
            String line = System.lineSeparator();
            throw new AssertionError(what + " of case " + current.number() + line + "  expected " + expected + line
                    + "  found    " + found + line + String.join(line, why));
        }
        return this;
    }
}
