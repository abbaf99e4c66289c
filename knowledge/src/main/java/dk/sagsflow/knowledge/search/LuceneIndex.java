package dk.sagsflow.knowledge.search;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.knowledge.analysis.Analysis;
import dk.sagsflow.knowledge.analysis.Token;
import dk.sagsflow.knowledge.article.ArticleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index by Apache Lucene. What it has read of the log is stored with what it made of it, in one commit. */
final class LuceneIndex implements ArticleIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    /** Megabytes of what is not yet written, so that an index of many articles is made of few parts. */
    private static final double BUFFER = 64;

    private static final String POSITION = "position";
    private static final String FORMAT_KEY = "format";
    private static final String FORMAT = "2";

    private final Object lock = new Object();
    private final Directory directory;
    private final DocumentSets sets = new DocumentSets();

    /** Whether something was taken in that is not committed, nor found. */
    @GuardedBy("lock") private boolean behind;

    /** What was taken in since there was nothing, as long as nobody has searched: it need not be looked up to be replaced. */
    @GuardedBy("lock") private Optional<Set<ArticleId>> fresh = Optional.empty();

    @GuardedBy("lock") private Optional<LogPosition> position;

    /** Whether its files could not be written or read. */
    @GuardedBy("lock") private boolean broken;

    @GuardedBy("lock") private boolean closed;

    private volatile Opened open;

    /** What writes the files, what reads them, and how far they had read the log. */
    private record Opened(IndexWriter writer, SearcherManager searchers, Optional<LogPosition> position) {
        static Opened of(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
            IndexWriter writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(Fields.analyzer()).setOpenMode(mode).setRAMBufferSizeMB(BUFFER));
            try {
                Optional<LogPosition> position = read(writer);
                if (position.isEmpty()) {
                    // What another release left says nothing of how far it had read.
                    writer.deleteAll();
                }
                return new Opened(writer, new SearcherManager(writer, null), position);
            } catch (IOException | RuntimeException failure) {
                writer.rollback();
                throw failure;
            }
        }
    }

    private LuceneIndex(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        this.directory = directory;
        this.open = Opened.of(directory, mode);
        this.position = open.position();
        if (position.isEmpty()) {
            fresh = Optional.of(new HashSet<>());
        }
    }

    static LuceneIndex inMemory() {
        try {
            return new LuceneIndex(new ByteBuffersDirectory(), IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LuceneIndex onDisk(Path folder) {
        try {
            Directory directory = FSDirectory.open(folder);
            mendLock(directory);
            requireFree(directory);
            return opened(directory).orElseGet(() -> anew(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lock is an empty file; one that is not was written by something else, and no writer would take it. */
    private static void mendLock(Directory directory) throws IOException {
        boolean there = List.of(directory.listAll()).contains(IndexWriter.WRITE_LOCK_NAME);
        if (there && directory.fileLength(IndexWriter.WRITE_LOCK_NAME) > 0) {
            directory.deleteFile(IndexWriter.WRITE_LOCK_NAME);
        }
    }

    /** What somebody else has open is not broken, and is left alone. */
    private static void requireFree(Directory directory) throws IOException {
        try (Lock free = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            free.ensureValid();
        }
    }

    /** The index as it is; empty if it cannot be read from its first document to its last. */
    private static Optional<LuceneIndex> opened(Directory directory) {
        try {
            if (DirectoryReader.indexExists(directory)) {
                try (DirectoryReader whole = DirectoryReader.open(directory)) {
                    for (var leaf : whole.leaves()) {
                        leaf.reader().checkIntegrity();
                    }
                }
            }
            return Optional.of(new LuceneIndex(directory, IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        } catch (LockObtainFailedException elsewhere) {
            throw new UncheckedIOException(elsewhere);
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            warn(broken);
            return Optional.empty();
        }
    }

    private static void warn(Exception broken) {
        LOG.warn(
                "the index of articles is broken and made anew: {}",
                broken.getClass().getName());
    }

    private static LuceneIndex anew(Directory directory) {
        try {
            empty(directory);
            return new LuceneIndex(directory, IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Directory directory) throws IOException {
        if (directory instanceof FSDirectory folder) {
            Files.createDirectories(folder.getDirectory());
        }
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    private static Optional<LogPosition> read(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept == null) {
            return Optional.empty();
        }
        ImmutableMap.Builder<String, String> data = ImmutableMap.builder();
        kept.forEach(data::put);
        ImmutableMap<String, String> read = data.buildOrThrow();
        return Optional.ofNullable(read.get(POSITION))
                .filter(unused -> FORMAT.equals(read.get(FORMAT_KEY)))
                .map(LogPosition::of);
    }

    @Override
    public Optional<LogPosition> position() {
        synchronized (lock) {
            return position;
        }
    }

    /** Commits nothing yet: many updates may follow each other, and the fewer commits, the fewer parts has the index. */
    @Override
    public void update(List<IndexedArticle> articles, List<ArticleId> gone, LogPosition upTo) {
        synchronized (lock) {
            try {
                for (IndexedArticle article : articles) {
                    takeIn(article);
                }
                for (ArticleId id : gone) {
                    fresh.ifPresent(ids -> ids.remove(id));
                    open.writer().deleteDocuments(named(id));
                }
                position = Optional.of(upTo);
                behind = true;
            } catch (IOException | AlreadyClosedException failure) {
                throw broken(failure);
            }
        }
    }

    @GuardedBy("lock") private void takeIn(IndexedArticle article) throws IOException {
        boolean isNew = fresh.filter(ids -> ids.add(article.id())).isPresent();
        if (isNew) {
            open.writer().addDocument(IndexDocuments.of(article));
        } else {
            open.writer().updateDocument(named(article.id()), IndexDocuments.of(article));
        }
    }

    /** What was taken in is kept, with how far the log was read, and found from now on. */
    private void catchUp() throws IOException {
        synchronized (lock) {
            if (behind) {
                ImmutableMap.Builder<String, String> data =
                        ImmutableMap.<String, String>builder().put(FORMAT_KEY, FORMAT);
                position.ifPresent(read -> data.put(POSITION, read.value()));
                open.writer().setLiveCommitData(data.buildOrThrow().entrySet());
                if (!(directory instanceof ByteBuffersDirectory)) {
                    open.writer().commit();
                }
                open.searchers().maybeRefreshBlocking();
                fresh = Optional.empty();
                behind = false;
            }
        }
    }

    private static Term named(ArticleId id) {
        return new Term(Fields.ID, id.value());
    }

    @Override
    public void clear() {
        synchronized (lock) {
            checkState(!closed, "the index is closed");
            try {
                if (broken || !open.writer().isOpen()) {
                    replace();
                } else {
                    open.writer().deleteAll();
                }
                position = Optional.empty();
                fresh = Optional.of(new HashSet<>());
                behind = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @GuardedBy("lock") private void replace() throws IOException {
        open.searchers().close();
        open.writer().rollback();
        empty(directory);
        open = Opened.of(directory, IndexWriterConfig.OpenMode.CREATE);
        broken = false;
    }

    @Override
    public SearchResult search(IndexQuery query) {
        return reading(searcher -> new Search(searcher, sets, query).result());
    }

    @Override
    public ImmutableList<String> telling(String story, int most) {
        return reading(searcher -> telling(searcher.getIndexReader(), story, most));
    }

    private static ImmutableList<String> telling(IndexReader reader, String story, int most) throws IOException {
        ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
        for (Token token : Analysis.DANISH.tokens(story)) {
            if (!token.part()) {
                words.put(story.substring(token.start(), token.end()), token.term());
            }
        }
        List<Map.Entry<String, Integer>> often = new ArrayList<>();
        for (Map.Entry<String, String> word : words.buildKeepingLast().entrySet()) {
            Term term = new Term(Fields.anywhere(Analysis.DANISH), word.getValue());
            often.add(Map.entry(word.getKey(), reader.docFreq(term)));
        }
        return often.stream()
                .sorted(Comparator.comparing(LuceneIndex::rank))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /** Words that stand nowhere come last: most are names. */
    private static int rank(Map.Entry<String, Integer> word) {
        return word.getValue() == 0 ? Integer.MAX_VALUE : word.getValue();
    }

    /** What is read from the index as it is at this moment. */
    private interface Reading<R> {
        R from(IndexSearcher searcher) throws IOException;
    }

    private <R> R reading(Reading<R> reading) {
        try {
            catchUp();
            SearcherManager searchers = open.searchers();
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException failure) {
            throw broken(failure);
        }
    }

    /** What writes closes itself when files are gone. */
    private RuntimeException broken(Exception failure) {
        synchronized (lock) {
            if (closed) {
                return new IllegalStateException("the index is closed", failure);
            }
            broken = true;
        }
        warn(failure);
        return new UncheckedIOException(failure instanceof IOException io ? io : new IOException(failure));
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            try {
                catchUp();
                open.searchers().close();
                open.writer().close();
                directory.close();
                closed = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
