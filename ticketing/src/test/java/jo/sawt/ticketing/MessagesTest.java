package jo.sawt.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(Messages.keys(Lang.AR)).isEqualTo(Messages.keys(Lang.EN));
    }

    @Test
    void anUnknownKeyIsAMistakeNotAnEmptyText() {
        assertThatThrownBy(() -> Messages.text(Lang.AR, "no.such.key")).isInstanceOf(IllegalArgumentException.class);
    }
}
