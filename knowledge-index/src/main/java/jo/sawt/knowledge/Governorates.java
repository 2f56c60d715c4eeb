package jo.sawt.knowledge;

import java.util.List;
import java.util.Locale;

/** The twelve governorates of Jordan, by the names in use in Arabic and English. */
public final class Governorates {
    private static final List<List<String>> NAMES = List.of(
            List.of("العاصمة", "عمان", "عمّان", "amman", "capital"),
            List.of("البلقاء", "balqa", "al-balqa"),
            List.of("الزرقاء", "zarqa", "az-zarqa"),
            List.of("مادبا", "مأدبا", "madaba"),
            List.of("إربد", "اربد", "irbid"),
            List.of("المفرق", "mafraq", "al-mafraq"),
            List.of("جرش", "jerash", "jarash"),
            List.of("عجلون", "ajloun", "ajlun"),
            List.of("الكرك", "karak", "al-karak"),
            List.of("الطفيلة", "tafilah", "tafila", "at-tafilah"),
            List.of("معان", "ma'an", "maan"),
            List.of("العقبة", "aqaba", "al-aqaba"));

    private Governorates() {}

    /** Whether two names mean the same governorate; names that are none of the twelve only by being equal. */
    public static boolean same(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        return first.equals(second)
                || NAMES.stream().anyMatch(names -> names.contains(first) && names.contains(second));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
