package dk.sagsflow.benchmarks.knowledge;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What Lucene does by itself: its analyzer for Danish, any of the words, the title three times as much, and the titles of ten hits. */
final class BareLucene implements AutoCloseable {
    private static final int HITS = 10;
    private static final float TITLE = 3;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Analyzer danish = new DanishAnalyzer();
    private final IndexWriter writer;

    BareLucene() {
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(danish));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void index(List<ManyArticles.Article> articles) {
        try {
            for (ManyArticles.Article article : articles) {
                Document document = new Document();
                document.add(new TextField("title", article.title(), Field.Store.YES));
                document.add(new TextField("text", article.text(), Field.Store.YES));
                long unused = writer.addDocument(document);
            }
            long unused = writer.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int search(String words) {
        return search(words, false);
    }

    int searchAndCount(String words) {
        return search(words, true);
    }

    private int search(String words, boolean counted) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            Query query = query(words);
            TopDocs found = searcher.search(query, HITS);
            int titles = 0;
            for (var hit : found.scoreDocs) {
                titles += searcher.storedFields().document(hit.doc).get("title").isEmpty() ? 0 : 1;
            }
            return counted && searcher.count(query) < titles ? 0 : titles;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Query query(String words) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : terms(words)) {
            any.add(new BoostQuery(new TermQuery(new Term("title", term)), TITLE), Occur.SHOULD);
            any.add(new TermQuery(new Term("text", term)), Occur.SHOULD);
        }
        return any.build();
    }

    private ImmutableList<String> terms(String words) throws IOException {
        ImmutableList.Builder<String> terms = ImmutableList.builder();
        try (TokenStream stream = danish.tokenStream("text", words)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        }
        return terms.build();
    }

    @Override
    public void close() {
        try {
            writer.close();
            danish.close();
            directory.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
