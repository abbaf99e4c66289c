package dk.sagsflow.knowledge.forum;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is asked, answered, hidden and promoted, by whomever: nobody sees what is not for them. */
@Tag("R24")
class ForumProperties {
    private static final List<Readership> READERSHIPS = List.of(
            Readership.superusers(),
            Readership.supportOrganisation(),
            Readership.ofTier("second"),
            Readership.ofGroup("centre"),
            Readership.everyone());

    /** What is done next, by whom, in which thread. */
    record Step(int action, int who, int thread, int readership) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, Org.EVERYBODY.size() - 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, READERSHIPS.size() - 1))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 50)
    void nobody_sees_what_is_not_for_them_whatever_is_done(@ForAll("steps") List<Step> steps) {
        World world = new World();
        steps.forEach(step -> {
            world.carryOut(step);
            Org.EVERYBODY.forEach(world::seesNothingElse);
        });
        world.org.base.close();
    }

    private static final class World {
        private final Org org = new Org();
        private final Forum forum = org.base.forum();
        private final Map<ThreadId, Readership> opened = new HashMap<>();

        void carryOut(Step step) {
            ActorId who = Org.EVERYBODY.get(step.who());
            ThreadId id = ThreadId.of("t" + step.thread());
            int post = step.readership() + 1;
            Readership readership = READERSHIPS.get(step.readership());
            KnowledgeOutcome<?> outcome = switch (step.action()) {
                case 0, 1 -> opened(who, id, readership);
                case 2, 3 -> forum.answer(who, id, words(opened.getOrDefault(id, readership)));
                case 4 -> forum.hide(Org.EDITOR, id, post, "x");
                case 5 -> forum.show(Org.EDITOR, id, post);
                case 6 -> forum.accept(who, id, post);
                default -> forum.promote(who, id, ArticleId.of("a" + step.thread()), readership);
            };
            assertThat(outcome).isNotNull();
        }

        private KnowledgeOutcome<?> opened(ActorId who, ThreadId id, Readership readership) {
            if (opened.containsKey(id)) {
                return forum.read(who, id);
            }
            org.nextThread = id;
            ForumQuestion question = ForumQuestion.of(words(readership), words(readership));
            KnowledgeOutcome<ForumThread> outcome = forum.open(who, question.to(readership));
            if (outcome.wasAccepted()) {
                opened.put(id, readership);
            }
            return outcome;
        }

        private static String words(Readership readership) {
            return "said for " + readership.key();
        }

        void seesNothingElse(ActorId who) {
            KnowledgeOutcome<List<ForumThread>> seen = forum.threads(who).map(List::copyOf);
            assertThat(seen.wasAccepted()).isEqualTo(!who.equals(ActorId.of("stranger")));
            if (seen.wasAccepted()) {
                assertThat(seen.orElseThrow()).allSatisfy(thread -> isFor(who, thread));
                assertThat(who.equals(Org.CITIZEN) && !seen.orElseThrow().isEmpty())
                        .isFalse();
            }
        }

        private void isFor(ActorId who, ForumThread thread) {
            Readership readership = opened.getOrDefault(thread.id(), Readership.everyone());
            assertThat(org.base.reader(who).mayRead(readership)).isTrue();
            assertThat(thread.posts()).allSatisfy(post -> {
                boolean own = post.by().equals(who) || who.equals(Org.EDITOR);
                assertThat(post.text()).isEqualTo(post.shown() || own ? words(readership) : "");
            });
            assertThat(thread.articles())
                    .allMatch(article -> org.base.articles().open(who, article).wasAccepted());
        }
    }
}
