package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.ImportProblem;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.function.Supplier;

/** Whether a case is brought along from elsewhere. */
final class ImportDecision {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final Instant now;
    private final ImportedLinks links;

    ImportDecision(SupportOrganisation organisation, Directory directory, Instant now, ImportedLinks links) {
        this.links = links;
        this.organisation = organisation;
        this.directory = directory;
        this.now = now;
    }

    Outcome<ImmutableList<CaseEvent>> decide(CaseImport asked, Supplier<CaseNumber> numbers) {
        ImmutableList<CaseEvent> past = past(asked.past(), numbers);
        ImmutableList<ImportProblem> problems = ImmutableList.<ImportProblem>builder()
                .addAll(new ImportCheck(organisation, directory, now).problems(past))
                .addAll(links.problems(past))
                .build();
        return problems.isEmpty()
                ? Outcome.accepted(withImport(past, asked.origin()))
                : Outcome.refused(new Refusal.NotImported(problems));
    }

    private ImmutableList<CaseEvent> past(CaseImport.Past past, Supplier<CaseNumber> numbers) {
        if (past instanceof CaseImport.History history) {
            return history.events();
        }
        CaseDescription told = (CaseDescription) past;
        return new DescribedPast(organisation, told, directory.customer(told.customer()))
                .events(told.number().orElseGet(numbers), now);
    }

    /** A hold whose date has come is over before, so that no sweep ends it and tells somebody. */
    private ImmutableList<CaseEvent> withImport(ImmutableList<CaseEvent> past, String origin) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        events.addAll(past);
        SupportCase state = SupportCase.of(past);
        if (state.hold()
                .flatMap(SupportCase.Hold::until)
                .filter(until -> !until.isAfter(now))
                .isPresent()) {
            CaseEvent resumed = new CaseEvent.Resumed(header(state));
            events.add(resumed);
            state = state.after(resumed);
        }
        return events.add(new CaseEvent.Imported(header(state), origin)).build();
    }

    private EventHeader header(SupportCase state) {
        return CaseDecisions.program(state, now).toBuilder()
                .channel(Channel.IMPORT)
                .build();
    }
}
