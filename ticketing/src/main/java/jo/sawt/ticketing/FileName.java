package jo.sawt.ticketing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans the name that somebody gave a file: no path, nothing that a file system or the eye takes for something else. */
final class FileName {
    static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final String NONE = "file";
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, and the marks that turn the direction of what follows, so that {@code exe.gpj} reads as a picture. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cn}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DOTS = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    static String clean(String given) {
        String name =
                PATH.matcher(Normalizer.normalize(given, Normalizer.Form.NFC)).replaceFirst("");
        name = UNSEEN.matcher(name).replaceAll("");
        name = DOTS.matcher(RESERVED.matcher(name).replaceAll("_")).replaceAll("");
        return name.isBlank() ? NONE : shortened(name);
    }

    /** Keeps the ending, which says what it is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot >= name.length() - LONGEST_ENDING && dot > 0 ? name.substring(dot) : "";
        return Deciding.bounded(name, LONGEST - ending.length()) + ending;
    }
}
