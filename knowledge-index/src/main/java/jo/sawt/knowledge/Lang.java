package jo.sawt.knowledge;

import java.util.Locale;
import java.util.Optional;

/** A language that every text of the registry exists in. The wire form is the ISO 639-1 code. */
public enum Lang {
    AR,
    EN;

    /** {@code ar} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a tag such as {@code ar}, {@code AR} or {@code ar-JO}; empty for any other language. */
    public static Optional<Lang> parse(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        for (Lang lang : values()) {
            if (lang.tag().equals(language)) {
                return Optional.of(lang);
            }
        }
        return Optional.empty();
    }
}
