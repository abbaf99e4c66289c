package dk.sagsflow.jdbc.knowledge;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.jdbc.session.Transactions;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Knowledge within a transaction that the host has open. Its log is that of all others as it was when the transaction was joined,
 * and after it what is stored here, which gets its place for others when somebody reads the log after the commit. For the thread
 * that works in the transaction.
 */
public final class JoinedKnowledge implements KnowledgeStore {
    private final Transactions host;
    private final KnowledgeTables tables = new KnowledgeTables(new KnowledgeEventJson());
    private final long before;

    /** What has no place yet, and what is stored here. */
    private final List<ImmutableList<KnowledgeEvent>> after;

    public JoinedKnowledge(Transactions host) {
        this.host = host;
        KnowledgeTables.Seen seen = host.read(tables::seen);
        this.before = seen.last();
        this.after = new ArrayList<>(seen.fresh());
    }

    @Override
    public void append(List<? extends KnowledgeEvent> events) {
        ImmutableList<KnowledgeEvent> step = ImmutableList.copyOf(events);
        checkArgument(!step.isEmpty(), "a step without events is none");
        host.run(session -> tables.append(session, step));
        after.add(step);
    }

    @Override
    public ImmutableList<KnowledgeEvent> history(RecordId record) {
        requireNonNull(record, "record");
        return host.read(session -> tables.history(session, record));
    }

    @Override
    public LogPosition beginning() {
        return KnowledgeTables.position(0);
    }

    @Override
    public ImmutableList<KnowledgeStep> after(LogPosition position, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        long place = KnowledgeTables.place(position, before + after.size());
        long upTo = Math.min(before + after.size(), place + limit);
        ImmutableList.Builder<KnowledgeStep> steps = ImmutableList.builder();
        if (place < before) {
            ImmutableList<KnowledgeStep> ofOthers =
                    host.read(session -> tables.steps(session, place, Math.min(before, upTo)));
            steps.addAll(ofOthers);
        }
        for (long number = Math.max(place, before); number < upTo; number++) {
            steps.add(new KnowledgeStep(KnowledgeTables.position(number + 1), after.get((int) (number - before))));
        }
        return steps.build();
    }

    @Override
    public void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then) {
        requireNonNull(anew, "anew");
        requireNonNull(then, "then");
        host.run(session -> {
            tables.rewrite(session, anew);
            tables.append(session, ImmutableList.of(then));
        });
        after.replaceAll(step -> step.stream().map(anew).collect(ImmutableList.toImmutableList()));
        after.add(ImmutableList.of(then));
    }
}
