package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import java.time.Instant;

/**
 * What somebody can do with a case, and why not the rest: each command that there is, with each choice that it offers, asked
 * of the very decisions that a request is asked of. A command whose refusal does not depend on the choice stands there once.
 * Holds for the version that it names, at the instant that it names. Immutable.
 *
 * @param number the case
 * @param version the version of the case, for {@link dk.sagsflow.core.command.CaseRequest#expectedVersion}
 * @param at when it was asked
 * @param all the options, in the order of the actions
 * @param moreCases whether there are other cases than those to which a link was asked about: any that whoever asks may see can be
 *     named in a {@link CaseCommand.LinkCase}, and is asked about with a search, or alone
 */
public record CaseOptions(
        CaseNumber number, long version, Instant at, ImmutableList<CaseOption> all, boolean moreCases) {
    /** Refuses null. */
    public CaseOptions {
        requireNonNull(number, "number");
        requireNonNull(at, "at");
        requireNonNull(all, "all");
    }

    /** The commands that would be accepted, with the choices made. */
    public ImmutableList<CaseCommand> accepted() {
        return accepted(CaseCommand.class);
    }

    /** The commands of a kind that would be accepted: of {@link CaseCommand.HandOver}, one for each group that may get the case. */
    public <C extends CaseCommand> ImmutableList<C> accepted(Class<C> kind) {
        return all.stream()
                .filter(CaseOption::accepted)
                .map(CaseOption::example)
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** The commands of a kind that would be refused, each with why, and with what would be allowed. */
    public <C extends CaseCommand> ImmutableMap<C, Refusal> refused(Class<C> kind) {
        return all.stream()
                .filter(option -> !option.accepted() && kind.isInstance(option.example()))
                .collect(ImmutableMap.toImmutableMap(
                        option -> kind.cast(option.example()),
                        option -> option.refusal().orElseThrow()));
    }
}
