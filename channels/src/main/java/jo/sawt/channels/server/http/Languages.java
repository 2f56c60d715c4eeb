package jo.sawt.channels.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Locale;
import jo.sawt.ticketing.Lang;

/** The language of a caller: what {@code Accept-Language} prefers of Arabic and English, else Arabic. */
final class Languages {
    private static final int LONGEST = 200;
    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("ar"), Locale.ENGLISH);

    private Languages() {}

    static Lang of(Headers headers) {
        String accepted = headers.first(HeaderNames.ACCEPT_LANGUAGE).orElse("");
        if (accepted.isBlank() || accepted.length() > LONGEST) {
            return Lang.AR;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return Locale.ENGLISH.equals(best) ? Lang.EN : Lang.AR;
        } catch (IllegalArgumentException e) {
            return Lang.AR; // a header that is none
        }
    }
}
