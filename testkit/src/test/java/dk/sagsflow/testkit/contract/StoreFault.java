package dk.sagsflow.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.claim.LostClaimException;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LogSubscriptions;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.log.SubscriptionClaim;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.ForwardingOutbox;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.NotificationBuilder;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.notification.OutgoingMessage;
import dk.sagsflow.core.notification.QueuedMessage;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.CaseStep;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.core.repository.DueClaim;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.core.repository.ReferenceTakenException;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.core.repository.StoredCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a store, and the suite that is to find it. */
enum StoreFault {
    /** The events after a version begin one too late. */
    TAIL_TOO_SHORT(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
                    return store.loadAfter(number, version + 1);
                }
            };
        }
    },
    /** The language of a notification is lost. */
    LANGUAGE_LOST(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withNotifications(step.notifications().stream()
                            .map(told -> copy(told, told.id(), Locale.ENGLISH)
                                    .notBefore(told.notBefore())
                                    .inDigest(told.inDigest())
                                    .build())
                            .toList()));
        }
    },
    /** A notification goes out before it may. */
    NOT_BEFORE_LOST(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withNotifications(step.notifications().stream()
                            .map(told -> copy(told, told.id(), told.language())
                                    .inDigest(told.inDigest())
                                    .build())
                            .toList()));
        }
    },
    /** Messages of the host are not erased with their case. */
    ABOUT_LOST(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withHostMessages(step.hostMessages().stream()
                            .map(message -> new HostMessage(
                                    message.id(),
                                    message.lane(),
                                    message.topic(),
                                    message.payload(),
                                    message.at(),
                                    message.notBefore(),
                                    Optional.empty()))
                            .toList()));
        }
    },
    /** A message that was given up is stored again. */
    DEAD_LETTER_TWICE(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withNotifications(step.notifications().stream()
                            .map(told -> dead(store, told.id())
                                    ? copy(told, MessageId.of(told.id() + "/2"), told.language())
                                            .build()
                                    : told)
                            .toList()));
        }
    },
    /** Dead letters survive the erasing of their case. */
    DEAD_LETTERS_KEPT(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<MessageId, DeadLetter> kept = new ConcurrentHashMap<>();
            return sending(store, new ForwardingOutbox(store.outbox()) {
                @Override
                public void bury(ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now) {
                    super.bury(claimed, ids, failure, now);
                    super.deadLetters(100)
                            .forEach(letter -> kept.put(letter.message().id(), letter));
                }

                @Override
                public ImmutableList<DeadLetter> deadLetters(int limit) {
                    return ImmutableList.copyOf(kept.values());
                }
            });
        }
    },
    /** What a failure said of a digest survives the erasing of a case that was in it. */
    FAILURE_OF_A_DIGEST_KEPT(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<MessageId, String> said = new ConcurrentHashMap<>();
            return sending(store, new ForwardingOutbox(store.outbox()) {
                @Override
                public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
                    super.postpone(claimed, failure, now, until);
                    claimed.ids().forEach(id -> said.put(id, failure));
                }

                @Override
                public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest) {
                    return super.claim(now, lease, lanes, largestDigest).stream()
                            .map(lane -> new ClaimedLane(
                                    lane.lane(),
                                    lane.fence(),
                                    lane.until(),
                                    lane.messages().stream().map(this::told).collect(ImmutableList.toImmutableList())))
                            .collect(ImmutableList.toImmutableList());
                }

                private QueuedMessage told(QueuedMessage queued) {
                    Optional<String> failure = queued.lastFailure().isPresent()
                            ? Optional.ofNullable(said.get(queued.message().id()))
                            : Optional.empty();
                    return new QueuedMessage(queued.message(), queued.attempt(), failure.or(queued::lastFailure));
                }
            });
        }
    },
    /** A claim that is meant for long is too long for the clock. */
    LEASE_OVERFLOW(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return sending(store, new ForwardingOutbox(store.outbox()) {
                @Override
                public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest) {
                    ImmutableList<ClaimedLane> claimed = super.claim(now, lease, lanes, largestDigest);
                    return now.plus(lease).isAfter(now) ? claimed : ImmutableList.of();
                }
            });
        }
    },
    /** Whoever is too late with a failure takes the claim from whoever has it. */
    LATE_FAILURE_COUNTS(StoreMutantsTest.Messages.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            AtomicLong latest = new AtomicLong();
            return sending(store, new ForwardingOutbox(store.outbox()) {
                @Override
                public ImmutableList<ClaimedLane> claim(Instant now, Duration lease, int lanes, int largestDigest) {
                    ImmutableList<ClaimedLane> claimed = super.claim(now, lease, lanes, largestDigest);
                    claimed.forEach(lane -> latest.set(lane.fence()));
                    return claimed;
                }

                @Override
                public void release(ClaimedLane claimed) {
                    super.release(new ClaimedLane(claimed.lane(), latest.get(), claimed.until(), claimed.messages()));
                }
            });
        }
    },
    /** One more than the largest page is none. */
    PAGE_SIZE_OVERFLOW(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return asking(store, query -> {
                int asked = query.pageSize() + 1;
                return asked < 0 ? new CasePage(ImmutableList.of(), Optional.empty()) : store.query(query);
            });
        }
    },
    /** A full page says that there is another. */
    FULL_PAGE_GOES_ON(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return asking(store, query -> {
                CasePage page = store.query(query);
                return page.entries().size() < query.pageSize() || page.next().isPresent()
                        ? page
                        : new CasePage(
                                page.entries(),
                                Optional.of(CaseCursor.after(
                                        query.order(),
                                        page.entries().get(page.entries().size() - 1))));
            });
        }
    },
    /** Texts are compared letter by letter. */
    TEXT_NOT_FOLDED(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return asking(store, query -> {
                CasePage all = store.query(query.withText(Optional.empty()));
                return query.text().isEmpty()
                        ? all
                        : new CasePage(
                                all.entries().stream()
                                        .filter(entry -> entry.state()
                                                .subject()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(query.text().get().toLowerCase(Locale.ROOT)))
                                        .collect(ImmutableList.toImmutableList()),
                                Optional.empty());
            });
        }
    },
    /** What is due first comes in order of registration. */
    ORDER_IGNORED(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return asking(
                    store,
                    query -> store.query(query.withAfter(Optional.empty()).withOrder(CaseOrder.REGISTRATION)));
        }
    },
    /** What lies ahead of a case is not listed. */
    AGENDA_NOT_LISTED(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return asking(store, query -> {
                CasePage page = store.query(query);
                return new CasePage(
                        page.entries().stream()
                                .map(entry -> new CasePage.Entry(entry.state(), Agenda.empty()))
                                .collect(ImmutableList.toImmutableList()),
                        page.next());
            });
        }
    },
    /** Counts are those of a page. */
    COUNTS_OF_A_PAGE(StoreMutantsTest.Queries.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public CaseCounts counts(CaseQuery query, ImmutableSet<CaseCounts.Field> by, Instant now) {
                    return CaseCounts.of(store.query(query).entries(), by, now);
                }
            };
        }
    },
    /** A step is stored case by case. */
    NOT_AT_ONCE(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public void append(CaseStep step) {
                    step.changes().forEach(change -> store.append(CaseStep.of(change)));
                    store.append(step.withChanges());
                }
            };
        }
    },
    /** Cases that are said to be unchanged are not looked at. */
    UNCHANGED_NOT_CHECKED(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store, step -> step.withUnchanged(Maps.filterKeys(step.unchanged(), step.agendas()::containsKey)));
        }
    },
    /** Two cases get one reference, or nobody is told that they do not. */
    REFERENCE_NOT_REFUSED(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public void append(CaseStep step) {
                    try {
                        store.append(step);
                    } catch (ReferenceTakenException hidden) {
                        return;
                    }
                }
            };
        }
    },
    /** Only limits of members are kept. */
    CUSTOMERS_OUTLOOK_LOST(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withChanges(step.changes().stream()
                            .map(change -> change.withAgenda(new Agenda(
                                    change.agenda().nextDue(), change.agenda().members(), Agenda.Outlook.nothing())))
                            .toList()));
        }
    },
    /** The cases that were postponed are listed as they came due first. */
    POSTPONED_OUT_OF_ORDER(StoreMutantsTest.Due.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public ImmutableList<PostponedCase> postponed(int limit) {
                    return other().postponed(limit).reverse();
                }
            };
        }
    },
    /** Due times are kept to the millisecond. */
    MILLISECONDS(StoreMutantsTest.Due.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.withChanges(step.changes().stream()
                            .map(change -> change.withAgenda(change.agenda()
                                    .withNextDue(
                                            change.agenda().nextDue().map(at -> at.truncatedTo(ChronoUnit.MILLIS)))))
                            .toList()));
        }
    },
    /** A process that was paused stores what it did under a claim that it lost. */
    NO_FENCE(StoreMutantsTest.Due.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(store, step -> step.withDueClaims());
        }
    },
    /** Failures are not counted. */
    FAILURES_NOT_COUNTED(StoreMutantsTest.Due.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public void postpone(DueClaim claim, String failure, Instant until) {
                    boolean unused = store.takeUp(claim.number(), until);
                }
            };
        }
    },
    /** Two nodes get one case. */
    CLAIMED_TWICE(StoreMutantsTest.Due.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public ImmutableList<DueClaim> claimDue(Instant now, Duration lease, int limit) {
                    ImmutableList<DueClaim> claimed = store.claimDue(now, lease, limit);
                    claimed.forEach(store::release);
                    return claimed;
                }
            };
        }
    },
    /** A repetition is not refused where it is stored. */
    REPETITION_STORED(StoreMutantsTest.Keys.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return storing(
                    store,
                    step -> step.request()
                                    .map(HandledRequest::key)
                                    .flatMap(store::request)
                                    .isPresent()
                            ? step.withRequest(Optional.empty())
                            : step);
        }
    },
    /** Keys and fingerprints survive the erasing of their case. */
    KEYS_KEPT(StoreMutantsTest.Keys.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<RequestKey, HandledRequest> kept = new ConcurrentHashMap<>();
            return new ForwardingCaseRepository(store) {
                @Override
                public void append(CaseStep step) {
                    store.append(step);
                    step.request().ifPresent(request -> kept.put(request.key(), request));
                }

                @Override
                public Optional<HandledRequest> request(RequestKey key) {
                    return store.request(key).map(found -> kept.getOrDefault(key, found));
                }
            };
        }
    },
    /** Of the cases of a request the first alone is kept. */
    ONE_CASE_OF_A_REQUEST(StoreMutantsTest.Keys.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public Optional<HandledRequest> request(RequestKey key) {
                    return store.request(key)
                            .map(found -> new HandledRequest(
                                    found.key(),
                                    found.fingerprint(),
                                    ImmutableMap.of(found.number(), found.version()),
                                    found.at()));
                }
            };
        }
    },
    /** All old requests are dropped, however many they are. */
    NO_LIMIT_TO_FORGETTING(StoreMutantsTest.Keys.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public int forgetRequests(Instant before, int limit) {
                    return store.forgetRequests(before, Integer.MAX_VALUE);
                }
            };
        }
    },
    /** Assignments by hand are not counted. */
    LOADS_LOST(StoreMutantsTest.Loads.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
                    return ImmutableMap.copyOf(Maps.transformValues(
                            store.loads(group), load -> new MemberLoad(load.open(), 0, Optional.empty())));
                }
            };
        }
    },
    /** Whom an erased case named is told still to have been given it. */
    LOADS_NOT_ERASED(StoreMutantsTest.Loads.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<GroupId, Map<ActorId, MemberLoad>> given = new ConcurrentHashMap<>();
            return new ForwardingCaseRepository(store) {
                @Override
                public ImmutableMap<ActorId, MemberLoad> loads(GroupId group) {
                    Map<ActorId, MemberLoad> all = given.computeIfAbsent(group, fresh -> new ConcurrentHashMap<>());
                    Map<ActorId, MemberLoad> now = store.loads(group);
                    all.replaceAll((member, load) ->
                            now.getOrDefault(member, new MemberLoad(0, load.assignments(), load.latest())));
                    all.putAll(now);
                    return ImmutableMap.copyOf(all);
                }
            };
        }
    },
    /** A step becomes visible when later ones have been read: a sequence that was drawn before the commit. */
    POSITION_VISIBLE_EARLY(StoreMutantsTest.Log.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            AtomicInteger reads = new AtomicInteger();
            Map<LogPosition, Integer> seen = new ConcurrentHashMap<>();
            return logging(store, "after", (log, arguments) -> {
                int read = reads.incrementAndGet();
                return log.after((LogPosition) arguments[0], (int) arguments[1]).stream()
                        .filter(step -> step.events().get(0).sequence() % 5 != 2
                                || read - seen.computeIfAbsent(step.position(), fresh -> read) > 2)
                        .collect(ImmutableList.toImmutableList());
            });
        }
    },
    /** The log keeps what was erased. */
    LOG_NOT_ERASED(StoreMutantsTest.Log.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<LogPosition, LoggedStep> kept = new ConcurrentHashMap<>();
            CaseRepository logged = logging(
                    store,
                    "after",
                    (log, arguments) -> log.after((LogPosition) arguments[0], (int) arguments[1]).stream()
                            .map(step -> kept.getOrDefault(step.position(), step))
                            .collect(ImmutableList.toImmutableList()));
            return new ForwardingCaseRepository(logged) {
                @Override
                public void append(CaseStep step) {
                    store.append(step);
                    store.log()
                            .after(store.log().beginning(), 100)
                            .forEach(each -> kept.putIfAbsent(each.position(), each));
                }
            };
        }
    },
    /** What is dropped is not asked for by a subscription that has it parked. */
    LAG_NOT_COUNTED(StoreMutantsTest.Log.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return logging(store, "countAfter", (log, arguments) -> 0L);
        }
    },
    /** A position is stored by whoever has lost the claim. */
    NO_FENCE_OF_FOLLOWERS(StoreMutantsTest.Followers.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return following(store, "handled", (subscriptions, arguments) -> {
                SubscriptionClaim claim = (SubscriptionClaim) arguments[0];
                try {
                    subscriptions.handled(claim, (LogPosition) arguments[1]);
                } catch (LostClaimException lost) {
                    subscriptions.moveTo(claim.name(), (LogPosition) arguments[1]);
                }
                return null;
            });
        }
    },
    /** A subscription that failed is tried again at once. */
    NO_BACK_OFF(StoreMutantsTest.Followers.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return following(store, "failed", (subscriptions, arguments) -> {
                subscriptions.failed(
                        (SubscriptionClaim) arguments[0], (String) arguments[1], (Instant) arguments[2], (Instant)
                                arguments[2]);
                return null;
            });
        }
    },
    /** What is refused is committed all the same. */
    COMMITTED_ALTHOUGH_REFUSED(StoreMutantsTest.Cases.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {
                @Override
                public void append(CaseStep step) {
                    try {
                        store.append(step);
                    } catch (ConcurrentUpdateException | ReferenceTakenException refused) {
                        step.changes().forEach(change -> committed(store, change));
                        throw refused;
                    }
                }
            };
        }

        private void committed(CaseRepository store, CaseChange change) {
            try {
                store.append(CaseStep.of(change));
            } catch (ConcurrentUpdateException | ReferenceTakenException refused) {
                assertThat(refused).isNotNull();
            }
        }
    },
    /** What is in the memory of a process is taken for what is stored. */
    CASES_KEPT_IN_MEMORY(StoreMutantsTest.Opened.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<CaseNumber, Optional<StoredCase>> seen = new ConcurrentHashMap<>();
            return new ForwardingCaseRepository(store) {
                @Override
                public Optional<StoredCase> load(CaseNumber number) {
                    return seen.computeIfAbsent(number, store::load);
                }

                @Override
                public Optional<SupportCase> find(CaseNumber number) {
                    return load(number).map(StoredCase::state);
                }

                @Override
                public void append(CaseStep step) {
                    store.append(step);
                    step.changes().forEach(change -> seen.remove(change.number()));
                }
            };
        }
    },
    /** After a restart nobody knows which requests were carried out. */
    KEYS_FORGOTTEN(StoreMutantsTest.Opened.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Set<RequestKey> own = ConcurrentHashMap.newKeySet();
            return new ForwardingCaseRepository(store) {
                @Override
                public void append(CaseStep step) {
                    store.append(step);
                    step.request().ifPresent(request -> own.add(request.key()));
                }

                @Override
                public Optional<HandledRequest> request(RequestKey key) {
                    return own.contains(key) ? store.request(key) : Optional.empty();
                }
            };
        }
    },
    /** After a restart nothing waits to be sent any more. */
    OUTBOX_FORGOTTEN(StoreMutantsTest.Opened.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            boolean filled = !store.query(CaseQuery.all()).cases().isEmpty();
            return sending(store, new ForwardingOutbox(store.outbox()) {
                @Override
                public ImmutableList<OutgoingMessage> waiting(int limit) {
                    return filled ? ImmutableList.of() : super.waiting(limit);
                }
            });
        }
    },
    /** Numbers are counted by each who opens the store. */
    NUMBERS_OF_ONES_OWN(StoreMutantsTest.Numbers.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            Map<String, AtomicLong> own = new ConcurrentHashMap<>();
            return new ForwardingCaseRepository(store) {
                @Override
                public long nextNumber(String series) {
                    return own.computeIfAbsent(series, fresh -> new AtomicLong())
                            .incrementAndGet();
                }
            };
        }
    },
    /** What is done in a transaction is there at once and stays. */
    OUTSIDE_THE_TRANSACTION(StoreMutantsTest.Transactions.class) {
        @Override
        CaseRepository in(CaseRepository store) {
            return new ForwardingCaseRepository(store) {};
        }
    };

    private final Class<?> suite;

    StoreFault(Class<?> suite) {
        this.suite = suite;
    }

    /** The suite that is to find it. */
    Class<?> suite() {
        return suite;
    }

    /** A sound store with this fault. */
    abstract CaseRepository in(CaseRepository store);

    /** A transaction of a store with this fault: one that commits what was to be rolled back, if it is any. */
    static TransactionContract.Opened broken(
            UnaryOperator<CaseRepository> fault, InMemoryStore.Transaction transaction) {
        TransactionContract.Opened sound = InMemoryTest.opened(transaction);
        if (fault.apply(transaction.repository()) == transaction.repository()) {
            return sound;
        }
        return new TransactionContract.Opened() {
            @Override
            public StoreTransaction transaction() {
                return sound.transaction();
            }

            @Override
            public void commit() {
                sound.commit();
            }

            @Override
            public void rollback() {
                sound.commit();
            }
        };
    }

    /** Everything but from when on it may be sent, and whether in a digest. */
    private static NotificationBuilder copy(Notification told, MessageId id, Locale language) {
        return Notification.builder()
                .id(id)
                .caseNumber(told.caseNumber())
                .kind(told.kind())
                .address(told.address())
                .language(language)
                .subject(told.subject())
                .text(told.text())
                .at(told.at());
    }

    private static boolean dead(CaseRepository store, MessageId id) {
        return store.outbox().deadLetters(100).stream()
                .anyMatch(letter -> letter.message().id().equals(id));
    }

    private static CaseRepository storing(CaseRepository store, UnaryOperator<CaseStep> as) {
        return new ForwardingCaseRepository(store) {
            @Override
            public void append(CaseStep step) {
                store.append(as.apply(step));
            }
        };
    }

    private static CaseRepository sending(CaseRepository store, Outbox outbox) {
        return new ForwardingCaseRepository(store) {
            @Override
            public Outbox outbox() {
                return outbox;
            }
        };
    }

    private interface Answering {
        CasePage query(CaseQuery query);
    }

    private static CaseRepository asking(CaseRepository store, Answering answering) {
        return new ForwardingCaseRepository(store) {
            @Override
            public CasePage query(CaseQuery query) {
                return answering.query(query);
            }
        };
    }

    /** Does something else than a method does. */
    private interface Instead<T> {
        @Nullable Object call(T sound, Object[] arguments);
    }

    private static CaseRepository logging(CaseRepository store, String method, Instead<EventLog> instead) {
        EventLog log = with(EventLog.class, store.log(), method, instead);
        return new ForwardingCaseRepository(store) {
            @Override
            public EventLog log() {
                return log;
            }
        };
    }

    private static CaseRepository following(CaseRepository store, String method, Instead<LogSubscriptions> instead) {
        LogSubscriptions subscriptions = with(LogSubscriptions.class, store.subscriptions(), method, instead);
        return new ForwardingCaseRepository(store) {
            @Override
            public LogSubscriptions subscriptions() {
                return subscriptions;
            }
        };
    }

    private static <T> T with(Class<T> type, T sound, String name, Instead<T> instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        return instead.call(sound, arguments);
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
