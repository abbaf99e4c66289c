package dk.sagsflow.knowledge.tree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All trees, and all walks through them. Not thread-safe: a picture guards it. */
final class Grove {
    private final Map<TreeId, QuestionTree> trees = new LinkedHashMap<>();
    private final Map<TreeId, Long> versions = new LinkedHashMap<>();
    private final Map<WalkId, TreeWalk> walks = new LinkedHashMap<>();

    void fold(KnowledgeEvent event) {
        if (event instanceof TreeEvent.TreePublished published) {
            trees.put(published.tree().id(), published.tree());
            versions.put(published.tree().id(), published.stamp().sequence());
        } else if (event instanceof TreeEvent.WalkBegun begun) {
            begin(begun);
        } else if (event instanceof TreeEvent walked) {
            walks.computeIfPresent(WalkId.of(walked.stamp().record().value()), (id, before) -> after(before, walked));
        }
    }

    private void begin(TreeEvent.WalkBegun begun) {
        WalkId id = WalkId.of(begun.stamp().record().value());
        Optional.ofNullable(trees.get(begun.tree()))
                .ifPresent(tree -> walks.put(
                        id,
                        new TreeWalk(
                                id,
                                begun.stamp().sequence(),
                                begun.stamp().by(),
                                tree,
                                ImmutableList.of(),
                                tree.node(tree.start()).orElseThrow(),
                                Optional.empty())));
    }

    private static TreeWalk after(TreeWalk walk, TreeEvent event) {
        long version = event.stamp().sequence();
        if (event instanceof TreeEvent.WalkAnswered answered && walk.at() instanceof TreeNode.Question question) {
            TreeNode.Choice choice = question.choices().get(answered.choice());
            ImmutableList<TreeWalk.Answered> path = ImmutableList.<TreeWalk.Answered>builder()
                    .addAll(walk.path())
                    .add(new TreeWalk.Answered(question, choice))
                    .build();
            TreeNode next = walk.tree().node(choice.next()).orElseThrow();
            return new TreeWalk(walk.id(), version, walk.by(), walk.tree(), path, next, walk.number());
        } else if (event instanceof TreeEvent.WalkTakenBack) {
            int last = walk.path().size() - 1;
            TreeNode before = walk.path().get(last).question();
            ImmutableList<TreeWalk.Answered> path = walk.path().subList(0, last);
            return new TreeWalk(walk.id(), version, walk.by(), walk.tree(), path, before, walk.number());
        } else if (event instanceof TreeEvent.WalkRegistered registered) {
            Optional<CaseNumber> number = Optional.of(registered.number());
            return new TreeWalk(walk.id(), version, walk.by(), walk.tree(), walk.path(), walk.at(), number);
        }
        return walk;
    }

    Optional<QuestionTree> tree(TreeId id) {
        return Optional.ofNullable(trees.get(id));
    }

    ImmutableList<QuestionTree> trees() {
        return ImmutableList.copyOf(trees.values());
    }

    long version(TreeId id) {
        return versions.getOrDefault(id, 0L);
    }

    Optional<TreeWalk> walk(WalkId id) {
        return Optional.ofNullable(walks.get(id));
    }

    Optional<TreeWalk> walkTo(CaseNumber number) {
        return walks.values().stream()
                .filter(walk -> walk.number().filter(number::equals).isPresent())
                .findFirst();
    }

    TreeFigures figures(TreeId id) {
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> ended = new TreeMap<>();
        int begun = 0;
        int cases = 0;
        for (TreeWalk walk : walks.values()) {
            if (walk.tree().id().equals(id)) {
                begun++;
                cases += walk.number().isPresent() ? 1 : 0;
                (walk.ended() ? ended : left).merge(walk.at().id().value(), 1, Integer::sum);
            }
        }
        return new TreeFigures(begun, byNode(left), byNode(ended), cases);
    }

    private static ImmutableMap<NodeId, Integer> byNode(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(count -> NodeId.of(count.getKey()), Map.Entry::getValue));
    }
}
