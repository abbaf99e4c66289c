package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Withdrawal;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is stored together or not at all, and what must hold for that. It will grow; builders stay as they are. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface CaseStep extends WithCaseStep {
    /** What happened to cases, each case once. */
    ImmutableList<CaseChange> changes();

    /** Cases to which nothing happens, which must be at these versions; 0 for a case that must not exist. */
    ImmutableMap<CaseNumber, Long> unchanged();

    /** What the clocks of cases say anew to which nothing happens; each must be among the unchanged. */
    ImmutableMap<CaseNumber, Agenda> agendas();

    /**
     * The loads on which assignments among the changes were decided: who gets a case is decided outside the store, and
     * another case may have been given to the same member in the meantime.
     */
    ImmutableList<LoadClaim> loadClaims();

    /** The claims under which this is done, which nobody else may have taken since. */
    ImmutableList<DueClaim> dueClaims();

    /** What is not to be sent any more, of what waits or was given up. */
    ImmutableList<Withdrawal> withdrawals();

    /** What people are to be told because of this. */
    ImmutableList<Notification> notifications();

    /** What the host sends because of this; goes out as notifications do. */
    ImmutableList<HostMessage> hostMessages();

    /** The request that is carried out by it, under a key that none was carried out under before; empty if it has no key. */
    Optional<HandledRequest> request();

    /** Refuses a case twice, and an agenda of a case of which nothing is known. */
    @Value.Check
    default void check() {
        if (changes().size() < 2 && unchanged().isEmpty() && agendas().isEmpty()) {
            return;
        }
        Set<CaseNumber> changed = Sets.newHashSetWithExpectedSize(changes().size());
        for (CaseChange change : changes()) {
            checkArgument(
                    changed.add(change.number()),
                    "case %s is changed twice in one step; join its events in one change",
                    change.number());
        }
        for (CaseNumber number : unchanged().keySet()) {
            checkArgument(!changed.contains(number), "case %s is said to be unchanged and is changed", number);
        }
        for (CaseNumber number : agendas().keySet()) {
            checkArgument(
                    unchanged().containsKey(number),
                    "case %s gets a new agenda, but it is not said at which version it is",
                    number);
        }
    }

    /** What a case has that no other may have: what it is called in other systems, and the contents of its files. */
    static ImmutableSet<Reference> claims(SupportCase supportCase) {
        return supportCase.attachments().isEmpty()
                ? supportCase.references()
                : ImmutableSet.<Reference>builder()
                        .addAll(supportCase.references())
                        .addAll(supportCase.attachments().stream()
                                .map(SupportCase.Attached::attachment)
                                .filter(attachment -> !attachment.equals(Attachment.erased()))
                                .map(Attachment::claim)
                                .iterator())
                        .build();
    }

    /** A builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    /** Changes for which nothing must hold but that the cases have the expected versions. */
    static CaseStep of(Iterable<CaseChange> changes) {
        return Builder.NOTHING.withChanges(changes);
    }

    /** A change for which nothing must hold but that the case has the expected version. */
    static CaseStep of(CaseChange change) {
        return of(ImmutableList.of(change));
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CaseStep.class, "a store keeps its events by CaseEventJson");
    }

    /** Builds steps. Not thread-safe. */
    final class Builder extends ImmutableCaseStep.Builder {
        private static final CaseStep NOTHING = new Builder().build();

        Builder() {}
    }
}
