package dk.sagsflow.verification.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sets of cases as decision diagrams: each level asks one dimension in which class a case is. Equal sets are one node, so
 * a set is compared by its number, and the size of a diagram follows the structure of the rules and not the number of cases. Not
 * thread-safe.
 */
final class CaseSets {
    /** No case. */
    static final int NONE = 0;
    /** Every case. */
    static final int ALL = 1;

    /** So many questions fit into a tenth of a gigabyte. */
    private static final int MOST_NODES = 500_000;
    /** What is known of so many pairs of sets does as well; beyond it, they are asked anew. */
    private static final int MOST_KNOWN = 500_000;

    private static final int BELOW = Integer.MAX_VALUE;

    private final int[] sizes;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> both = new HashMap<>();
    private final Map<Long, Integer> without = new HashMap<>();

    /** A question, and where each answer leads. */
    private static final class Node {
        private final int level;
        private final int[] next;

        Node(int level, int... next) {
            this.level = level;
            this.next = next;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && level == node.level && Arrays.equals(next, node.next);
        }

        @Override
        public int hashCode() {
            return 31 * level + Arrays.hashCode(next);
        }
    }

    /** Sets over dimensions of so many classes each. */
    CaseSets(int[] sizes) {
        this.sizes = sizes.clone();
        nodes.add(new Node(BELOW, NONE));
        nodes.add(new Node(BELOW, ALL));
    }

    /** The cases whose class in this dimension is one of these. */
    int in(int level, boolean[] classes) {
        int[] next = new int[sizes[level]];
        for (int i = 0; i < next.length; i++) {
            next[i] = classes[i] ? ALL : NONE;
        }
        return node(level, next);
    }

    int and(int one, int other) {
        if (one == NONE || other == NONE) {
            return NONE;
        }
        if (one == ALL || one == other) {
            return other;
        }
        return other == ALL ? one : joined(both, key(Math.min(one, other), Math.max(one, other)), this::and);
    }

    /** What is known of two sets, or what the operation makes of them for each answer to the first question of either. */
    private int joined(Map<Long, Integer> known, long key, IntBinaryOperator operation) {
        Integer before = known.get(key);
        if (before != null) {
            return before;
        }
        int one = (int) (key >> 32);
        int other = (int) key;
        int level = Math.min(nodes.get(one).level, nodes.get(other).level);
        int[] next = new int[sizes[level]];
        for (int i = 0; i < next.length; i++) {
            next[i] = operation.applyAsInt(next(one, level, i), next(other, level, i));
        }
        int result = node(level, next);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(key, result);
        return result;
    }

    int minus(int one, int other) {
        if (one == NONE || other == ALL || one == other) {
            return NONE;
        }
        return other == NONE ? one : joined(without, key(one, other), this::minus);
    }

    int or(int one, int other) {
        return minus(ALL, and(minus(ALL, one), minus(ALL, other)));
    }

    /** The cases that are in the set once their class in this dimension is changed. */
    int anywhere(int set, int dimension) {
        Node node = nodes.get(set);
        if (node.level > dimension) {
            return set;
        }
        int[] next = new int[node.next.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = anywhere(node.next[i], dimension);
        }
        return node.level == dimension ? Arrays.stream(next).reduce(NONE, this::or) : node(node.level, next);
    }

    /** For each dimension the class of some case of the set, the first where it does not matter. */
    int[] member(int set) {
        int[] classes = new int[sizes.length];
        int at = set;
        while (at != ALL) {
            Node node = nodes.get(at);
            int choice = 0;
            while (node.next[choice] == NONE) {
                choice++;
            }
            classes[node.level] = choice;
            at = node.next[choice];
        }
        return classes;
    }

    /** How many cases, if each class holds so many. */
    BigInteger count(int set, long[][] weights) {
        return count(set, 0, weights, new HashMap<>());
    }

    private BigInteger count(int set, int level, long[][] weights, Map<Long, BigInteger> known) {
        if (set == NONE || level == sizes.length) {
            return set == NONE ? BigInteger.ZERO : BigInteger.ONE;
        }
        BigInteger before = known.get(key(set, level));
        if (before != null) {
            return before;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < sizes[level]; i++) {
            BigInteger below = count(next(set, level, i), level + 1, weights, known);
            sum = sum.add(below.multiply(BigInteger.valueOf(weights[level][i])));
        }
        known.put(key(set, level), sum);
        return sum;
    }

    private int next(int set, int level, int choice) {
        Node node = nodes.get(set);
        return node.level == level ? node.next[choice] : set;
    }

    private int node(int level, int[] next) {
        if (alike(next)) {
            return next[0];
        }
        Node node = new Node(level, next);
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        if (nodes.size() >= MOST_NODES) {
            throw new TooLargeException(String.format(
                    Locale.ROOT,
                    "more than %,d questions are needed to tell cases apart by %,d fields and words",
                    MOST_NODES,
                    sizes.length));
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    private static boolean alike(int[] next) {
        for (int each : next) {
            if (each != next[0]) {
                return false;
            }
        }
        return true;
    }

    private static long key(int high, int low) {
        return (long) high << 32 | low;
    }
}
