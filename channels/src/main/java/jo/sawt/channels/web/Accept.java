package jo.sawt.channels.web;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Locale;
import jo.sawt.ticketing.Lang;

/** What the caller would rather have. */
final class Accept {
    private static final List<Locale> SPOKEN = List.of(Locale.of("ar"), Locale.of("en"));

    private Accept() {}

    /** Arabic, unless English is preferred. */
    static Lang lang(ServerRequestHeaders headers) {
        String accepted = headers.first(HeaderNames.ACCEPT_LANGUAGE).orElse("");
        if (accepted.isBlank() || accepted.length() > 200) {
            return Lang.AR;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? Lang.AR : Lang.parse(best.getLanguage()).orElse(Lang.AR);
        } catch (IllegalArgumentException malformed) {
            return Lang.AR;
        }
    }

    /** Only who names it gets a stream. */
    static boolean eventStream(ServerRequestHeaders headers) {
        return headers.acceptedTypes().stream()
                .anyMatch(type -> type.mediaType().text().equals(MediaTypes.TEXT_EVENT_STREAM.text()));
    }
}
