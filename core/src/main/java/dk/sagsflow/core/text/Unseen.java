package dk.sagsflow.core.text;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;

/** Characters that show nothing by themselves. */
public final class Unseen {
    /**
     * What Unicode's property Default_Ignorable_Code_Point has beside formats: joiners of graphemes, fillers of Hangul, vowels
     * of Khmer that are not written, variation selectors, and what is reserved for characters to come that show nothing. Java
     * knows the property by no name.
     */
    private static final ImmutableRangeSet<Integer> BESIDE_FORMATS = ImmutableRangeSet.<Integer>builder()
            .add(Range.singleton(0x034F))
            .add(Range.closed(0x115F, 0x1160))
            .add(Range.closed(0x17B4, 0x17B5))
            .add(Range.closed(0x180B, 0x180F))
            .add(Range.singleton(0x2065))
            .add(Range.singleton(0x3164))
            .add(Range.closed(0xFE00, 0xFE0F))
            .add(Range.singleton(0xFFA0))
            .add(Range.closed(0xFFF0, 0xFFF8))
            .add(Range.closed(0xE0000, 0xE0FFF))
            .build();

    private static final ImmutableRangeSet<Integer> VARIATIONS = ImmutableRangeSet.<Integer>builder()
            .add(Range.closed(0x180B, 0x180D))
            .add(Range.singleton(0x180F))
            .add(Range.closed(0xFE00, 0xFE0F))
            .add(Range.closed(0xE0100, 0xE01EF))
            .build();

    private Unseen() {}

    /** Whether a character is a format, or default-ignorable otherwise. */
    public static boolean ignorable(int character) {
        return Character.getType(character) == Character.FORMAT || BESIDE_FORMATS.contains(character);
    }

    /** Whether an ignorable character chooses how the one before is written, as names in Japanese have them. */
    public static boolean variation(int character) {
        return VARIATIONS.contains(character);
    }
}
