package jo.sawt.assistant;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.assistant.Entities.Person;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reference;

/** Reads a message: its words, its language, and what it names. Safe for many threads. */
final class Reader {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){9}(?![\\p{L}\\p{N}])");
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private final Lexicon lexicon;
    private final Lexicon places;
    private final Languages languages;

    Reader(Lexicon lexicon, Lexicon places, Languages languages) {
        this.lexicon = lexicon;
        this.places = places;
        this.languages = languages;
    }

    /** @param before the language of the conversation so far, for a text that has none of its own */
    Reading read(String text, Optional<Lang> before) {
        List<String> words = Words.of(text);
        Entities entities = new Entities(reference(text), phone(text), governorate(words), person(words));
        return new Reading(text, words, languages.of(text, words, before), entities);
    }

    private static Optional<Reference> reference(String text) {
        return references(text).stream().findFirst();
    }

    /** All references that a text names. */
    static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        var matcher = REFERENCE.matcher(Words.fold(text));
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            Reference.parse(matcher.group()).ifPresent(references::add);
        }
        return references;
    }

    private static Optional<String> phone(String text) {
        for (var match : PHONES.findNumbers(Words.fold(text), "JO")) {
            return Optional.of(PHONES.format(match.number(), PhoneNumberFormat.E164));
        }
        return Optional.empty();
    }

    private Optional<String> governorate(List<String> words) {
        List<String> found = places.groupsIn(words);
        return found.stream()
                .filter(name -> !name.equals(Entities.CAPITAL))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private Optional<Person> person(List<String> words) {
        if (lexicon.has("son", words)) {
            return Optional.of(Person.CHILD);
        }
        if (lexicon.has("father", words)) {
            return Optional.of(Person.FATHER);
        }
        if (lexicon.has("mother", words)) {
            return Optional.of(Person.MOTHER);
        }
        if (lexicon.has("spouse", words)) {
            return Optional.of(Person.SPOUSE);
        }
        if (lexicon.has("foreigner", words)) {
            return Optional.of(Person.FOREIGNER);
        }
        return lexicon.has("self", words) ? Optional.of(Person.SELF) : Optional.empty();
    }
}
