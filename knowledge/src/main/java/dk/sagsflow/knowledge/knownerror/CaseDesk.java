package dk.sagsflow.knowledge.knownerror;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The desk, as the knowledge base needs it: {@code CaseDesk.of(desk::view, desk::submit)}. Who may do what is decided there.
 * Safe for use by many threads.
 */
public interface CaseDesk {
    /** The case as this actor may see it. */
    Outcome<CaseFile> view(ActorId by, CaseNumber number);

    /** Carries out a command. */
    Outcome<CaseView> submit(CaseRequest request);

    /** The desk that does this. */
    static CaseDesk of(
            BiFunction<ActorId, CaseNumber, Outcome<CaseFile>> view, Function<CaseRequest, Outcome<CaseView>> submit) {
        requireNonNull(view, "view");
        requireNonNull(submit, "submit");
        return new CaseDesk() {
            @Override
            public Outcome<CaseFile> view(ActorId by, CaseNumber number) {
                return view.apply(by, number);
            }

            @Override
            public Outcome<CaseView> submit(CaseRequest request) {
                return submit.apply(request);
            }
        };
    }
}
