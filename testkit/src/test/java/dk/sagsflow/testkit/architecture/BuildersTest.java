package dk.sagsflow.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimap;
import com.google.common.collect.RangeSet;
import com.google.common.primitives.ImmutableLongArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.log.SubscriptionName;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.SubscriptionStart;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.template.NotificationTemplates;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.OpeningHours;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calibration.Calibration;
import dk.sagsflow.sla.calibration.ClockFamily;
import dk.sagsflow.sla.calibration.JudgedCase;
import dk.sagsflow.sla.calibration.Verdict;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.verification.practice.PracticeDesk;
import dk.sagsflow.verification.simulation.Simulation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What a builder refused leaves nothing behind: whatever its methods are handed, a call that throws leaves every field as it was.
 * Builders that are generated set one field each after they looked at it; those that are written by hand are called here.
 */
class BuildersTest {
    private static final String GENERATED = "org.immutables.value.Generated";
    private static final SupportModel MODEL = SupportModel.of(ReferenceOrganisation.organisation());
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();

    private static final ImmutableList<Supplier<Object>> WRITTEN_BY_HAND = ImmutableList.of(
            () -> ServiceCalendar.in(ZoneId.of("Europe/Copenhagen")),
            ClockFamily::builder,
            () -> Calibration.builder(ClockFamily.builder()
                    .measure(Measure.RESOLUTION)
                    .calendar("always", ServiceCalendar.always())
                    .calendar("office", OFFICE)
                    .build()),
            () -> SupportDesk.builder(MODEL, ReferenceOrganisation.people(), clock()),
            NotificationTemplates::builder,
            () -> Simulation.builder(MODEL),
            () -> PracticeDesk.builder(MODEL, clock().instant()),
            () -> SupportPeople.builder(MODEL.organisation(), ZoneId.of("Europe/Copenhagen"), clock()),
            () -> KnowledgeBase.builder(MODEL.organisation(), ReferenceOrganisation.people(), clock()),
            EventHeader::builder);

    /** What methods are handed beside null, and beside what {@link #some} makes of any interface and enum. */
    private static final ImmutableMap<Class<?>, List<Object>> VALUES = ImmutableMap.<Class<?>, List<Object>>builder()
            .put(
                    String.class,
                    List.of("22:00", "01:30", "23:00", "DK", "xx", " ", "{nonsense}", "two\nlines", "office"))
            .put(OpeningHours.class, List.of(OpeningHours.of("22:00", "01:30"), OpeningHours.of("01:00", "08:00")))
            .put(LocalDate.class, List.of(LocalDate.of(2008, 3, 14), LocalDate.of(2008, 3, 15)))
            .put(Locale.class, List.of(Locale.GERMAN, Locale.ROOT, Locale.ENGLISH))
            .put(ServiceCalendar.class, List.of(OFFICE, ServiceCalendar.always()))
            .put(Iterable.class, List.of(List.of(), Arrays.asList(LocalDate.of(2008, 3, 14), null), List.of(actor())))
            .put(JudgedCase.class, List.of(judged("2008-03-14T08:00:00Z"), judged("2500-03-14T08:00:00Z")))
            .put(Duration.class, List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(1)))
            .put(Patience.class, List.of(Patience.standard()))
            .put(SubscriptionName.class, List.of(SubscriptionName.of("index")))
            .put(SubscriptionStart.class, List.of(SubscriptionStart.beginning()))
            .put(GroupId.class, List.of(ReferenceOrganisation.BIT))
            .put(ZoneId.class, List.of(ZoneId.of("UTC")))
            .put(Instant.class, List.of(Instant.EPOCH, Instant.MAX))
            .put(byte[].class, List.of(new byte[0], new byte[64]))
            .put(int.class, List.of(-1, 0, 3, 14, 2_000_000))
            .put(long.class, List.of(-1L, 1L))
            .buildOrThrow();

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void what_a_builder_refused_leaves_nothing_behind(@ForAll("randoms") Random random) throws Exception {
        for (Supplier<Object> maker : WRITTEN_BY_HAND) {
            Object builder = maker.get();
            List<Method> methods = fluent(builder.getClass());
            for (int call = 0; call < 40; call++) {
                called(builder, methods.get(random.nextInt(methods.size())), random);
            }
        }
    }

    @Example
    void every_builder_that_is_written_by_hand_is_called() {
        ImmutableSet<String> called = WRITTEN_BY_HAND.stream()
                .map(maker -> maker.get().getClass().getName())
                .collect(ImmutableSet.toImmutableSet());

        assertThat(Library.classes())
                .filteredOn(BuildersTest::builtByHand)
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(called);
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    private static boolean builtByHand(JavaClass type) {
        return type.getSimpleName().endsWith("Builder")
                && !type.isAnnotatedWith(GENERATED)
                && type.getEnclosingClass()
                        .filter(around -> around.isAnnotatedWith(GENERATED))
                        .isEmpty()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getRawSuperclass()
                        .filter(parent -> parent.isEquivalentTo(Object.class))
                        .isPresent()
                && type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("build"));
    }

    /** Those by which something is said to it. */
    private static List<Method> fluent(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getReturnType().equals(builder) && method.getParameterCount() > 0)
                .sorted((one, other) -> one.toGenericString().compareTo(other.toGenericString()))
                .toList();
    }

    private static void called(Object builder, Method method, Random random) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> some(parameter, random))
                .toArray();
        Object before = content(builder, true);
        boolean refused = false;
        try {
            Object unused = method.invoke(builder, arguments);
        } catch (InvocationTargetException refusal) {
            refused = true;
            assertThat(content(builder, true))
                    .as("%s with %s: %s", method, Arrays.deepToString(arguments), refusal.getCause())
                    .isEqualTo(before);
        }
        Statistics.label(builder.getClass().getName()).collect(refused);
    }

    private static @Nullable Object some(Parameter parameter, Random random) {
        Class<?> type = parameter.getType();
        if (!type.isPrimitive() && random.nextInt(6) == 0) {
            return null;
        }
        if (type.isArray() && !VALUES.containsKey(type)) {
            return java.lang.reflect.Array.newInstance(type.getComponentType(), random.nextInt(2));
        }
        List<Object> values = VALUES.getOrDefault(type, made(type));
        return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
    }

    private static List<Object> made(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        return type.isInterface() && !type.isSealed()
                ? List.of(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (self, asked, with) -> switch (asked.getName()) {
                            case "toString" -> "any " + type.getSimpleName();
                            case "hashCode" -> 1;
                            case "equals" -> self == with[0];
                            default -> throw new UnsupportedOperationException(asked.toString());
                        }))
                : List.of();
    }

    /** What a builder holds, as it stands: collections are copied, and so is what it keeps in parts of its own. */
    private static Object content(@Nullable Object value, boolean own) throws ReflectiveOperationException {
        if (value instanceof Multimap<?, ?> multimap) {
            return content(multimap.asMap(), false);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                copy.put(entry.getKey(), content(entry.getValue(), false));
            }
            return copy;
        } else if (value instanceof Collection<?> collection) {
            List<Object> copy = new ArrayList<>();
            for (Object element : collection) {
                copy.add(content(element, false));
            }
            return copy;
        } else if (value instanceof RangeSet<?> ranges) {
            return ranges.toString();
        } else if (value instanceof ImmutableCollection.Builder<?> builder) {
            return builder.build();
        } else if (value instanceof ImmutableLongArray.Builder builder) {
            return builder.build();
        }
        return value != null && (own || partOfABuilder(value.getClass())) ? fields(value) : String.valueOf(value);
    }

    private static boolean partOfABuilder(Class<?> type) {
        return type.getEnclosingClass() != null
                && type.getEnclosingClass().getName().endsWith("Builder")
                && Modifier.isPrivate(type.getModifiers())
                && !type.isRecord();
    }

    private static Map<String, Object> fields(Object of) throws ReflectiveOperationException {
        Map<String, Object> content = new LinkedHashMap<>();
        for (Field field : of.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                content.put(field.getName(), content(field.get(of), false));
            }
        }
        return content;
    }

    private static SettableClock clock() {
        return SettableClock.at("2008-03-10T08:00:00Z");
    }

    private static Actor actor() {
        return Actor.supporter("karen", "Karen");
    }

    private static JudgedCase judged(String at) {
        Instant instant = Instant.parse("2008-03-10T08:00:00Z");
        CaseEvent registered = new CaseEvent.Registered(
                EventHeader.of(CaseNumber.of("C-1"), 1, instant, ActorId.of("karen"), Side.ORGANISATION),
                new Station(GroupId.of("centre"), TierId.of("1st")),
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "help",
                "help");
        return new JudgedCase(CaseHistory.of(List.of(registered)), Instant.parse(at), Verdict.MET);
    }
}
