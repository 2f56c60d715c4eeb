package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object from outside, read with bounds. What is wrong is noted and a stand-in returned, so that an
 * editor gets all the flaws of a record at once; a record read with flaws is never used.
 */
final class Fields {
    static final String STAND_IN = "0";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"\\\\]+");

    private final JsonNode object;
    private final String pointer;
    private final List<Flaw> flaws;

    Fields(JsonNode object, String pointer, List<Flaw> flaws) {
        this.object = object;
        this.pointer = pointer;
        this.flaws = flaws;
    }

    void flaw(String name, Text remedy) {
        flaws.add(new Flaw(pointer + "/" + name, remedy));
    }

    private @Nullable JsonNode given(String name) {
        JsonNode value = object.isArray() ? object.get(Integer.parseInt(name)) : object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        return given(name) != null;
    }

    /** An object below this one; an empty one where it is missing. */
    Fields object(String name) {
        JsonNode value = given(name);
        if (value != null && !value.isObject()) {
            flaw(name, Remedy.OBJECT);
        }
        return new Fields(value == null ? MissingNode.getInstance() : value, pointer + "/" + name, flaws);
    }

    /** A text, empty where it is missing. */
    String text(String name, int longest) {
        JsonNode value = given(name);
        return value == null ? "" : text(value, name, longest);
    }

    String requiredText(String name, int longest) {
        JsonNode value = given(name);
        if (value == null) {
            flaw(name, Remedy.REQUIRED);
            return STAND_IN;
        }
        String text = text(value, name, longest);
        if (value.isTextual() && text.isEmpty()) {
            flaw(name, Remedy.BLANK);
        }
        return text;
    }

    private String text(JsonNode value, String name, int longest) {
        if (!value.isTextual()) {
            flaw(name, Remedy.TEXT);
            return STAND_IN;
        }
        String text = value.textValue().strip();
        if (text.length() > longest) {
            flaw(name, Remedy.longest(longest));
        } else if (!sound(text)) {
            flaw(name, Remedy.CHARACTERS);
        }
        return text;
    }

    /** A text in both languages, either of which may be missing. */
    Text bilingual(String name, int longest) {
        Fields inner = object(name);
        return new Text(inner.text("ar", longest), inner.text("en", longest));
    }

    /** A text that must be given in both languages. */
    Text requiredBilingual(String name, int longest) {
        if (!has(name)) {
            flaw(name, Remedy.REQUIRED);
            return Text.EMPTY;
        }
        Fields inner = object(name);
        return new Text(inner.requiredText("ar", longest), inner.requiredText("en", longest));
    }

    /** Lines in both languages, either of which may be missing. */
    Texts lines(String name, int most, int longest) {
        Fields inner = object(name);
        return new Texts(inner.texts("ar", most, longest), inner.texts("en", most, longest));
    }

    /** Lines in both languages or in none. */
    Texts pairedLines(String name, int most, int longest) {
        Texts texts = lines(name, most, longest);
        if (texts.ar().isEmpty() != texts.en().isEmpty()) {
            flaw(name, Remedy.BOTH);
        }
        return texts;
    }

    List<String> texts(String name, int most, int longest) {
        return each(name, most, (list, place) -> list.requiredText(place, longest));
    }

    /** Single lower-case words, each once. */
    List<String> words(String name, int most) {
        return once(each(name, most, Fields::word));
    }

    String word(String name) {
        return matching(name, WORD, Remedy.WORD);
    }

    List<String> ids(String name, int most) {
        return once(each(name, most, Fields::id));
    }

    List<String> addresses(String name, int most) {
        return once(each(name, most, Fields::address));
    }

    private static List<String> once(List<String> values) {
        return List.copyOf(new LinkedHashSet<>(values));
    }

    /** Reads every entry of a list; {@code one} is given the list's fields and the entry's place in it. */
    <T> List<T> each(String name, int most, BiFunction<Fields, String, T> one) {
        JsonNode value = given(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            flaw(name, Remedy.LIST);
            return List.of();
        }
        if (value.size() > most) {
            flaw(name, Remedy.most(most));
            return List.of();
        }
        Fields entries = new Fields(value, pointer + "/" + name, flaws);
        List<T> result = new ArrayList<>(value.size());
        for (int place = 0; place < value.size(); place++) {
            result.add(one.apply(entries, Integer.toString(place)));
        }
        return result;
    }

    String id(String name) {
        return matching(name, ID, Remedy.ID);
    }

    Optional<String> optionalId(String name) {
        return has(name) ? Optional.of(id(name)) : Optional.empty();
    }

    /** A web address of at most 1,000 characters. */
    String address(String name) {
        return matching(name, ADDRESS, Remedy.URL);
    }

    private String matching(String name, Pattern form, Text remedy) {
        int before = flaws.size();
        String text = requiredText(name, 1_000);
        if (flaws.size() > before) {
            return STAND_IN;
        }
        if (!form.matcher(text).matches()) {
            flaw(name, remedy);
            return STAND_IN;
        }
        return text;
    }

    String oneOf(String name, Collection<String> values, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String text = text(name, 40);
        if (!values.contains(text)) {
            flaw(name, Remedy.oneOf(values));
            return otherwise;
        }
        return text;
    }

    /** A number without needless zeros, null where it is missing. */
    @Nullable
    BigDecimal number(String name, String low, String high, int decimals) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            boolean within = number.compareTo(new BigDecimal(low)) >= 0 && number.compareTo(new BigDecimal(high)) <= 0;
            if (within && number.scale() <= decimals) {
                return number.scale() < 0 ? number.setScale(0) : number;
            }
        }
        flaw(name, Remedy.number(low, high, decimals));
        return null;
    }

    Optional<LocalDate> date(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Days.parse(text(name, 20));
        if (day.isEmpty()) {
            flaw(name, Remedy.DATE);
        }
        return day;
    }

    /** Whether a text is well-formed Unicode without control characters other than line breaks and tabs. */
    private static boolean sound(String text) {
        return text.codePoints()
                .noneMatch(point -> (Character.isISOControl(point) && point != '\n' && point != '\t')
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
