package dk.sagsflow.testkit.policy;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.desk.SupportDesk;

/** What must hold of the cases at a desk. Not thread-safe. */
public final class DeskAssert {
    private final SupportDesk desk;

    DeskAssert(SupportDesk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    /** The only case of this customer. */
    public CaseAssert caseOf(String customer) {
        ActorId who = atContactTier(PolicyWorld.current());
        ImmutableList<CaseView> cases =
                desk.casesOf(who, CustomerId.of(customer), 2).orElseThrow().cases();
        if (cases.size() != 1) {
            throw new AssertionError("expected one case of " + customer + ", found "
                    + (cases.isEmpty()
                            ? "none"
                            : "more: " + cases.stream().map(CaseView::number).toList()));
        }
        return new CaseAssert(desk, who, cases.get(0).whole());
    }

    private static ActorId atContactTier(PolicyWorld world) {
        return world.subject.people().actors().stream()
                .filter(actor -> actor.memberships()
                        .contains(world.folder.model().organisation().contactEntrance()))
                .map(Actor::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody of the people works at the contact tier"));
    }
}
