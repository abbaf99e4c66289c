package dk.sagsflow.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the library consists of: the class files and the module descriptors that are found on the class path. */
final class Library {
    static final String ROOT = "dk.sagsflow";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private Library() {}

    /** The classes of all modules, package-infos included, tests left out. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** The packages that are exported to everybody, in alphabetical order. */
    static Set<String> exportedPackages() {
        Set<String> packages = new TreeSet<>();
        descriptors()
                .flatMap(module -> module.exports().stream())
                .filter(export -> !export.isQualified())
                .forEach(export -> packages.add(export.source()));
        return packages;
    }

    /** The descriptors of our modules. */
    static Stream<ModuleDescriptor> descriptors() {
        try {
            return Collections.list(Library.class.getClassLoader().getResources("module-info.class")).stream()
                    .map(Library::read)
                    .filter(module -> module.name().startsWith(ROOT + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor read(URL descriptor) {
        try (InputStream in = descriptor.openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(descriptor.toString(), e);
        }
    }
}
