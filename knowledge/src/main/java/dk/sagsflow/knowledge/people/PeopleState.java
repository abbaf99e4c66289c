package dk.sagsflow.knowledge.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.history.ErasureEvent;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody, and everything that happened to them. Not thread-safe: a picture guards it. */
final class PeopleState {
    private final List<KnowledgeEvent> events = new ArrayList<>();
    private final Map<RecordId, Long> versions = new HashMap<>();
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<ActorId, PersonEntry> people = new LinkedHashMap<>();
    private final Map<ActorId, PeopleEvent.AddressReported> unconfirmed = new HashMap<>();
    private final Map<ExperienceGroupId, ExperienceGroup> groups = new LinkedHashMap<>();
    private final Map<ExperienceGroupId, Set<ActorId>> joined = new HashMap<>();
    /** Of whatever is in the log, so that nothing is recorded as older than what was known already. */
    private Instant last = Instant.MIN;

    private Optional<PeopleSnapshot> read = Optional.empty();

    void fold(KnowledgeEvent event) {
        last = event.stamp().at().isAfter(last) ? event.stamp().at() : last;
        if (event instanceof PeopleEvent told) {
            events.add(told);
            versions.put(told.stamp().record(), told.stamp().sequence());
            read = Optional.empty();
            foldUnit(told);
        } else if (event instanceof ErasureEvent.PersonForgotten forgotten) {
            events.add(forgotten);
            read = Optional.empty();
            left(ActorId.of(forgotten.stamp().record().value()));
        }
    }

    private void left(ActorId person) {
        people.remove(person);
        unconfirmed.remove(person);
        joined.values().forEach(members -> members.remove(person));
    }

    private void foldUnit(PeopleEvent event) {
        String id = event.stamp().record().value();
        if (event instanceof PeopleEvent.UnitOpened opened) {
            units.put(opened.unit().id(), opened.unit());
        } else if (event instanceof PeopleEvent.UnitClosed) {
            units.remove(UnitId.of(id));
        } else if (event instanceof PeopleEvent.ExperienceGroupFounded founded) {
            groups.put(founded.group().id(), founded.group());
        } else if (event instanceof PeopleEvent.ExperienceGroupJoined came) {
            joined.computeIfAbsent(ExperienceGroupId.of(id), unused -> new LinkedHashSet<>())
                    .add(came.person());
        } else if (event instanceof PeopleEvent.ExperienceGroupLeft went) {
            joined.getOrDefault(ExperienceGroupId.of(id), new LinkedHashSet<>()).remove(went.person());
        } else if (event instanceof PeopleEvent.ExperienceGroupDissolved) {
            groups.remove(ExperienceGroupId.of(id));
            joined.remove(ExperienceGroupId.of(id));
        } else {
            foldPerson(ActorId.of(id), event);
        }
    }

    private void foldPerson(ActorId id, PeopleEvent event) {
        if (event instanceof PeopleEvent.PersonEntered entered) {
            people.merge(id, fresh(entered.person()), (before, unused) -> described(before, entered.person()));
        } else if (event instanceof PeopleEvent.PersonLeft) {
            left(id);
        } else if (event instanceof PeopleEvent.AddressReported reported) {
            unconfirmed.put(id, reported);
        } else {
            people.computeIfPresent(id, (unused, before) -> after(before, event));
        }
    }

    private static PersonEntry fresh(ListedPerson person) {
        return new PersonEntry(person, Optional.empty(), ImmutableSet.of(), ImmutableList.of());
    }

    private static PersonEntry described(PersonEntry before, ListedPerson person) {
        return new PersonEntry(person, before.ownAddress(), before.bounced(), before.absences());
    }

    private PersonEntry after(PersonEntry before, PeopleEvent event) {
        if (event instanceof PeopleEvent.AddressConfirmed confirmed) {
            unconfirmed.remove(before.person().id());
            ImmutableSet<String> bounced = before.bounced().stream()
                    .filter(address -> !PersonEntry.same(address, confirmed.address()))
                    .collect(ImmutableSet.toImmutableSet());
            return new PersonEntry(before.person(), Optional.of(confirmed.address()), bounced, before.absences());
        } else if (event instanceof PeopleEvent.AddressBounced bounced) {
            ImmutableSet<String> all = Stream.concat(before.bounced().stream(), Stream.of(bounced.address()))
                    .collect(ImmutableSet.toImmutableSet());
            return new PersonEntry(before.person(), before.ownAddress(), all, before.absences());
        } else if (event instanceof PeopleEvent.AbsencePlanned planned) {
            return absent(before, Stream.concat(before.absences().stream(), Stream.of(planned.absence())));
        } else if (event instanceof PeopleEvent.AbsenceCancelled cancelled) {
            return absent(before, before.absences().stream().filter(one -> !one.equals(cancelled.absence())));
        }
        return before;
    }

    private static PersonEntry absent(PersonEntry before, Stream<Absence> absences) {
        ImmutableList<Absence> all = absences.collect(ImmutableList.toImmutableList());
        return new PersonEntry(before.person(), before.ownAddress(), before.bounced(), all);
    }

    /** Everybody now. */
    PeopleSnapshot now() {
        PeopleSnapshot current = read.orElseGet(this::snapshot);
        read = Optional.of(current);
        return current;
    }

    private PeopleSnapshot snapshot() {
        ImmutableSetMultimap.Builder<ExperienceGroupId, ActorId> members = ImmutableSetMultimap.builder();
        joined.forEach(members::putAll);
        return new PeopleSnapshot(units, people, groups, members.build());
    }

    /** Everybody at that time: what was recorded until then, that included. */
    PeopleSnapshot at(Instant time) {
        if (!last.isAfter(time)) {
            return now();
        }
        PeopleState then = new PeopleState();
        events.stream().filter(event -> !event.stamp().at().isAfter(time)).forEach(then::fold);
        return then.now();
    }

    /** What is to be confirmed of this person. */
    Optional<PeopleEvent.AddressReported> unconfirmed(ActorId person) {
        return Optional.ofNullable(unconfirmed.get(person));
    }

    /** Of the next event of this record; no event is older than one that is there. */
    Stamp next(RecordId record, Instant now, ActorId by) {
        return Stamp.after(versions.getOrDefault(record, 0L), record, now.isAfter(last) ? now : last, by);
    }
}
