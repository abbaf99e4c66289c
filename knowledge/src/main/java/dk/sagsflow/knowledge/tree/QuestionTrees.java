package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Question trees and the walks through them (R24). Only trees that are proved are published. A walk can be broken off and gone on
 * with; its way is kept with the case that comes of it. Safe for use by many threads.
 */
public final class QuestionTrees {
    private static final int TOLD = 5;

    private final Editing editing;
    private final Readers readers;
    private final InstantSource clock;
    private final Picture<Grove> picture;

    /** Made by the knowledge base. */
    public QuestionTrees(KnowledgeStore store, Readers readers, Editing editing, InstantSource clock) {
        this.readers = requireNonNull(readers, "readers");
        this.editing = requireNonNull(editing, "editing");
        this.clock = requireNonNull(clock, "clock");
        this.picture = new Picture<>(store, Grove::new, Grove::fold);
    }

    /** Lets its readers walk through a tree, in place of what was published of it before; editors may, and nothing may be wrong with it. */
    public KnowledgeOutcome<QuestionTree> publish(ActorId by, QuestionTree tree, TreeVerification verification) {
        requireNonNull(tree, "tree");
        ImmutableList<TreeFinding> findings = verification.findings(tree, readers.least(tree.readership()));
        return editing.known(by)
                .flatMap(actor -> picture.decide(
                        grove -> objection(actor, tree, findings)
                                .<KnowledgeOutcome<ImmutableList<TreeEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(() -> accepted(new TreeEvent.TreePublished(
                                        Stamp.after(
                                                grove.version(tree.id()),
                                                tree.id().record(),
                                                clock.instant(),
                                                by),
                                        tree))),
                        grove -> tree));
    }

    private Optional<KnowledgeRefusal> objection(Actor actor, QuestionTree tree, ImmutableList<TreeFinding> findings) {
        Optional<KnowledgeRefusal> missing =
                editing.rights().objection(actor, EditorialAct.PUBLISH).map(refusal -> refusal);
        return missing.or(() -> findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new TreeRefusal.TreeUnsound(
                        tree.id(),
                        findings.size(),
                        findings.stream()
                                .limit(TOLD)
                                .map(TreeFinding::describe)
                                .collect(ImmutableList.toImmutableList()))));
    }

    /** What is wrong by now with trees that are published: an article that a leaf shows was retired, say; editors see it. */
    public KnowledgeOutcome<ImmutableList<TreeFinding>> findings(ActorId by, TreeVerification verification) {
        return overseen(
                by,
                () -> picture.ask(Grove::trees).stream()
                        .flatMap(tree -> verification.findings(tree, readers.least(tree.readership())).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private <T> KnowledgeOutcome<T> overseen(ActorId by, Supplier<T> seen) {
        return editing.known(by)
                .flatMap(actor -> editing.rights()
                        .objection(actor, EditorialAct.OVERSEE)
                        .<KnowledgeOutcome<T>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(seen.get())));
    }

    /** The trees that this reader may walk through. */
    public ImmutableList<QuestionTree> trees(Reader reader) {
        return picture.ask(Grove::trees).stream()
                .filter(tree -> reader.mayRead(tree.readership()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Begins a walk. */
    public KnowledgeOutcome<TreeWalk> begin(Reader reader, TreeId tree, WalkId id) {
        return picture.decide(
                grove -> {
                    if (grove.walk(id).isPresent()) {
                        return KnowledgeOutcome.refused(new TreeRefusal.WalkThere(id));
                    } else if (grove.tree(tree)
                            .filter(one -> reader.mayRead(one.readership()))
                            .isEmpty()) {
                        return KnowledgeOutcome.refused(new TreeRefusal.UnknownTree(tree));
                    }
                    return accepted(new TreeEvent.WalkBegun(
                            Stamp.after(0, id.record(), clock.instant(), walker(reader)), tree));
                },
                grove -> grove.walk(id).orElseThrow());
    }

    private static ActorId walker(Reader reader) {
        return reader.actor().orElse(Actor.sagsflow().id());
    }

    /** A walk as far as it has come, to go on with; only who began it gets it. */
    public KnowledgeOutcome<TreeWalk> resume(Reader reader, WalkId id) {
        return picture.ask(grove -> own(grove, reader, id));
    }

    /**
     * Answers the question that the walk stands at.
     *
     * @param choice the number of the answer, from 0
     */
    public KnowledgeOutcome<TreeWalk> answer(Reader reader, WalkId id, int choice) {
        return changed(reader, id, walk -> {
            if (!(walk.at() instanceof TreeNode.Question question)) {
                return KnowledgeOutcome.refused(new TreeRefusal.NowhereToGo(id));
            } else if (choice < 0 || choice >= question.choices().size()) {
                ImmutableList<String> answers = question.choices().stream()
                        .map(TreeNode.Choice::answer)
                        .collect(ImmutableList.toImmutableList());
                return KnowledgeOutcome.refused(new TreeRefusal.NoSuchAnswer(question.id(), answers));
            }
            return accepted(new TreeEvent.WalkAnswered(next(walk), question.id(), choice));
        });
    }

    /** Takes the last answer back. */
    public KnowledgeOutcome<TreeWalk> back(Reader reader, WalkId id) {
        return changed(
                reader,
                id,
                walk -> walk.path().isEmpty() || walk.number().isPresent()
                        ? KnowledgeOutcome.refused(new TreeRefusal.NowhereToGo(id))
                        : accepted(new TreeEvent.WalkTakenBack(next(walk))));
    }

    /** What to register, if the walk has come to such a leaf: filled in, with questions and answers as its description. */
    public KnowledgeOutcome<Registration> registration(Reader reader, WalkId id, CustomerId customer) {
        return resume(reader, id)
                .flatMap(walk -> walk.at() instanceof TreeNode.Register leaf
                        ? KnowledgeOutcome.accepted(
                                leaf.ready().registration(customer, leaf.ready().subject() + "\n\n" + walk.words()))
                        : KnowledgeOutcome.refused(new TreeRefusal.NoCaseHere(id, ImmutableSet.of())));
    }

    /** Keeps the way with the case that came of it. */
    public KnowledgeOutcome<TreeWalk> registered(Reader reader, WalkId id, CaseNumber number) {
        return changed(
                reader,
                id,
                walk -> walk.at() instanceof TreeNode.Register && walk.number().isEmpty()
                        ? accepted(new TreeEvent.WalkRegistered(next(walk), number))
                        : KnowledgeOutcome.refused(new TreeRefusal.NoCaseHere(
                                id, walk.number().stream().collect(ImmutableSet.toImmutableSet()))));
    }

    /** The way that led to a case; empty if none did. For code that guards who sees the case. */
    public Optional<TreeWalk> wayTo(CaseNumber number) {
        requireNonNull(number, "number");
        return picture.ask(grove -> grove.walkTo(number));
    }

    /** Where people leave a tree, and where they arrive; editors see it. */
    public KnowledgeOutcome<TreeFigures> figures(ActorId by, TreeId tree) {
        return overseen(by, () -> picture.ask(grove -> grove.figures(tree)));
    }

    private KnowledgeOutcome<TreeWalk> changed(
            Reader reader, WalkId id, Function<TreeWalk, KnowledgeOutcome<ImmutableList<TreeEvent>>> decision) {
        return picture.decide(
                grove -> own(grove, reader, id).flatMap(decision),
                grove -> grove.walk(id).orElseThrow());
    }

    private static KnowledgeOutcome<TreeWalk> own(Grove grove, Reader reader, WalkId id) {
        return grove.walk(id)
                .filter(walk -> walk.by().equals(walker(reader))
                        && reader.mayRead(walk.tree().readership()))
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new TreeRefusal.UnknownWalk(id)));
    }

    private Stamp next(TreeWalk walk) {
        return Stamp.after(walk.version(), walk.id().record(), clock.instant(), walk.by());
    }

    private static KnowledgeOutcome<ImmutableList<TreeEvent>> accepted(TreeEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }
}
