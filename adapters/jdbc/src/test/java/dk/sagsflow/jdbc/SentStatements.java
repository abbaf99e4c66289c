package dk.sagsflow.jdbc;

import com.google.common.base.Splitter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Writes down what is sent to a database, with the values. Not thread-safe. */
final class SentStatements {
    private final List<Sent> sent = new ArrayList<>();

    /**
     * What is sent in one round trip, but for a batch, whose rows stand one by one.
     *
     * @param values by their places, from 1
     */
    record Sent(String sql, TreeMap<Integer, Object> values) {
        boolean reads() {
            return sql.startsWith("SELECT");
        }

        /** Those of which it is made, with the values of each. */
        List<Sent> single() {
            List<Sent> single = new ArrayList<>();
            int from = 1;
            for (String each : Splitter.on(";\n").split(sql)) {
                TreeMap<Integer, Object> own = new TreeMap<>();
                for (int place = 1;
                        place <= each.chars().filter(sign -> sign == '?').count();
                        place++) {
                    own.put(place, values.get(from));
                    from++;
                }
                single.add(new Sent(each, own));
            }
            return single;
        }
    }

    /** The same data source, whose statements are written down from now on. */
    DataSource of(DataSource source) {
        return (DataSource) proxied(source, DataSource.class);
    }

    List<Sent> all() {
        return sent;
    }

    private Object proxied(Object target, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> {
            try {
                Object given = called.invoke(target, values);
                if (called.getName().equals("addBatch")) {
                    sent.add(new Sent(sent.get(sent.size() - 1).sql(), new TreeMap<>()));
                }
                if (called.getName().equals("executeBatch")) {
                    sent.remove(sent.size() - 1);
                }
                if (called.getName().equals("prepareStatement")) {
                    sent.add(new Sent(String.valueOf(values[0]), new TreeMap<>()));
                    return proxied(given, PreparedStatement.class);
                }
                if (called.getName().equals("setObject")) {
                    sent.get(sent.size() - 1).values().put((Integer) values[0], values[1]);
                }
                return given instanceof Connection ? proxied(given, Connection.class) : given;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }
}
