package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import java.util.List;
import java.util.Optional;

/** What happens to a child case when its major incident gets on. */
final class FamilyDecisions {
    private final Deliberation deliberation;
    private final SupportCase child;

    FamilyDecisions(Deliberation deliberation) {
        this.deliberation = deliberation;
        this.child = deliberation.current;
    }

    ImmutableList<CaseEvent> follow(CaseEvent parentEvent) {
        if (child.working().isEmpty()) {
            return ImmutableList.of();
        }
        if (parentEvent instanceof CaseEvent.Answered answered && answered.to().isEmpty()) {
            return answerLikeParent(answered);
        }
        if (parentEvent instanceof CaseEvent.WorkaroundProvided provided) {
            return deliberation.single(new CaseEvent.WorkaroundProvided(
                    deliberation.next(),
                    provided.visibility(),
                    provided.workaround(),
                    Optional.of(provided.caseNumber())));
        }
        return ImmutableList.of();
    }

    private ImmutableList<CaseEvent> answerLikeParent(CaseEvent.Answered parent) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        List<Link> fromTop = Lists.reverse(child.chain().links());
        for (int link = 0; link + 1 < fromTop.size(); link++) {
            events.add(new CaseEvent.GivenBack(
                    deliberation.next(),
                    fromTop.get(link).station(),
                    fromTop.get(link + 1).station(),
                    GiveBackReason.SOLVED_BY_PARENT,
                    "solved with " + parent.caseNumber()));
        }
        events.add(new CaseEvent.Answered(
                deliberation.next(), child.chain().links().get(0).station(), Optional.empty(), parent.answer()));
        return events.build();
    }
}
