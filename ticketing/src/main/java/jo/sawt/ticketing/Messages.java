package jo.sawt.ticketing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * The one catalogue of everything a citizen may be told, in Arabic and in English, under the same keys. Patterns are those
 * of {@link MessageFormat}: an apostrophe is doubled, a number is passed as text already formed.
 */
public final class Messages {
    private static final Properties ARABIC = load("messages_ar.properties");
    private static final Properties ENGLISH = load("messages_en.properties");

    private Messages() {}

    /** The text of a key; an unknown key is a mistake in the program and throws. */
    public static String text(Lang lang, String key, Object... args) {
        String pattern = in(lang).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key + " in " + lang.wire());
        }
        return new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    /** A day as people write it. */
    public static String day(Lang lang, Instant at) {
        Locale locale = Locale.forLanguageTag(lang == Lang.AR ? "ar-JO-u-nu-latn" : "en-GB");
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale)
                .withZone(TicketingSettings.ZONE)
                .format(at);
    }

    /** All keys of a language. */
    public static Set<String> keys(Lang lang) {
        return in(lang).stringPropertyNames();
    }

    private static Properties in(Lang lang) {
        return switch (lang) {
            case AR -> ARABIC;
            case EN -> ENGLISH;
        };
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (var in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the message catalogue " + name + " is missing from the build");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
