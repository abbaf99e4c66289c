package dk.sagsflow.testkit.knowledge;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.article.Edition;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.article.UseOutcome;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.knownerror.KnownErrorTold;
import dk.sagsflow.knowledge.knownerror.KnownErrors;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.search.ArticleIndex;
import dk.sagsflow.knowledge.search.SearchHit;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.knowledge.search.SearchResult;
import dk.sagsflow.knowledge.tree.NodeId;
import dk.sagsflow.knowledge.tree.QuestionTree;
import dk.sagsflow.knowledge.tree.ReadyCase;
import dk.sagsflow.knowledge.tree.TreeId;
import dk.sagsflow.knowledge.tree.TreeJson;
import dk.sagsflow.knowledge.tree.TreeNode;
import dk.sagsflow.knowledge.tree.TreeVerification;
import dk.sagsflow.knowledge.tree.TreeWalk;
import dk.sagsflow.knowledge.tree.WalkId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The knowledge base beside a desk of the reference organisation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnowledgeDeskTest {
    private static final ActorId PROGRAM = ActorId.of("knowledge");
    private static final ArticleId FREEZE = ArticleId.of("freeze");

    private final SettableClock clock = SettableClock.at("2007-09-03T08:00:00Z");
    private final Directory people = Directory.of(
            ImmutableList.<Actor>builder()
                    .addAll(ReferenceOrganisation.actors())
                    .add(Actor.program(
                            "knowledge", "Knowledge", ProgramRight.READ, ProgramRight.WORK, ProgramRight.NOTE))
                    .add(Actor.program("site", "Support site", ProgramRight.REGISTER))
                    .build(),
            ReferenceOrganisation.customers());
    private final KnowledgeBase knowledge = KnowledgeBase.builder(ReferenceOrganisation.organisation(), people, clock)
            .withEditor(RightHolder.person("karen"))
            .build();
    private final SupportDesk desk = SupportDesk.builder(
                    ModelFolder.read(Path.of("..", "examples", "models", "ams")).model(), people, clock)
            .withSuggestions(knowledge.search().source(5, Locale.forLanguageTag("da")))
            .build();
    private final KnownErrors errors = knowledge.knownErrors(CaseDesk.of(desk::view, desk::submit), PROGRAM);

    private CaseNumber registered(String subject) {
        CaseNumber number = desk.register(
                        KAREN, Registration.of("astrid", subject).withSystem(AMANDA))
                .orElseThrow()
                .number();
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.of(AMANDA), Optional.empty(), Cause.SYSTEM))
                .orElseThrow();
        return number;
    }

    private CaseFile.ForOperator seen(CaseNumber number) {
        return (CaseFile.ForOperator) desk.view(KAREN, number).orElseThrow();
    }

    private long workarounds(CaseNumber number) {
        return seen(number).events().stream()
                .filter(CaseEvent.WorkaroundProvided.class::isInstance)
                .count();
    }

    private void published(ArticleId id) {
        knowledge.articles().submit(KAREN, id).orElseThrow();
        knowledge.articles().publish(KAREN, id, Optional.empty()).orElseThrow();
    }

    private void publishes(KnownErrorDetails known) {
        ArticleContent content = knowledge.articles().find(FREEZE).orElseThrow().latest();
        knowledge
                .articles()
                .revise(KAREN, FREEZE, content.withKnownError(known))
                .orElseThrow();
        published(FREEZE);
    }

    @Test
    @Tag("R23")
    @Tag("R27")
    void a_known_error_is_made_of_a_case_and_its_workaround_tells_every_linked_case_once() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();
        errors.link(KAREN, FREEZE, second).orElseThrow();
        assertThat(errors.tell()).isEmpty();

        publishes(KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på **cpr-nummer**."));
        assertThat(errors.tell()).containsExactly(new KnownErrorTold(FREEZE, first, Optional.empty()));
        assertThat(errors.tell()).isEmpty();
        assertThat(desk.operations().sweep(100).handled()).isPositive();

        assertThat(workarounds(first)).isEqualTo(1);
        assertThat(workarounds(second)).isEqualTo(1);
        publishes(KnownErrorDetails.noticed("Amanda fryser igen").workedAroundBy("Søg på **cpr-nummer**."));
        assertThat(errors.tell()).isEmpty();
    }

    @Test
    @Tag("R27")
    void the_solution_answers_all_linked_cases_at_once() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();
        errors.link(KAREN, FREEZE, second).orElseThrow();
        assertThat(errors.answerAll(KAREN, FREEZE).refusal()).contains(new ArticleRefusal.NotSolved(FREEZE));

        publishes(KnownErrorDetails.noticed("Amanda fryser").solvedBy("Version 8 er lagt på."));
        errors.answerAll(KAREN, FREEZE).orElseThrow();
        assertThat(desk.operations().sweep(100).handled()).isPositive();

        assertThat(seen(first).whole().status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(seen(second).whole().status()).isEqualTo(CaseStatus.ANSWERED);
    }

    /** What the customer of a case was told of what helps. */
    private List<String> heard(CaseNumber number) {
        return seen(number).events().stream()
                .flatMap(event -> {
                    if (event instanceof CaseEvent.WorkaroundProvided told
                            && told.visibility() == Visibility.CUSTOMER) {
                        return Stream.of(told.workaround());
                    }
                    return event instanceof CaseEvent.NoteAdded note && note.visibility() == Visibility.CUSTOMER
                            ? Stream.of(note.text())
                            : Stream.empty();
                })
                .toList();
    }

    private void told(CaseNumber number) {
        assertThat(errors.tell()).containsExactly(new KnownErrorTold(FREEZE, number, Optional.empty()));
        assertThat(errors.tell()).isEmpty();
        desk.operations().sweep(100);
        assertThat(errors.tell()).isEmpty();
    }

    @Test
    @Tag("R23")
    @Tag("R27")
    void a_case_that_is_linked_later_is_told_once_what_was_told_before() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();
        publishes(KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på navn."));
        told(first);
        CaseNumber later = registered("Amanda går i stå");
        errors.link(KAREN, FREEZE, later).orElseThrow();
        assertThat(errors.link(KAREN, FREEZE, later).orElseThrow().cases()).containsExactly(first, later);
        told(later);
        assertThat(heard(later)).containsExactly("Søg på navn.");
        publishes(KnownErrorDetails.noticed("Amanda fryser")
                .workedAroundBy("Søg på navn.")
                .solvedBy("Genstart Amanda."));
        told(first);
        assertThat(List.of(heard(first), heard(later))).containsOnly(List.of("Søg på navn.", "Genstart Amanda."));
    }

    @Test
    @Tag("R23")
    void customers_are_told_what_helps_while_2nd_level_works_on_it_and_once() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        CaseNumber third = registered("Amanda svarer ikke");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();
        errors.link(KAREN, FREEZE, second).orElseThrow();
        errors.link(KAREN, FREEZE, third).orElseThrow();
        for (CaseNumber number : List.of(first, third)) {
            desk.submit(KAREN, number, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "ukendt fejl"))
                    .orElseThrow();
        }
        publishes(KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på navn."));
        told(first);
        assertThat(List.of(heard(first), heard(second), heard(third))).containsOnly(List.of("Søg på navn."));
        CaseNumber later = registered("Amanda fryser igen");
        desk.submit(KAREN, later, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "kendt fejl"))
                .orElseThrow();
        errors.link(KAREN, FREEZE, later).orElseThrow();
        told(later);
        assertThat(heard(later)).containsExactly("Søg på navn.");
    }

    @Test
    @Tag("R27")
    void who_waits_again_is_told_when_the_first_case_is_over() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();
        errors.link(KAREN, FREEZE, second).orElseThrow();
        desk.submit(KAREN, first, new CaseCommand.Answer("Prøv igen.")).orElseThrow();
        desk.operations().sweep(100);
        publishes(KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på navn."));
        assertThat(errors.tell()).isEmpty();
        desk.submit(ASTRID, second, new CaseCommand.Reopen("Det hjalp ikke.")).orElseThrow();
        told(second);
        assertThat(heard(second)).containsExactly("Søg på navn.");
    }

    @Test
    @Tag("R27")
    void a_known_error_that_nobody_made_from_a_case_takes_cases_and_other_articles_take_none() {
        ArticleContent known = ArticleContent.builder()
                .kind(ArticleKind.KNOWN_ERROR)
                .title("Amanda fryser")
                .knownError(KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på navn."))
                .readership(Readership.supportOrganisation())
                .build();
        knowledge.articles().draft(KAREN, FREEZE, known).orElseThrow();
        published(FREEZE);
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        assertThat(errors.answerAll(KAREN, FREEZE).refusal())
                .contains(new ArticleRefusal.NoKnownError(FREEZE, ArticleKind.KNOWN_ERROR));
        errors.link(KAREN, FREEZE, first).orElseThrow();
        errors.link(KAREN, FREEZE, second).orElseThrow();
        told(first);
        assertThat(List.of(heard(first), heard(second))).containsOnly(List.of("Søg på navn."));
        ArticleId faq = ArticleId.of("print");
        knowledge
                .articles()
                .draft(KAREN, faq, ArticleContent.faq(Readership.everyone(), "Printer", "Papir."))
                .orElseThrow();
        assertThat(errors.link(KAREN, faq, second).refusal())
                .contains(new ArticleRefusal.NoKnownError(faq, ArticleKind.FAQ));
    }

    @Test
    void who_may_not_read_a_known_error_does_not_learn_of_it_by_a_case() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        CaseNumber second = registered("Amanda går i stå");
        desk.submit(KAREN, second, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "ukendt fejl"))
                .orElseThrow();
        errors.fromCase(KAREN, first, FREEZE, Readership.ofGroup("support-centre"))
                .orElseThrow();
        for (int round = 0; round < 2; round++) {
            assertThat(errors.link(BO, FREEZE, second).refusal()).contains(new ArticleRefusal.UnknownArticle(FREEZE));
            assertThat(errors.answerAll(BO, FREEZE).refusal()).contains(new ArticleRefusal.UnknownArticle(FREEZE));
            if (round == 0) {
                published(FREEZE);
            }
        }
        ArticleContent open = knowledge.articles().find(FREEZE).orElseThrow().latest();
        knowledge
                .articles()
                .revise(KAREN, FREEZE, open.withReadership(Readership.supportOrganisation()))
                .orElseThrow();
        published(FREEZE);
        knowledge.articles().revise(KAREN, FREEZE, open.withTitle("Kladde")).orElseThrow();
        assertThat(errors.link(BO, FREEZE, second).orElseThrow().toString()).doesNotContain("Kladde");
    }

    @Test
    void what_the_desk_refuses_says_why_and_leaves_no_link() {
        CaseNumber first = registered("Amanda fryser ved søgning");
        errors.fromCase(KAREN, first, FREEZE, Readership.supportOrganisation()).orElseThrow();

        assertThat(errors.link(KAREN, FREEZE, CaseNumber.of("S-99"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("S-99");
        assertThat(errors.fromCase(ASTRID, first, ArticleId.of("x"), Readership.everyone())
                        .wasAccepted())
                .isFalse();
        assertThat(knowledge.articles().find(FREEZE).orElseThrow().cases()).containsExactly(first);
    }

    @Test
    @Tag("R27")
    void articles_are_at_hand_while_a_case_is_worked_on_and_customers_see_those_for_everyone() {
        knowledge
                .articles()
                .draft(
                        KAREN,
                        ArticleId.of("print"),
                        ArticleContent.faq(Readership.everyone(), "Printer i Amanda", "Papir."))
                .orElseThrow();
        published(ArticleId.of("print"));
        knowledge
                .articles()
                .draft(
                        KAREN,
                        FREEZE,
                        ArticleContent.faq(Readership.supportOrganisation(), "Printerkøen i Amanda", "Genstart."))
                .orElseThrow();
        published(FREEZE);
        CaseNumber number = registered("Printeren i Amanda virker ikke");

        assertThat(desk.suggestions(KAREN, number).orElseThrow())
                .extracting(Suggestion::link)
                .containsExactlyInAnyOrder("print", "freeze");
        assertThat(desk.suggestions(ASTRID, number).orElseThrow())
                .extracting(Suggestion::link)
                .containsExactly("print");
    }

    @Test
    @Tag("R11")
    @Tag("R24")
    void a_question_tree_of_the_reference_model_registers_a_case_that_triage_leads_on() {
        QuestionTree tree = new QuestionTree(
                TreeId.of("slow"),
                "Det er langsomt",
                Readership.superusers(),
                NodeId.of("where"),
                List.of(
                        new TreeNode.Question(
                                NodeId.of("where"),
                                "Hvor er det langsomt?",
                                ImmutableList.of(
                                        new TreeNode.Choice("I Amanda", NodeId.of("amanda")),
                                        new TreeNode.Choice("På hele maskinen", NodeId.of("local")))),
                        new TreeNode.Register(
                                NodeId.of("amanda"),
                                "Opret en sag",
                                new ReadyCase(
                                        "Amanda er langsom",
                                        CaseKind.INCIDENT,
                                        Optional.of(AMANDA),
                                        Optional.of("søgning"),
                                        Optional.of(Cause.SYSTEM))),
                        new TreeNode.ReferElsewhere(NodeId.of("local"), "Ring til jeres egen it", "Kommunens it")));
        knowledge
                .trees()
                .publish(
                        KAREN,
                        tree,
                        knowledge.verification(one -> desk.propose(one).group()))
                .orElseThrow();

        Reader astrid = knowledge.reader(ASTRID);
        WalkId walk = WalkId.of("w1");
        knowledge.trees().begin(astrid, tree.id(), walk).orElseThrow();
        knowledge.trees().answer(astrid, walk, 0).orElseThrow();
        Registration ready = knowledge
                .trees()
                .registration(astrid, walk, CustomerId.of("astrid"))
                .orElseThrow();
        assertThat(desk.register(ASTRID, ready).wasAccepted())
                .as("customers do not place cases")
                .isFalse();
        CaseNumber number =
                desk.register(ActorId.of("site"), ready).orElseThrow().number();
        assertThat(seen(number).whole().customer()).isEqualTo(CustomerId.of("astrid"));
        knowledge.trees().registered(astrid, walk, number).orElseThrow();

        assertThat(seen(number).whole().description()).contains("Hvor er det langsomt? I Amanda");
        assertThat(seen(number).whole().category()).contains("søgning");
        assertThat(seen(number).whole().cause()).isEqualTo(Cause.SYSTEM);
        assertThat(desk.propose(BO, number).orElseThrow().group()).isPresent();
        assertThat(knowledge.trees().wayTo(number)).isPresent();
    }

    @Test
    void the_program_of_the_page_on_articles_runs() {
        SupportOrganisation organisation = ReferenceOrganisation.organisation();
        // sample
        KnowledgeBase knowledge = KnowledgeBase.builder(organisation, people, InstantSource.system())
                .withEditor(RightHolder.group("support-centre"))
                .build();
        // end
        // sample
        ArticleId id = ArticleId.of("forgotten-password");
        ArticleContent faq = ArticleContent.faq(
                Readership.everyone(), "Jeg har glemt min adgangskode", "Klik på **Glemt adgangskode** på forsiden.");

        knowledge.articles().draft(KAREN, id, faq).orElseThrow();
        knowledge.articles().submit(KAREN, id).orElseThrow();
        knowledge.articles().publish(KAREN, id, Optional.empty()).orElseThrow();

        Edition read = knowledge.articles().read(Reader.anybody(), id).orElseThrow();
        String html = new MarkdownText(read.content().body()).html();
        // end
        // sample
        KnownErrors errors = knowledge.knownErrors(CaseDesk.of(desk::view, desk::submit), ActorId.of("knowledge"));
        // end
        assertThat(errors.tell()).isEmpty();
        assertThat(html).isEqualTo("<p>Klik på <strong>Glemt adgangskode</strong> på forsiden.</p>\n");
    }

    @Test
    void the_lines_of_the_page_wire_a_knowledge_base_to_a_desk() {
        SupportModel model =
                ModelFolder.read(Path.of("..", "examples", "models", "ams")).model();
        // sample
        KnowledgeBase known = KnowledgeBase.builder(model.organisation(), people, clock)
                .withStore(KnowledgeStore.inMemory()) // or StoredKnowledge.of(store)
                .withIndex(ArticleIndex.inMemory()) // or ArticleIndex.onDisk(folder)
                .withEditor(RightHolder.group("support-centre"))
                .build();
        SupportDesk helpdesk = SupportDesk.builder(model, people, clock)
                .withSuggestions(known.search().source(5, Locale.forLanguageTag("da")))
                .build();
        KnownErrors knownErrors =
                known.knownErrors(CaseDesk.of(helpdesk::view, helpdesk::submit), ActorId.of("knowledge"));

        // A case comes in, and what may help is at hand.
        CaseNumber number = helpdesk.register(
                        KAREN, Registration.of("astrid", "Amanda fryser").withSystem(AMANDA))
                .orElseThrow()
                .number();
        List<Suggestion> atHand = helpdesk.suggestions(KAREN, number).orElseThrow();

        // Nothing helps, so it becomes a known error.
        ArticleId error = ArticleId.of("amanda-freezes");
        Article draft = knownErrors
                .fromCase(KAREN, number, error, Readership.supportOrganisation())
                .orElseThrow();
        KnownErrorDetails helps = KnownErrorDetails.noticed("Amanda fryser").workedAroundBy("Søg på **cpr-nummer**.");
        known.articles()
                .revise(KAREN, error, draft.latest().withKnownError(helps))
                .orElseThrow();
        known.articles().submit(KAREN, error).orElseThrow();
        known.articles().publish(KAREN, error, Optional.empty()).orElseThrow();

        // Whoever waits for it is told, and the next one who reports it finds it.
        List<KnownErrorTold> told = knownErrors.tell();
        CaseNumber next = helpdesk.register(
                        KAREN, Registration.of("ole", "Min Amanda er frosset").withSystem(AMANDA))
                .orElseThrow()
                .number();
        List<Suggestion> found = helpdesk.suggestions(KAREN, next).orElseThrow();
        known.articles()
                .used(known.reader(KAREN), error, UseOutcome.USED_IN_ANSWER, Optional.of(next), "frosset")
                .orElseThrow();
        // end
        assertThat(atHand).isEmpty();
        assertThat(told).containsExactly(new KnownErrorTold(error, number, Optional.empty()));
        assertThat(found).extracting(Suggestion::link).containsExactly("amanda-freezes");
    }

    @Test
    void the_program_of_the_page_on_search_runs() {
        ArticleId id = ArticleId.of("forgotten-password");
        knowledge
                .articles()
                .draft(KAREN, id, ArticleContent.faq(Readership.everyone(), "Jeg har glemt min adgangskode", "Klik."))
                .orElseThrow();
        published(id);
        // sample
        SearchResult found = knowledge.search().search(knowledge.reader(ASTRID), SearchQuery.of("skifte adgangskoder"));
        for (SearchHit hit : found.hits()) {
            System.out.println(hit.article() + ": " + hit.titleHtml());
        }
        // end
        SupportModel model =
                ModelFolder.read(Path.of("..", "examples", "models", "ams")).model();
        // sample
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withSuggestions(knowledge.search().source(5, Locale.forLanguageTag("da")))
                .build();
        // end
        CaseNumber number = desk.register(KAREN, Registration.of("astrid", "adgangskode"))
                .orElseThrow()
                .number();
        assertThat(desk.suggestions(KAREN, number).orElseThrow()).isNotEmpty();
        assertThat(found.hits())
                .extracting(SearchHit::titleHtml)
                .containsExactly("Jeg har glemt min <mark>adgangskode</mark>");
    }

    @Test
    void the_program_of_the_page_on_question_trees_runs() {
        // sample
        QuestionTree tree = TreeJson.read("slow.json", """
            {"format": 1, "id": "slow", "title": "Det er langsomt", "readership": {"for": "superusers"}, "start": "where",
             "nodes": [
               {"node": "question", "id": "where", "text": "Hvor er det langsomt?", "choices": [
                 {"answer": "I Amanda", "next": "case"},
                 {"answer": "På hele maskinen", "next": "local"}]},
               {"node": "registration", "id": "case", "text": "Opret en sag",
                "ready": {"subject": "Amanda er langsom", "system": "amanda"}},
               {"node": "referral", "id": "local", "text": "Ring til jeres egen it", "to": "Kommunens it"}]}
            """);
        TreeVerification verification =
                knowledge.verification(supportCase -> desk.propose(supportCase).group());
        knowledge.trees().publish(KAREN, tree, verification).orElseThrow();

        Reader astrid = knowledge.reader(ASTRID);
        WalkId walk = WalkId.of("walk-1");
        knowledge.trees().begin(astrid, tree.id(), walk).orElseThrow();
        TreeWalk there = knowledge.trees().answer(astrid, walk, 1).orElseThrow();
        System.out.println(there.at().text());
        // end
        assertThat(there.ended()).isTrue();
    }
}
