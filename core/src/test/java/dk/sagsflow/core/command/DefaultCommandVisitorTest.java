package dk.sagsflow.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.organisation.GroupId;
import org.junit.jupiter.api.Test;

class DefaultCommandVisitorTest {
    private static final DefaultCommandVisitor<String> HAND_OVERS = new DefaultCommandVisitor<>() {
        @Override
        public String otherwise(CaseCommand command) {
            return "something else: " + command.action();
        }

        @Override
        public String handOver(CaseCommand.HandOver command) {
            return "to " + command.to();
        }
    };

    @Test
    void who_is_concerned_with_some_kinds_writes_those_alone() {
        assertThat(new CaseCommand.HandOver(GroupId.of("bit"), "unknown").accept(HAND_OVERS))
                .isEqualTo("to bit");
        assertThat(new CaseCommand.Accept().accept(HAND_OVERS)).isEqualTo("something else: ACCEPT");
        assertThat(new CaseCommand.Confirm().accept(HAND_OVERS)).isEqualTo("something else: CONFIRM");
    }

    @Test
    void every_kind_goes_to_the_rest_unless_it_is_overridden() {
        assertThat(CaseCommand.Visitor.class.getDeclaredMethods())
                .hasSize(CaseCommand.class.getPermittedSubclasses().length)
                .allSatisfy(method -> assertThat(DefaultCommandVisitor.class
                                .getMethod(method.getName(), method.getParameterTypes())
                                .isDefault())
                        .isTrue());
    }
}
