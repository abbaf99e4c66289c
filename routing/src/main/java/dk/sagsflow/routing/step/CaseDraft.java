package dk.sagsflow.routing.step;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.routing.listening.CaseNews;
import dk.sagsflow.sla.clock.CaseHistory;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One case in a step that is being made. Immutable.
 *
 * @param history everything that happened to it, what the step adds last
 * @param stored how many of the events are stored already; 0 for a case that does not exist yet
 * @param agenda what its clocks say about its future, and when a sweep must look at it next; until that is made anew, as it
 *     was before the step
 * @param notifications what people are told because of it
 * @param erasedHistory what takes the place of the stored events, if personal data is erased
 */
public record CaseDraft(
        CaseHistory history,
        int stored,
        Agenda agenda,
        ImmutableList<Notification> notifications,
        Optional<ImmutableList<CaseEvent>> erasedHistory) {
    /** A case that exists, to which nothing has happened yet in this step. */
    public static CaseDraft found(CaseHistory history, Agenda agenda) {
        return new CaseDraft(history, history.size(), agenda, ImmutableList.of(), Optional.empty());
    }

    /** A case that comes in by this step. */
    public static CaseDraft arrived(CaseHistory history) {
        return new CaseDraft(history, 0, Agenda.empty(), ImmutableList.of(), Optional.empty());
    }

    /** The same, to which this has happened as well. */
    public CaseDraft followedBy(ImmutableList<CaseEvent> events) {
        return new CaseDraft(history.followedBy(events), stored, agenda, notifications, erasedHistory);
    }

    /** The same with this ahead. */
    public CaseDraft withAgenda(Agenda ahead) {
        return new CaseDraft(history, stored, ahead, notifications, erasedHistory);
    }

    /** The same, of which people are told this as well. */
    public CaseDraft telling(ImmutableList<Notification> more) {
        if (more.isEmpty()) {
            return this;
        }
        ImmutableList<Notification> all = ImmutableList.<Notification>builderWithExpectedSize(
                        notifications.size() + more.size())
                .addAll(notifications)
                .addAll(more)
                .build();
        return new CaseDraft(history, stored, agenda, all, erasedHistory);
    }

    /** The same with this in place of what is stored. */
    public CaseDraft erasing(ImmutableList<CaseEvent> erased) {
        CaseHistory left = CaseHistory.of(ImmutableList.<CaseEvent>builder()
                .addAll(erased)
                .addAll(added())
                .build());
        return new CaseDraft(left, stored, agenda, notifications, Optional.of(erased));
    }

    /** The case after everything that has happened in the step so far. */
    public SupportCase after() {
        return history.latest();
    }

    /** Whether the step adds anything. */
    public boolean adds() {
        return history.size() > stored;
    }

    /** What the step adds. */
    public ImmutableList<CaseEvent> added() {
        return history.since(stored);
    }

    /** What the step adds and something follows from; the past of a case that is brought along is not among it. */
    public ImmutableList<CaseEvent> news() {
        return history.since(newsFrom());
    }

    /** Whether something of this kind is among the {@link #news}; asked by every stage, so without making a list of them. */
    public boolean brings(Predicate<CaseEvent> kind) {
        for (int place = newsFrom(); place < history.size(); place++) {
            if (kind.test(history.timeline().recorded().get(place))) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first of the {@link #news} among the events. */
    public int newsFrom() {
        for (int place = history.size() - 1; place >= stored; place--) {
            if (history.timeline().recorded().get(place) instanceof CaseEvent.Imported) {
                return place + 1;
            }
        }
        return stored;
    }

    /** What was stored before the step. */
    public ImmutableList<CaseEvent> before() {
        return ImmutableList.copyOf(history.timeline().recorded().subList(0, stored));
    }

    /** The news for those who are told of them, of which there are some. */
    public CaseNews toTell() {
        int from = newsFrom();
        return new CaseNews(from == 0 ? Optional.empty() : Optional.of(history.state(from - 1)), news(), after());
    }

    CaseChange change() {
        Optional<SupportCase> folded = erasedHistory.isEmpty() ? Optional.of(after()) : Optional.empty();
        return new CaseChange(after().number(), stored, added(), agenda, erasedHistory, folded);
    }
}
