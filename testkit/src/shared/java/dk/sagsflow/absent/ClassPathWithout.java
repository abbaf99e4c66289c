package dk.sagsflow.absent;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Loads everything anew from the class path, but for what begins like this: the class path of a host that left a library out. */
public final class ClassPathWithout extends URLClassLoader {
    private final String missing;

    /** Without the types whose names begin like this. */
    public ClassPathWithout(String missing) {
        super(classPath(), ClassLoader.getPlatformClassLoader());
        this.missing = missing;
    }

    /** Calls a new one of this type, as it is loaded here. */
    public Object call(Class<? extends Callable<?>> type) throws Exception {
        return ((Callable<?>) loadClass(type.getName()).getConstructor().newInstance()).call();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(missing)) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(ClassPathWithout::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException unusual) {
            throw new IllegalArgumentException(unusual);
        }
    }
}
