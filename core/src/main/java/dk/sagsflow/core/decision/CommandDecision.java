package dk.sagsflow.core.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Directory;
import java.util.Optional;

/** Hands a command to the decisions of its sort. Not thread-safe. */
final class CommandDecision implements CaseCommand.Visitor<Outcome<ImmutableList<CaseEvent>>> {
    private final Deliberation deliberation;
    private final Directory directory;
    private final HandOverRule handOvers;
    private final ReplyTerms replies;
    private final Actor actor;

    CommandDecision(
            Deliberation deliberation, Directory directory, HandOverRule handOvers, ReplyTerms replies, Actor actor) {
        this.deliberation = deliberation;
        this.directory = directory;
        this.handOvers = handOvers;
        this.replies = replies;
        this.actor = actor;
    }

    private ChainDecisions chain() {
        return new ChainDecisions(deliberation);
    }

    private LifecycleDecisions lifecycle() {
        return new LifecycleDecisions(deliberation);
    }

    private RecordDecisions record() {
        return new RecordDecisions(deliberation);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> accept(CaseCommand.Accept command) {
        return chain().accept();
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> assign(CaseCommand.Assign command) {
        return chain().assign(command, directory.actor(command.assignee()));
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> handOver(CaseCommand.HandOver command) {
        return chain().handOver(command, handOvers);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> answer(CaseCommand.Answer command) {
        return chain().answer(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> giveBack(CaseCommand.GiveBack command) {
        return chain().giveBack(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> pause(CaseCommand.Pause command) {
        return lifecycle().pause(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> resume(CaseCommand.Resume command) {
        return lifecycle().resume();
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> classify(CaseCommand.Classify command) {
        return record().classify(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> prioritise(CaseCommand.Prioritise command) {
        return record().prioritise(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> setAttribute(CaseCommand.SetAttribute command) {
        return record().setAttribute(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> addNote(CaseCommand.AddNote command) {
        return record().addNote(command, actor, replies);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> documentSupplierContact(CaseCommand.DocumentSupplierContact command) {
        return record().documentSupplierContact(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> escalate(CaseCommand.Escalate command) {
        return record().escalate(command, directory.actor(command.to()));
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> provideWorkaround(CaseCommand.ProvideWorkaround command) {
        return record().provideWorkaround(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> convertToChange(CaseCommand.ConvertToChange command) {
        return lifecycle().convertToChange(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> refer(CaseCommand.Refer command) {
        return lifecycle().refer(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> linkKnowledge(CaseCommand.LinkKnowledge command) {
        return record().linkKnowledge(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> addReference(CaseCommand.AddReference command) {
        return record().addReference(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> addWatcher(CaseCommand.AddWatcher command) {
        return watchers().add(command.watcher());
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> removeWatcher(CaseCommand.RemoveWatcher command) {
        return watchers().remove(command.watcher());
    }

    private WatcherDecisions watchers() {
        return new WatcherDecisions(deliberation, directory);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> linkCase(CaseCommand.LinkCase command) {
        return new FamilyDecisions(deliberation).link(command, Optional.empty(), ImmutableSet.of());
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> unlinkCase(CaseCommand.UnlinkCase command) {
        return new FamilyDecisions(deliberation).unlink(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> reopen(CaseCommand.Reopen command) {
        return lifecycle().reopen(command, replies);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> confirm(CaseCommand.Confirm command) {
        return lifecycle().confirm();
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> close(CaseCommand.Close command) {
        return lifecycle().close(command);
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> takeUp(CaseCommand.TakeUp command) {
        return record().takeUp();
    }

    @Override
    public Outcome<ImmutableList<CaseEvent>> erasePersonalData(CaseCommand.ErasePersonalData command) {
        return lifecycle().erasePersonalData();
    }
}
