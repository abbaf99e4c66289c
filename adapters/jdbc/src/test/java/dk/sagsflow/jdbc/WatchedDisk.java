package dk.sagsflow.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files named {@code watched:...} of H2, on a disk that is full when a test says so, and tells of each write. */
public final class WatchedDisk extends FilePathWrapper {
    private static volatile boolean full;
    private static volatile Written written = () -> {};

    /** What happens after each write, before H2 goes on. */
    interface Written {
        void look() throws IOException;
    }

    /** As H2 makes them. */
    public WatchedDisk() {}

    static void register() {
        FilePath.register(new WatchedDisk());
    }

    static void isFull(boolean now) {
        full = now;
    }

    static void afterEachWrite(Written look) {
        written = look;
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Watched(super.open(mode));
    }

    private static final class Watched extends FileBaseDefault {
        private final FileChannel file;

        Watched(FileChannel file) {
            this.file = file;
        }

        private static void checkSpace() throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            FileChannel unused = file.truncate(size);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            checkSpace();
            int bytes = file.write(from, position);
            written.look();
            return bytes;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
