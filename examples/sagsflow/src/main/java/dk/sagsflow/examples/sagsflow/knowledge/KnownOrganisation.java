package dk.sagsflow.examples.sagsflow.knowledge;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model, the articles of the reference organisation or of a file, and people who ask. Not thread-safe. */
final class KnownOrganisation {
    static final ActorId EDITOR = ActorId.of("editor");
    static final ActorId SUPERUSER = ActorId.of("superuser");
    static final ActorId PROGRAM = ActorId.of("knowledge");
    static final int CITIZENS = 3;
    private static final int PARTS = 5;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the model.")
    private Path folder = Path.of("");

    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description =
                    "Articles, one in a line: id | kind | system | title | text. Default: those of the reference organisation.")
    private Optional<Path> articles = Optional.empty();

    /** Called by picocli. */
    KnownOrganisation() {}

    SupportModel model() {
        try {
            return ModelFolder.read(folder).model();
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        }
    }

    /** An editor at the entrance, a superuser, citizens who read mail, and the program that tells cases what helps. */
    static Directory people(SupportOrganisation organisation) {
        ImmutableList.Builder<Actor> actors = ImmutableList.builder();
        ImmutableList.Builder<Customer> customers = ImmutableList.builder();
        actors.add(Actor.supporter(
                EDITOR.value(), "Editor", organisation.contactEntrance().value()));
        actors.add(
                Actor.program(PROGRAM.value(), "Knowledge", ProgramRight.READ, ProgramRight.WORK, ProgramRight.NOTE));
        Customer superuser = Customer.of(SUPERUSER.value(), "Superuser", CustomerKind.SUPERUSER);
        customers.add(superuser);
        actors.add(Actor.customer(SUPERUSER.value(), superuser));
        for (int number = 1; number <= CITIZENS; number++) {
            String id = customer(number).value();
            Customer citizen =
                    Customer.of(id, "Citizen " + number, CustomerKind.CITIZEN).withMailAddress(id + "@example.invalid");
            customers.add(citizen);
            actors.add(Actor.customer(id, citizen));
        }
        return Directory.of(actors.build(), customers.build());
    }

    static CustomerId customer(int number) {
        return CustomerId.of("citizen-" + number);
    }

    /** A knowledge base of the articles, in memory. */
    KnowledgeBase base(SupportOrganisation organisation, InstantSource clock) {
        KnowledgeBase base = KnowledgeBase.builder(organisation, people(organisation), clock)
                .withEditor(RightHolder.person(EDITOR.value()))
                .build();
        List<String> lines = lines();
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank() && !lines.get(number).startsWith("#")) {
                publish(base, organisation, lines.get(number), number + 1);
            }
        }
        return base;
    }

    private List<String> lines() {
        try {
            return articles.isPresent()
                    ? Files.readAllLines(articles.get())
                    : Resources.readLines(Resources.getResource("knowledge/ams/articles.txt"), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void publish(KnowledgeBase base, SupportOrganisation organisation, String line, int number) {
        List<String> parts = Splitter.on('|').trimResults().splitToList(line);
        if (parts.size() != PARTS) {
            throw new UnusableInputException(
                    file(), "line " + number + " has " + parts.size() + " parts between |, not " + PARTS);
        }
        try {
            ArticleId id = ArticleId.of(parts.get(0));
            base.articles().draft(EDITOR, id, content(organisation, parts)).orElseThrow();
            base.articles().submit(EDITOR, id).orElseThrow();
            base.articles().publish(EDITOR, id, Optional.empty()).orElseThrow();
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            throw new UnusableInputException(file(), "line " + number + ": " + unfit.getMessage());
        }
    }

    private Path file() {
        return articles.orElse(Path.of("articles.txt"));
    }

    private static ArticleContent content(SupportOrganisation organisation, List<String> parts) {
        ArticleKind kind = ArticleKind.valueOf(parts.get(1));
        boolean error = kind == ArticleKind.KNOWN_ERROR;
        ImmutableSet<SystemId> systems =
                parts.get(2).equals("-") ? ImmutableSet.of() : ImmutableSet.of(SystemId.of(parts.get(2)));
        return ArticleContent.builder()
                .kind(kind)
                .title(parts.get(3))
                .body(error ? "" : parts.get(4))
                .knownError(error ? Optional.of(KnownErrorDetails.noticed(parts.get(4))) : Optional.empty())
                .readership(Readership.everyone())
                .addAllSystems(systems.stream()
                        .filter(organisation.systemIds()::contains)
                        .toList())
                .build();
    }
}
