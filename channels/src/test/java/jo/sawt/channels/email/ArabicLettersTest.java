package jo.sawt.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters as people and programs write them in Arabic, each with its sender and what the desk is to hear. */
class ArabicLettersTest {
    private static final String FOLDER = "arabic/";

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void aLetterIsHeardAsItWasMeant(String file, String from, String says) throws IOException {
        Letter letter = LetterReader.read(bytes(file));
        assertThat(letter.machine()).isEmpty();
        assertThat(letter.from()).contains(from);
        assertThat(Words.of(letter)).isEqualTo(says);
    }

    @Test
    void thereAreAtLeastSixty() throws IOException {
        assertThat(letters()).hasSizeGreaterThanOrEqualTo(60);
    }

    static Stream<Arguments> letters() throws IOException {
        JsonNode all = new ObjectMapper().readTree(bytes("expected.json"));
        return StreamSupport.stream(all.spliterator(), false)
                .map(letter -> Arguments.of(
                        letter.path("file").asText(),
                        letter.path("from").asText(),
                        letter.path("says").asText()));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = ArabicLettersTest.class.getResourceAsStream(FOLDER + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
