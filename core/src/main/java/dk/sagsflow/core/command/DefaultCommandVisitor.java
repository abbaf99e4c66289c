package dk.sagsflow.core.command;

/**
 * A visitor for whoever is concerned with some kinds of commands alone. Kinds that are added later go to {@link #otherwise};
 * who must not miss one implements {@link CaseCommand.Visitor} itself.
 *
 * @param <R> what the visitor gives for a command
 */
@FunctionalInterface
public interface DefaultCommandVisitor<R> extends CaseCommand.Visitor<R> {
    /** What it gives for kinds whose method is not overridden. */
    R otherwise(CaseCommand command);

    @Override
    default R accept(CaseCommand.Accept command) {
        return otherwise(command);
    }

    @Override
    default R assign(CaseCommand.Assign command) {
        return otherwise(command);
    }

    @Override
    default R handOver(CaseCommand.HandOver command) {
        return otherwise(command);
    }

    @Override
    default R answer(CaseCommand.Answer command) {
        return otherwise(command);
    }

    @Override
    default R giveBack(CaseCommand.GiveBack command) {
        return otherwise(command);
    }

    @Override
    default R pause(CaseCommand.Pause command) {
        return otherwise(command);
    }

    @Override
    default R resume(CaseCommand.Resume command) {
        return otherwise(command);
    }

    @Override
    default R classify(CaseCommand.Classify command) {
        return otherwise(command);
    }

    @Override
    default R prioritise(CaseCommand.Prioritise command) {
        return otherwise(command);
    }

    @Override
    default R setAttribute(CaseCommand.SetAttribute command) {
        return otherwise(command);
    }

    @Override
    default R addNote(CaseCommand.AddNote command) {
        return otherwise(command);
    }

    @Override
    default R documentSupplierContact(CaseCommand.DocumentSupplierContact command) {
        return otherwise(command);
    }

    @Override
    default R escalate(CaseCommand.Escalate command) {
        return otherwise(command);
    }

    @Override
    default R provideWorkaround(CaseCommand.ProvideWorkaround command) {
        return otherwise(command);
    }

    @Override
    default R convertToChange(CaseCommand.ConvertToChange command) {
        return otherwise(command);
    }

    @Override
    default R refer(CaseCommand.Refer command) {
        return otherwise(command);
    }

    @Override
    default R linkKnowledge(CaseCommand.LinkKnowledge command) {
        return otherwise(command);
    }

    @Override
    default R addReference(CaseCommand.AddReference command) {
        return otherwise(command);
    }

    @Override
    default R addWatcher(CaseCommand.AddWatcher command) {
        return otherwise(command);
    }

    @Override
    default R removeWatcher(CaseCommand.RemoveWatcher command) {
        return otherwise(command);
    }

    @Override
    default R linkCase(CaseCommand.LinkCase command) {
        return otherwise(command);
    }

    @Override
    default R unlinkCase(CaseCommand.UnlinkCase command) {
        return otherwise(command);
    }

    @Override
    default R reopen(CaseCommand.Reopen command) {
        return otherwise(command);
    }

    @Override
    default R confirm(CaseCommand.Confirm command) {
        return otherwise(command);
    }

    @Override
    default R close(CaseCommand.Close command) {
        return otherwise(command);
    }

    @Override
    default R takeUp(CaseCommand.TakeUp command) {
        return otherwise(command);
    }

    @Override
    default R erasePersonalData(CaseCommand.ErasePersonalData command) {
        return otherwise(command);
    }
}
