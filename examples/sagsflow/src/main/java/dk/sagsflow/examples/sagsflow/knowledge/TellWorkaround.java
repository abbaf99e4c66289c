package dk.sagsflow.examples.sagsflow.knowledge;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.knownerror.CaseDesk;
import dk.sagsflow.knowledge.knownerror.KnownErrors;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a workaround beside a desk in memory, and shows who is told. Not thread-safe. */
@Command(
        name = "tell",
        mixinStandardHelpOptions = true,
        description = {
            "Three citizens report the same. Makes a known error of the first case, links the others, publishes a"
                    + " workaround, and prints what each is told.",
            "For example: knowledge tell examples/models/ams"
        })
final class TellWorkaround implements Runnable {
    private static final int MOST = 1_000;
    /** At which mails go out at once. */
    private static final InstantSource MONDAY = InstantSource.fixed(Instant.parse("2007-09-03T08:00:00Z"));

    private static final ArticleId ERROR = ArticleId.of("known-error");

    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            defaultValue = "Jobnet fryser ved søgning",
            description = "What they report. Default: ${DEFAULT-VALUE}.")
    private String subject = "";

    @Option(
            names = "--workaround",
            paramLabel = "TEXT",
            defaultValue = "Søg på **stilling** i stedet for by.",
            description = "What helps, in Markdown. Default: ${DEFAULT-VALUE}.")
    private String workaround = "";

    private final List<Notification> mails = new ArrayList<>();
    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    TellWorkaround() {}

    @Override
    public void run() {
        SupportModel model = known.model();
        SupportDesk desk = SupportDesk.builder(model, KnownOrganisation.people(model.organisation()), MONDAY)
                .withNotifier(mails::add)
                .build();
        try (KnowledgeBase base = known.base(model.organisation(), MONDAY)) {
            KnownErrors errors = base.knownErrors(CaseDesk.of(desk::view, desk::submit), KnownOrganisation.PROGRAM);
            drafted(errors, registered(desk));
            publish(base);
            errors.tell()
                    .forEach(told -> out.println(told.refusal()
                            .map(refusal -> told.number() + " was not told: " + refusal.describe())
                            .orElse("published; " + told.number() + " is told, and all that are linked to it")));
            out.println("swept: " + desk.operations().sweep(MOST).handled());
            deliver(desk);
            mails.forEach(this::print);
        }
    }

    /** A known error of the first, to which the others are linked. */
    private void drafted(KnownErrors errors, List<CaseNumber> cases) {
        errors.fromCase(KnownOrganisation.EDITOR, cases.get(0), ERROR, Readership.supportOrganisation())
                .orElseThrow();
        for (CaseNumber other : cases.subList(1, cases.size())) {
            errors.link(KnownOrganisation.EDITOR, ERROR, other).orElseThrow();
        }
        out.println("known error of " + cases);
    }

    private List<CaseNumber> registered(SupportDesk desk) {
        List<CaseNumber> cases = new ArrayList<>();
        for (int number = 1; number <= KnownOrganisation.CITIZENS; number++) {
            cases.add(desk.register(
                            KnownOrganisation.EDITOR,
                            Registration.of(KnownOrganisation.customer(number).value(), subject))
                    .orElseThrow()
                    .number());
        }
        deliver(desk);
        return cases;
    }

    /** Sends what waits; what was sent before is no matter any more. */
    private void deliver(SupportDesk desk) {
        mails.clear();
        var unused = desk.operations().deliver(MOST);
    }

    private void publish(KnowledgeBase base) {
        ArticleContent draft = base.articles().find(ERROR).orElseThrow().latest();
        KnownErrorDetails helps = KnownErrorDetails.noticed(subject).workedAroundBy(workaround);
        base.articles()
                .revise(KnownOrganisation.EDITOR, ERROR, draft.withKnownError(helps))
                .orElseThrow();
        base.articles().submit(KnownOrganisation.EDITOR, ERROR).orElseThrow();
        base.articles()
                .publish(KnownOrganisation.EDITOR, ERROR, Optional.empty())
                .orElseThrow();
    }

    private void print(Notification notification) {
        out.println("  " + notification.address() + ": " + notification.subject());
        notification.text().lines().forEach(line -> out.println("    " + line));
    }
}
