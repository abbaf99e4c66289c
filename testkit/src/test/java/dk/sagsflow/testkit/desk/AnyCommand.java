package dk.sagsflow.testkit.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Commands of every kind with secrets in all that people write, some of them for what there is to undo. Not thread-safe. */
final class AnyCommand {
    private static final AttributeId FIELD = AttributeId.of("confidential-field");
    private static final int KINDS = 27;

    private final Random dice;
    private int references;

    AnyCommand(Random dice) {
        this.dice = dice;
    }

    static SupportOrganisation withField(SupportOrganisation organisation) {
        return organisation.withAttributes(ImmutableList.<AttributeDefinition>builder()
                .addAll(organisation.attributes())
                .add(AttributeDefinition.builder()
                        .id(FIELD)
                        .name("Field")
                        .type(AttributeType.TEXT)
                        .build())
                .build());
    }

    CaseCommand draw(Optional<SupportCase> found, List<CaseNumber> cases, Supplier<List<Attachment>> files) {
        Optional<CaseCommand> awaited = dice.nextInt(3) == 0 ? found.flatMap(this::awaited) : Optional.empty();
        return awaited.orElseGet(() -> any(found, cases, files));
    }

    /** What comes next where few commands are possible. */
    private Optional<CaseCommand> awaited(SupportCase state) {
        if (state.setAside().isPresent()) {
            return Optional.of(new CaseCommand.TakeUp());
        } else if (state.hold().isPresent()) {
            return Optional.of(new CaseCommand.Resume());
        } else if (!state.watchers().isEmpty() && dice.nextBoolean()) {
            return Optional.of(
                    new CaseCommand.RemoveWatcher(state.watchers().iterator().next()));
        }
        return switch (state.status()) {
            case ANSWERED -> Optional.of(new CaseCommand.Confirm());
            case CLOSED ->
                Optional.of(dice.nextBoolean() ? new CaseCommand.ErasePersonalData() : new CaseCommand.Reopen("again"));
            default ->
                state.working()
                        .filter(at -> at.group().equals(ReferenceOrganisation.KMD))
                        .map(at -> new CaseCommand.ConvertToChange(ChangeKind.NORMAL, Secrets.of("change")));
        };
    }

    private CaseCommand any(Optional<SupportCase> found, List<CaseNumber> cases, Supplier<List<Attachment>> files) {
        int kind = dice.nextInt(KINDS);
        return kind < 9 ? ofTheFlow(kind) : kind < 20 ? onRecord(kind, files) : undoing(kind, found, cases);
    }

    private CaseCommand ofTheFlow(int kind) {
        GroupId group = dice.nextBoolean() ? ReferenceOrganisation.BIT : ReferenceOrganisation.KMD;
        return switch (kind) {
            case 0 -> new CaseCommand.Accept();
            case 1 -> new CaseCommand.HandOver(group, Secrets.of("reason"));
            case 2 -> new CaseCommand.Answer(Secrets.of("answer"));
            case 3 -> new CaseCommand.GiveBack(GiveBackReason.MISROUTED, Secrets.of("explanation"));
            case 4 -> new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), Secrets.of("question"));
            case 5 -> new CaseCommand.Assign(ReferenceOrganisation.BO);
            case 6 -> new CaseCommand.Escalate(ReferenceOrganisation.HEAD, Secrets.of("reason"));
            case 7 -> new CaseCommand.Refer(Secrets.of("unit"), Secrets.of("guidance"));
            default -> new CaseCommand.Close(ClosingReason.WITHDRAWN, Secrets.of("remark"));
        };
    }

    private CaseCommand onRecord(int kind, Supplier<List<Attachment>> files) {
        return switch (kind) {
            case 9 -> new CaseCommand.AddNote(Visibility.CUSTOMER, Secrets.of("note"), files.get());
            case 10 -> new CaseCommand.Prioritise(Impact.HIGH, Urgency.HIGH);
            case 11 ->
                new CaseCommand.Classify(
                        CaseKind.INCIDENT,
                        Optional.of(ReferenceOrganisation.AMANDA),
                        Optional.of(Secrets.of("category")),
                        Cause.SYSTEM);
            case 12 -> new CaseCommand.SetAttribute(FIELD, Optional.of(new AttributeValue.Text(Secrets.of("field"))));
            case 13 -> new CaseCommand.DocumentSupplierContact(ReferenceOrganisation.KMD, Secrets.of("summary"));
            case 14 -> new CaseCommand.ProvideWorkaround(Secrets.of("workaround"));
            case 15 -> new CaseCommand.ConvertToChange(ChangeKind.NORMAL, Secrets.of("change"));
            case 16 -> new CaseCommand.LinkKnowledge(Secrets.of("article"));
            case 17 -> new CaseCommand.AddReference(Reference.of("elsewhere", "m" + references++));
            case 18 -> new CaseCommand.AddWatcher(new Watcher.Colleague("confidential.colleague@example.org"));
            default -> new CaseCommand.Reopen(Secrets.of("reason"));
        };
    }

    private CaseCommand undoing(int kind, Optional<SupportCase> found, List<CaseNumber> cases) {
        CaseNumber other = cases.get(dice.nextInt(cases.size()));
        return switch (kind) {
            case 20 -> new CaseCommand.Resume();
            case 21 -> new CaseCommand.Confirm();
            case 22 -> new CaseCommand.TakeUp();
            case 23 -> new CaseCommand.ErasePersonalData();
            case 24 -> new CaseCommand.LinkCase(CaseRelation.CAUSED_BY, other);
            case 25 ->
                new CaseCommand.RemoveWatcher(
                        found.flatMap(state -> state.watchers().stream().findFirst())
                                .orElse(new Watcher.Colleague("confidential.nobody@example.org")));
            default ->
                found.flatMap(state -> state.relatedCases().stream().findFirst())
                        .map(related -> new CaseCommand.UnlinkCase(related.relation(), related.number()))
                        .orElse(new CaseCommand.UnlinkCase(CaseRelation.CAUSED_BY, other));
        };
    }

    /** Who may do what nobody may who works on cases; mostly. */
    Optional<ActorId> entitled(CaseCommand command) {
        if (dice.nextInt(4) == 0) {
            return Optional.empty();
        } else if (command instanceof CaseCommand.Confirm || command instanceof CaseCommand.Reopen) {
            return Optional.of(ReferenceOrganisation.KAREN);
        }
        return command instanceof CaseCommand.TakeUp || command instanceof CaseCommand.ErasePersonalData
                ? Optional.of(ActorId.of("sagsflow"))
                : Optional.empty();
    }
}
