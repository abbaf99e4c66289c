package dk.sagsflow.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.json.ViewJson;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalJsonTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ViewJson.class.getResourceAsStream("views.schema.json"));

    private final ViewJson json = new ViewJson();

    static Stream<Refusal> refusals() {
        return RefusalWordsTest.refusals();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_is_written_with_its_kind_and_its_words_and_fits_the_schema(Refusal refusal) {
        String written = json.write(refusal, Locale.ENGLISH);

        assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(written).contains("\"refusal\":\"").contains("\"words\":\"");
    }
}
