package dk.sagsflow.routing.erasure;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.notification.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a case that was told words of another which are gone there: a copy of an answer or of a workaround goes when
 * what it is a copy of goes, and the mails that wait with it. Immutable.
 *
 * @param history the events, without the copies that are gone
 * @param withdrawals the mails with them
 */
record CopiedWords(ImmutableList<CaseEvent> history, ImmutableList<Withdrawal> withdrawals) {
    /**
     * What is left.
     *
     * @param told all events of the case that was told
     * @param source all events of the other, as they are now
     */
    static CopiedWords left(List<CaseEvent> told, List<CaseEvent> source) {
        ImmutableList.Builder<CaseEvent> history = ImmutableList.builderWithExpectedSize(told.size());
        List<Withdrawal> withdrawals = new ArrayList<>();
        for (int place = 0; place < told.size(); place++) {
            CaseEvent event = told.get(place);
            Optional<CaseEvent> erased =
                    gone(told, place, source) ? erased(event).filter(other -> !other.equals(event)) : Optional.empty();
            erased.ifPresent(unused -> withdrawals.add(new Withdrawal.OfEvent(event.caseNumber(), event.sequence())));
            history.add(erased.orElse(event));
        }
        return new CopiedWords(history.build(), ImmutableList.copyOf(withdrawals));
    }

    private static boolean gone(List<CaseEvent> told, int place, List<CaseEvent> source) {
        CaseNumber number = source.get(0).caseNumber();
        return heardAt(told, place)
                .filter(heard -> heard.parent().equals(number))
                .flatMap(heard -> said(source, heard.said(), told.get(place)))
                .filter(said -> erased(said).filter(said::equals).isPresent())
                .isPresent();
    }

    /** Where the event says what it says from; empty if it is of the case itself. */
    private static Optional<CaseEvent.HeardFromParent> heardAt(List<CaseEvent> told, int place) {
        if (erased(told.get(place)).isEmpty()) {
            return Optional.empty();
        }
        int before = place - 1;
        while (before > 0
                && told.get(before) instanceof CaseEvent.GivenBack back
                && back.reason() == GiveBackReason.SOLVED_BY_PARENT) {
            before--;
        }
        return before >= 0 && told.get(before) instanceof CaseEvent.HeardFromParent heard
                ? Optional.of(heard)
                : Optional.empty();
    }

    /** What was said there: the latest of its kind up to the event that was told of, since that may only have shown it. */
    private static Optional<CaseEvent> said(List<CaseEvent> source, long upTo, CaseEvent copy) {
        return source.stream()
                .limit(upTo)
                .filter(event -> event.getClass().equals(copy.getClass())
                        && erased(event).isPresent())
                .reduce((earlier, later) -> later);
    }

    /** The same without its words; empty for what no other case is told in words. */
    private static Optional<CaseEvent> erased(CaseEvent event) {
        if (event instanceof CaseEvent.Answered answered && answered.to().isEmpty()) {
            return Optional.of(
                    new CaseEvent.Answered(answered.header(), answered.by(), answered.to(), PersonalData.TEXT));
        }
        return event instanceof CaseEvent.WorkaroundProvided provided
                ? Optional.of(new CaseEvent.WorkaroundProvided(
                        provided.header(), provided.visibility(), PersonalData.TEXT, provided.parent()))
                : Optional.empty();
    }
}
