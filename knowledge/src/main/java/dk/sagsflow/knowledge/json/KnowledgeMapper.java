package dk.sagsflow.knowledge.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.members.Members;
import dk.sagsflow.core.members.UnreadableJson;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.tree.QuestionTree;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdConvertingSerializer;

/** Knowledge events as JSON by Jackson; behind {@link KnowledgeEventJson}, which asks first whether Jackson is there. */
final class KnowledgeMapper {
    private static final String FORMAT_KEY = "format";
    private static final String SUBJECT_KEY = "subject";

    private final JsonMapper mapper = Members.strict()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addModule(standIns())
            .addModule(new GuavaCollections())
            .build();

    private static JacksonModule standIns() {
        return new SimpleModule("stand-ins")
                .addSerializer(new StdConvertingSerializer(
                        ArticleContent.class,
                        Conversion.of(ArticleContent.class, WrittenArticle.class, WrittenArticle::of)))
                .addDeserializer(
                        ArticleContent.class,
                        new StdConvertingDeserializer<>(
                                Conversion.of(WrittenArticle.class, ArticleContent.class, WrittenArticle::content)))
                .addSerializer(new StdConvertingSerializer(
                        QuestionTree.class, Conversion.of(QuestionTree.class, WrittenTree.class, WrittenTree::of)))
                .addDeserializer(
                        QuestionTree.class,
                        new StdConvertingDeserializer<>(
                                Conversion.of(WrittenTree.class, QuestionTree.class, WrittenTree::tree)))
                .addSerializer(new StdConvertingSerializer(
                        Locale.class, Conversion.of(Locale.class, String.class, Locale::toLanguageTag)))
                .addDeserializer(
                        Locale.class,
                        new StdConvertingDeserializer<>(
                                Conversion.of(String.class, Locale.class, Locale::forLanguageTag)));
    }

    String write(KnowledgeEvent event) {
        String subject = KnowledgeSubjects.of(event);
        ObjectNode tree = mapper.createObjectNode()
                .put(FORMAT_KEY, KnowledgeEventJson.FORMAT)
                .put(SUBJECT_KEY, subject);
        tree.setAll((ObjectNode) mapper.readTree(
                mapper.writerFor(KnowledgeSubjects.ALL.get(subject)).writeValueAsString(event)));
        return tree.toString();
    }

    KnowledgeEvent read(String json) {
        try {
            JsonNode tree = mapper.readTree(json);
            if (!(tree instanceof ObjectNode object)) {
                throw new UnreadableEventException("a knowledge event is a JSON object, and this is none");
            }
            requireReadable(object);
            return mapper.treeToValue(object, subject(object));
        } catch (JacksonException e) {
            throw new UnreadableEventException(
                    "knowledge event cannot be read by this release: " + UnreadableJson.why(e));
        }
    }

    private static void requireReadable(ObjectNode object) {
        JsonNode format = object.remove(FORMAT_KEY);
        boolean known = format != null
                && format.isInt()
                && format.intValue() >= 1
                && format.intValue() <= KnowledgeEventJson.FORMAT;
        if (!known) {
            throw new UnreadableEventException("knowledge event has format " + UnreadableJson.name(format)
                    + "; this release reads 1 to " + KnowledgeEventJson.FORMAT + ": an event of "
                    + UnreadableJson.name(object.get(SUBJECT_KEY)));
        }
    }

    private static Class<? extends KnowledgeEvent> subject(ObjectNode object) {
        JsonNode name = object.remove(SUBJECT_KEY);
        Class<? extends KnowledgeEvent> subject = name == null ? null : KnowledgeSubjects.ALL.get(name.asString(""));
        if (subject == null) {
            throw new UnreadableEventException("knowledge event has subject " + UnreadableJson.name(name)
                    + "; this release knows " + KnowledgeSubjects.ALL.keySet());
        }
        return subject;
    }
}
