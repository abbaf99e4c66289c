package dk.sagsflow.testkit.policy;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.verification.script.SubjectModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test a world of its own. */
final class SupportModelExtension implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    private static final ImmutableMap<Class<?>, Function<PolicyWorld, Object>> GIVEN = ImmutableMap.of(
            SupportModel.class, world -> world.folder.model(),
            ModelFolder.class, world -> world.folder,
            SubjectModel.class, world -> world.subject,
            People.class, world -> world.subject.people(),
            Directory.class, world -> world.subject.people().directory(),
            SupportDesk.class, world -> world.desk,
            SettableClock.class, world -> world.clock,
            Mailbox.class, world -> world.mailbox);

    SupportModelExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        SupportModelTest asked = context.getRequiredTestInstances().getAllInstances().stream()
                .map(test -> AnnotationSupport.findAnnotation(test.getClass(), SupportModelTest.class))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        new PolicyWorld(read(context, Path.of(asked.value())), asked.at()).begin();
    }

    private static TestedFolder read(ExtensionContext context, Path path) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SupportModelExtension.class))
                .getOrComputeIfAbsent(path, TestedFolder::read, TestedFolder.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        PolicyWorld.end();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVEN.containsKey(parameter.getParameter().getType())
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<PolicyWorld, Object> given = GIVEN.get(parameter.getParameter().getType());
        if (given == null) {
            throw new IllegalStateException("nothing is known of " + parameter.getParameter());
        }
        return given.apply(PolicyWorld.current());
    }
}
