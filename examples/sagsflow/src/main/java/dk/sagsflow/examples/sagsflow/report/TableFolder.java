package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A folder with the tables of one report: those that an earlier one wrote and this one does not have are removed, and no other file
 * is. {@value #LIST} says which were written. Immutable.
 */
public final class TableFolder {
    /** Names the tables in the folder, one a line. */
    public static final String LIST = "sagsflow-tables.txt";

    private static final Pattern TABLE = Pattern.compile("[a-z0-9-]+\\.csv");

    private final Path folder;

    /** There or not. */
    public TableFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a file. */
    public interface Writing {
        /** As a whole or not at all. */
        void write(Path file, String text) throws IOException;
    }

    /**
     * Writes tables by the names of their files, and removes others that were written here.
     *
     * @param writing writes a file
     */
    public void write(ImmutableMap<String, String> tables, Writing writing) throws IOException {
        Files.createDirectories(folder);
        Set<String> others = written();
        others.removeAll(tables.keySet());
        list(tables.keySet(), others, writing);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            writing.write(folder.resolve(table.getKey()), table.getValue());
        }
        for (String other : others) {
            remove(folder.resolve(other));
        }
        list(tables.keySet(), Set.of(), writing);
    }

    /** Before anything is written or removed, so that a run that breaks off leaves nothing that nobody knows of. */
    private void list(Set<String> tables, Set<String> others, Writing writing) throws IOException {
        Set<String> names = new TreeSet<>(tables);
        names.addAll(others);
        writing.write(folder.resolve(LIST), String.join("\n", names) + "\n");
    }

    private Set<String> written() throws IOException {
        Set<String> names = new TreeSet<>();
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            Files.readAllLines(list).stream()
                    .filter(name -> TABLE.matcher(name).matches())
                    .forEach(names::add);
        }
        return names;
    }

    private static void remove(Path table) throws IOException {
        if (Files.isRegularFile(table, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(table);
        }
    }
}
