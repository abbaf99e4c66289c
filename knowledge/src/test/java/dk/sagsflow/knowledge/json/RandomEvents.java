package dk.sagsflow.knowledge.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.TypeToken;
import dk.sagsflow.core.attachment.ContentDigest;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.meeting.Meeting;
import dk.sagsflow.knowledge.tree.NodeId;
import dk.sagsflow.knowledge.tree.QuestionTree;
import dk.sagsflow.knowledge.tree.TreeId;
import dk.sagsflow.knowledge.tree.TreeNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Events of every kind, filled at random by what their types say: a kind that is added later needs nothing here, unless it
 * holds a type that chance does not hit; that type gets a line in {@link #special}.
 */
public final class RandomEvents {
    private static final int TRIES = 2_000;
    private static final String[] WORDS = {
        "printer",
        "Ærø",
        "smørrebrød & \"rugbrød\"",
        "<b>fed</b>",
        "kø 7",
        "blåbærgrød",
        "日本",
        "\uD83D\uDE00",
        "C:\\temp",
        "{}"
    };

    /** What texts of a person are marked with. */
    public static final String MARK = "mark-of-words";

    private final Random random;
    private final Optional<String> person;
    private final boolean stamped;

    public RandomEvents(Random random) {
        this(random, Optional.empty(), false);
    }

    /**
     * Events in which every person is this one, whose texts are marked, but for whoever brings about what happens to a record that is
     * called like the person, and for the record of what the person brings about.
     */
    public static RandomEvents allAbout(String person, Random random) {
        return new RandomEvents(random, Optional.of(person), true);
    }

    /** Events that others bring about, of records that are called otherwise, in which everybody else is this person. */
    public static RandomEvents mentioning(String person, Random random) {
        return new RandomEvents(random, Optional.of(person), false);
    }

    private RandomEvents(Random random, Optional<String> person, boolean stamped) {
        this.random = random;
        this.person = person;
        this.stamped = stamped;
    }

    /** The kinds of event that there are. */
    public static ImmutableList<Class<?>> kinds() {
        return KnowledgeSubjects.ALL.values().stream()
                .flatMap(subject -> leaves(subject).sorted(Comparator.comparing(Class::getName)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomEvents::leaves)
                : Stream.of(type);
    }

    /** An event of any kind. */
    public KnowledgeEvent event() {
        ImmutableList<Class<?>> kinds = kinds();
        return event(kinds.get(random.nextInt(kinds.size())));
    }

    /** An event of this kind. */
    public KnowledgeEvent event(Class<?> kind) {
        return (KnowledgeEvent) of(kind);
    }

    private Object of(Type type) {
        Class<?> raw = TypeToken.of(type).getRawType();
        return plain(raw).or(() -> several(type, raw)).or(() -> special(raw)).orElseGet(() -> composed(raw));
    }

    private Optional<Object> plain(Class<?> raw) {
        if (raw == String.class) {
            return Optional.of(words());
        } else if (raw == int.class) {
            return Optional.of(1 + random.nextInt(40));
        } else if (raw == long.class) {
            return Optional.of(1L + random.nextInt(5_000));
        } else if (raw == boolean.class) {
            return Optional.of(random.nextBoolean());
        } else if (raw.isEnum()) {
            return Optional.of(raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)]);
        }
        return time(raw);
    }

    private Optional<Object> time(Class<?> raw) {
        if (raw == Instant.class) {
            return Optional.of(Instant.ofEpochSecond(
                    1_188_000_000L + random.nextInt(90_000_000), 1_000L * random.nextInt(1_000_000)));
        } else if (raw == LocalDate.class) {
            return Optional.of(LocalDate.of(2007, 1, 1).plusDays(random.nextInt(1_500)));
        } else if (raw == LocalTime.class) {
            return Optional.of(LocalTime.of(random.nextInt(24), random.nextInt(60)));
        } else if (raw == Duration.class) {
            return Optional.of(Duration.ofMinutes(1 + random.nextInt(5_000)));
        } else if (raw == Period.class) {
            return Optional.of(Period.of(random.nextInt(3), 1 + random.nextInt(11), random.nextInt(28)));
        } else if (raw == ZoneId.class) {
            return Optional.of(ZoneId.of("Europe/Copenhagen"));
        }
        return raw == Locale.class
                ? Optional.of(Locale.forLanguageTag(random.nextBoolean() ? "da" : "en-GB"))
                : Optional.empty();
    }

    private Optional<Object> several(Type type, Class<?> raw) {
        if (raw == Optional.class) {
            return Optional.of(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(of(argument(type, 0))));
        } else if (raw == ImmutableList.class || raw == ImmutableSet.class) {
            List<Object> some = IntStream.range(0, random.nextInt(4))
                    .mapToObj(unused -> of(argument(type, 0)))
                    .toList();
            return Optional.of(raw == ImmutableList.class ? ImmutableList.copyOf(some) : ImmutableSet.copyOf(some));
        } else if (raw == ImmutableMap.class) {
            return Optional.of(IntStream.range(0, random.nextInt(4))
                    .boxed()
                    .collect(ImmutableMap.toImmutableMap(
                            unused -> of(argument(type, 0)), unused -> of(argument(type, 1)), (one, other) -> one)));
        }
        return Optional.empty();
    }

    private static Type argument(Type type, int index) {
        return TypeToken.of(type)
                .resolveType(TypeToken.of(type).getRawType().getTypeParameters()[index])
                .getType();
    }

    /** What chance would not hit. */
    private Optional<Object> special(Class<?> raw) {
        if (person.isPresent() && raw == ActorId.class) {
            return person.map(ActorId::of);
        } else if (person.isPresent() && raw == CustomerId.class) {
            return person.map(CustomerId::of);
        }
        return ofTheLibrary(raw);
    }

    private Optional<Object> ofTheLibrary(Class<?> raw) {
        if (raw == RecordId.class) {
            return Optional.of(RecordId.of("article", words()));
        } else if (raw == Stamp.class) {
            return Optional.of(stamp());
        } else if (raw == ContentDigest.class) {
            return Optional.of(ContentDigest.of("0f".repeat(32)));
        } else if (raw == ArticleContent.class) {
            return Optional.of(content());
        } else if (raw == Meeting.Time.class) {
            Instant begins = (Instant) of(Instant.class);
            return Optional.of(new Meeting.Time(begins, begins.plus((Duration) of(Duration.class))));
        } else if (raw == QuestionTree.class) {
            return Optional.of(tree());
        }
        return Optional.empty();
    }

    private Stamp stamp() {
        boolean by = stamped && random.nextBoolean();
        boolean of = stamped && (!by || random.nextBoolean());
        ActorId actor = ActorId.of(by ? person.orElseThrow() : words());
        RecordOfPerson[] kinds = RecordOfPerson.values();
        RecordId record = of
                ? kinds[random.nextInt(kinds.length)].of(ActorId.of(person.orElseThrow()))
                : RecordId.of("article", words());
        return new Stamp(record, (long) of(long.class), (Instant) of(Instant.class), actor);
    }

    private ArticleContent content() {
        ArticleKind kind = (ArticleKind) of(ArticleKind.class);
        return ArticleContent.builder()
                .kind(kind)
                .title(words())
                .summary(words())
                .body(words() + "\n\n* " + words())
                .readership((Readership) of(Readership.class))
                .language((Locale) of(Locale.class))
                .knownError(
                        kind == ArticleKind.KNOWN_ERROR
                                ? Optional.of((KnownErrorDetails) of(KnownErrorDetails.class))
                                : Optional.empty())
                .addKeywords(words())
                .build();
    }

    private QuestionTree tree() {
        NodeId start = NodeId.of("start");
        List<TreeNode> leaves = Stream.of("a", "b", "c")
                .map(id -> (TreeNode) new TreeNode.ReferElsewhere(NodeId.of(id), words(), words()))
                .toList();
        ImmutableList<TreeNode.Choice> choices = leaves.stream()
                .map(leaf -> new TreeNode.Choice(words(), leaf.id()))
                .collect(ImmutableList.toImmutableList());
        return new QuestionTree(
                (TreeId) of(TreeId.class),
                words(),
                (Readership) of(Readership.class),
                start,
                ImmutableList.<TreeNode>builder()
                        .add(new TreeNode.Question(start, words(), choices))
                        .addAll(leaves)
                        .build());
    }

    private String words() {
        StringBuilder words = new StringBuilder("w" + random.nextInt(1_000));
        for (int more = random.nextInt(3); more > 0; more--) {
            words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    /** A name without spaces, which more places take than words. */
    private String name() {
        return "n" + random.nextInt(1_000);
    }

    private Object composed(Class<?> raw) {
        if (raw.isSealed()) {
            ImmutableList<Class<?>> kinds =
                    leaves(raw).sorted(Comparator.comparing(Class::getName)).collect(ImmutableList.toImmutableList());
            return composed(kinds.get(random.nextInt(kinds.size())));
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Object> made = record(raw, attempt > TRIES / 2);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("chance makes no " + raw + "; give it a line in RandomEvents.special");
    }

    private Object component(RecordComponent component, boolean plainName) {
        if (person.isPresent() && component.isAnnotationPresent(Personal.class)) {
            return marked(component);
        }
        return plainName && component.getType() == String.class ? name() : of(component.getGenericType());
    }

    /** An address stays one. */
    private static Object marked(RecordComponent component) {
        boolean words = component.getAnnotation(Personal.class).value().equals(Personal.ERASED);
        String mark = words ? MARK : MARK + "@example.dk";
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.of(mark);
        } else if (type == ImmutableSet.class) {
            return ImmutableSet.of(mark);
        }
        return type == ImmutableList.class ? ImmutableList.of(mark) : mark;
    }

    private Optional<Object> record(Class<?> raw, boolean plainNames) {
        RecordComponent[] components = raw.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException("chance makes no " + raw + "; give it a line in RandomEvents.special");
        }
        Object[] values = Arrays.stream(components)
                .map(each -> component(each, plainNames))
                .toArray();
        try {
            Constructor<?> made = raw.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return Optional.of(made.newInstance(values));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException
                    || refused.getCause() instanceof OutOfBoundsException) {
                return Optional.empty();
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
