package dk.sagsflow.knowledge.search;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.text.FoldedText;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.analysis.Token;
import dk.sagsflow.knowledge.audience.Readership;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Articles as documents of the index. */
final class IndexDocuments {
    private static final FieldType WORDS_ALONE = wordsAlone();

    private IndexDocuments() {}

    private static FieldType wordsAlone() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    static Document of(IndexedArticle article) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, article.id().value(), Field.Store.YES));
        document.add(new StringField(Fields.AUDIENCE, article.readership().key(), Field.Store.YES));
        kept(document, Fields.KIND, article.kind().name());
        kept(document, Fields.LANGUAGE, Analysis.of(article.language()).language());
        article.systems().forEach(system -> {
            document.add(new StringField(Fields.SYSTEM, system.value(), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.SYSTEM, new BytesRef(system.value())));
        });
        article.categories()
                .forEach(category -> document.add(
                        new StringField(Fields.CATEGORY, FoldedText.of(category).value(), Field.Store.NO)));
        document.add(new NumericDocValuesField(Fields.WORTH, Float.floatToRawIntBits(article.worth())));
        texts(document, article);
        return document;
    }

    private static void kept(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static void texts(Document document, IndexedArticle article) {
        Analysis language = Analysis.of(article.language());
        document.add(new StoredField(Fields.TITLE, article.title()));
        document.add(new StoredField(Fields.SUMMARY, article.summary()));
        document.add(new StoredField(Fields.TEXT, article.text()));
        List<Token> all = new ArrayList<>();
        all.addAll(searched(document, language, "title", article.title()));
        all.addAll(searched(document, language, "keywords", article.keywords()));
        all.addAll(searched(document, language, "summary", article.summary()));
        all.addAll(searched(document, language, "text", article.text()));
        document.add(new Field(Fields.anywhere(language), new TokenList(all), WORDS_ALONE));
    }

    /** Takes a text apart once, and gives its words. */
    private static ImmutableList<Token> searched(Document document, Analysis language, String field, String text) {
        ImmutableList<Token> words = language.tokens(text);
        document.add(new TextField(Fields.searched(language, field), new TokenList(words)));
        return words;
    }

    /** The readership that has this key. */
    static Readership readership(String key) {
        int end = key.indexOf(':');
        String value = key.substring(end + 1);
        return switch (end < 0 ? key : key.substring(0, end)) {
            case "tier" -> new Readership.OfTier(TierId.of(value));
            case "group" -> new Readership.OfGroup(GroupId.of(value));
            case "superusers" -> Readership.superusers();
            case "support-organisation" -> Readership.supportOrganisation();
            default -> Readership.everyone();
        };
    }
}
