package dk.sagsflow.routing.message;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.routing.listening.StepMessages;
import dk.sagsflow.routing.step.CaseDraft;
import dk.sagsflow.routing.step.StepDraft;

/** Asks the host what it has to send because of a step. */
public final class HostMessages {
    private final ImmutableList<StepMessages> sources;

    /** Messages of these, in order. */
    public HostMessages(ImmutableList<StepMessages> sources) {
        this.sources = requireNonNull(sources, "sources");
    }

    /** The draft, with what the host has to send because of it; nothing of a case whose personal data is erased. */
    public StepDraft withMessages(StepDraft draft) {
        if (sources.isEmpty()) {
            return draft;
        }
        ImmutableList.Builder<HostMessage> all = ImmutableList.builder();
        for (CaseDraft each : draft.cases()) {
            if (!each.news().isEmpty() && each.erasedHistory().isEmpty()) {
                sources.forEach(source -> all.addAll(source.of(each.toTell())));
            }
        }
        return draft.sending(all.build());
    }
}
