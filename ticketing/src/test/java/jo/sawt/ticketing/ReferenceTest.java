package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void everySingleWrongCharacterIsFound() {
        Reference reference = Reference.random();
        for (int i = 0; i < reference.value().length(); i++) {
            for (char c : Reference.ALPHABET.toCharArray()) {
                StringBuilder wrong = new StringBuilder(reference.value());
                wrong.setCharAt(i, c);
                if (c != reference.value().charAt(i)) {
                    assertThat(Reference.parse(wrong.toString())).isEmpty();
                }
            }
        }
    }

    @Test
    void readsWhatAPersonTypes() {
        Reference reference = Reference.random();
        String spaced =
                reference.value().toLowerCase(java.util.Locale.ROOT).replaceFirst("^(.{5})", "$1 - ") + "\u200f";
        assertThat(Reference.parse(spaced)).contains(reference);
        assertThat(Reference.parse("")).isEmpty();
    }

    @Test
    void aValueThatDoesNotCheckCannotBeMade() {
        assertThatThrownBy(() -> new Reference("AAAAAAAAAA3")).isInstanceOf(IllegalArgumentException.class);
    }
}
