package dk.sagsflow.jdbc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/**
 * Sockets to a database that is as far away as its argument says, in microseconds there and back: whatever is sent waits so long.
 * For {@code socketFactory} and {@code socketFactoryArg} of PostgreSQL's driver.
 */
public final class FarSocketFactory extends SocketFactory {
    private final long roundTrip;

    public FarSocketFactory(String micros) {
        roundTrip = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(micros));
    }

    @Override
    public Socket createSocket() {
        return new FarSocket(roundTrip);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        return createSocket(host, port);
    }

    private static final class FarSocket extends Socket {
        private final long roundTrip;

        FarSocket(long roundTrip) {
            this.roundTrip = roundTrip;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void flush() throws IOException {
                    long until = System.nanoTime() + roundTrip;
                    for (long left = roundTrip; left > 0; left = until - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.flush();
                }
            };
        }
    }
}
