package dk.sagsflow.knowledge;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.forum.ThreadId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** A small organisation with a knowledge base, at a time that can be moved on. */
public final class Org {
    public static final ActorId EDITOR = ActorId.of("editor");
    public static final ActorId CENTRE = ActorId.of("karen");
    public static final ActorId BIT = ActorId.of("bo");
    public static final ActorId SUPERUSER = ActorId.of("astrid");
    public static final ActorId CITIZEN = ActorId.of("carl");
    public static final ImmutableList<ActorId> EVERYBODY =
            ImmutableList.of(EDITOR, CENTRE, BIT, SUPERUSER, CITIZEN, ActorId.of("stranger"));

    private static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("Jobcentres")
            .addTiers(
                    Tier.of("superusers", "Superusers"), Tier.of("first", "1st level"), Tier.of("second", "2nd level"))
            .contactTier(TierId.of("first"))
            .addGroups(
                    SupportGroup.of("superusers", "Superusers", "superusers"),
                    SupportGroup.of("centre", "Centre", "first"),
                    SupportGroup.of("bit", "BIT", "second"))
            .addSystems(
                    new SupportedSystem(SystemId.of("amanda"), "Amanda"),
                    new SupportedSystem(SystemId.of("jobnet"), "Jobnet"))
            .build();

    /** The id of the thread that is opened next. */
    public ThreadId nextThread = ThreadId.of("thread");

    private Instant now = Instant.parse("2007-09-03T08:00:00Z");
    public final InstantSource clock = () -> now;
    public final KnowledgeBase base;

    public Org() {
        this(builder -> {});
    }

    public Org(Consumer<KnowledgeBase.Builder> more) {
        KnowledgeBase.Builder builder = KnowledgeBase.builder(ORGANISATION, people(), clock)
                .withEditor(RightHolder.person("editor"))
                .withThreadIds(() -> nextThread);
        more.accept(builder);
        this.base = builder.build();
    }

    public static SupportOrganisation organisation() {
        return ORGANISATION;
    }

    public static Directory people() {
        Customer astrid = Customer.of("astrid", "Astrid", CustomerKind.SUPERUSER);
        Customer carl = Customer.of("carl", "Carl", CustomerKind.CITIZEN);
        return Directory.of(
                ImmutableList.of(
                        Actor.supporter("editor", "Editor", "centre"),
                        Actor.supporter("karen", "Karen", "centre"),
                        Actor.supporter("bo", "Bo", "bit"),
                        Actor.customer("astrid", astrid),
                        Actor.customer("carl", carl)),
                ImmutableList.of(astrid, carl));
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    /** Has it written and published by the editor. */
    public void published(String id, ArticleContent content) {
        base.articles().draft(EDITOR, ArticleId.of(id), content).orElseThrow();
        republished(id);
    }

    /** Publishes what is written of it. */
    public void republished(String id) {
        republished(id, EDITOR);
    }

    /** Publishes what somebody has written of it. */
    public void republished(String id, ActorId author) {
        ArticleId article = ArticleId.of(id);
        base.articles().submit(author, article).orElseThrow();
        base.articles().publish(EDITOR, article, Optional.empty()).orElseThrow();
    }
}
